#pragma once

#include <QFrame>
#include <QStringList>

#include <array>

class QLineEdit;
class QPushButton;

namespace circumplex {

class PanelMessage;

/// Asks for the three published files that make up a Music2Emo model, and for a name.
class ModelImportPanel : public QFrame {
    Q_OBJECT

public:
    enum Field { Music2Emo, Mert, Btc };

    explicit ModelImportPanel(QWidget* parent = nullptr);

    /// Puts a file into the field that its name fits; false if it fits none.
    bool take(const QString& file);
    /// The field that a file's name fits; -1: none.
    static int fieldOf(const QString& file);
    int missingFiles() const;
    void setBusy(bool isBusy);
    PanelMessage& message() { return *m_message; }
    /// What is to be done next: the first field that is empty, or the button.
    QWidget& next();
    /// In the order on the screen.
    QList<QWidget*> tabOrder() const;

Q_SIGNALS:
    /// @param arguments  of `circumplex-cli models import`
    void importWanted(const QStringList& arguments);

private:
    void browse(Field field);
    void updateButton();
    QStringList arguments() const;

    std::array<QLineEdit*, 3> m_files {};
    std::array<QPushButton*, 3> m_choose {};
    QLineEdit* m_name;
    QPushButton* m_import;
    PanelMessage* m_message;
    bool m_isBusy = false;
};

} // namespace circumplex
