#pragma once

#include <QDialog>

class QComboBox;
class QPushButton;

namespace circumplex {

/// Asks which playlist songs are to be added to: one that is there, or a new one by its name.
class PlaylistDialog : public QDialog {
    Q_OBJECT

public:
    /// @param names  of the playlists that are there
    PlaylistDialog(const QStringList& names, int songs, QWidget* parent);

    /// Without what a search for playlist:"..." could not say.
    QString name() const;

private:
    void describe();

    QComboBox* m_name;
    QPushButton* m_add;
};

} // namespace circumplex
