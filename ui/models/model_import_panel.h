#pragma once

#include <QFrame>
#include <QStringList>

#include <array>

class QLineEdit;
class QPushButton;

namespace circumplex {

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
    void setBusy(bool isBusy);

Q_SIGNALS:
    /// @param arguments  of `circumplex-cli models import`
    void importWanted(const QStringList& arguments);

private:
    void browse(Field field);
    void updateButton();
    QStringList arguments() const;

    std::array<QLineEdit*, 3> m_files {};
    QLineEdit* m_name;
    QPushButton* m_import;
    bool m_isBusy = false;
};

} // namespace circumplex
