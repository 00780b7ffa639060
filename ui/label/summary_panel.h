#pragma once

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

    void close() { Q_EMIT closed(); }

Q_SIGNALS:
    void closed();

private:
    QLabel *m_title, *m_notes;
    QTableWidget* m_table;
    QPushButton* m_close;
};

} // namespace circumplex
