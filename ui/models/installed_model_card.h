#pragma once

#include "ui/models/panel_message.h"
#include "ui/models/shown_model.h"

#include <QFrame>

#include <vector>

class QGridLayout;
class QPushButton;

namespace circumplex {

struct CardLine;

/// One installed model: how well it agrees with people, what can be done with it, and below
/// "Details" everything else that its card says.
class InstalledModelCard : public QFrame {
    Q_OBJECT

public:
    explicit InstalledModelCard(const ShownModel& shown, QWidget* parent = nullptr);

    const ShownModel& shown() const { return m_shown; }
    void setMessage(const ModelsMessage& message);
    /// Something else is being done with models; nothing can be started.
    void setBusy(bool isBusy);
    void setDetailsShown(bool isShown);
    bool areDetailsShown() const;
    /// In the order on the screen.
    QList<QWidget*> tabOrder() const;

Q_SIGNALS:
    void useWanted(const QString& name);
    void verifyWanted(const QString& name);
    void removeWanted(const QString& name);
    void detailsToggled(bool isShown);

private:
    QLayout* makeHead();
    QWidget* makeAgreement();
    QWidget* makeDetails();
    QPushButton* makeButton(const QString& text);
    void addRow(QGridLayout& grid, const QString& name, const std::vector<CardLine>& lines);
    void askToRemove();
    void updateButtons();
    void showDetails(bool isShown);

    ShownModel m_shown;
    ModelsMessage m_said;
    QPushButton* m_use = nullptr;
    QPushButton* m_verify = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_useStarter;
    QPushButton* m_copy;
    QPushButton* m_more;
    PanelMessage* m_message;
    QWidget* m_details;
    bool m_isBusy = false;
};

} // namespace circumplex
