#pragma once

#include <QDialog>

class QAction;
class QLineEdit;
class QTreeWidget;

namespace circumplex {

/// The words of an action, without the mark of its access key; "Menu: entry" for what stands in a
/// menu within a menu.
QString plainText(const QAction& action);

/// Every action of the window by its words: type some letters, press Enter.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    CommandPalette(const QList<QAction*>& actions, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& words);
    void runCurrent();

    QList<QAction*> m_actions;
    QLineEdit* m_words;
    QTreeWidget* m_list;
};

} // namespace circumplex
