#pragma once

#include "core/services/label_agreement.h"
#include "ui/label/label_plan.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace circumplex {

/// After a sitting: what was said, beside what a model says.
class SummaryPanel : public QWidget {
    Q_OBJECT

public:
    explicit SummaryPanel(QWidget* parent = nullptr);

    void setOutcomes(const std::vector<LabelOutcome>& outcomes, const QStringList& notes);
    /// How far what was said agrees with what the same person said before; empty: nothing is known
    void setSelfAgreement(const std::vector<SelfAgreement>& selves);

    void close() { Q_EMIT closed(); }

Q_SIGNALS:
    void closed();

private:
    QLabel *m_title, *m_notes, *m_selves;
    QTableWidget* m_table;
    QPushButton* m_close;
};

} // namespace circumplex
