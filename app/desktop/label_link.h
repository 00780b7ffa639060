#pragma once

#include "core/services/settings.h"
#include "ui/label/label_presenter.h"

#include <QObject>

namespace circumplex {

class LibraryPage;
class PlayerBar;

/// What the page for rating has to do with others: the library's songs, and the player, which is
/// still and out of sight while somebody rates.
class LabelLink : public QObject {
    Q_OBJECT

public:
    /// All must outlive this object.
    LabelLink(LabelPage& page, LibraryReader& reader, QUndoStack& undo, QObject* parent);

    void setSettings(const Settings::Label& settings);
    Settings::Label settings() const;

    void follow(LibraryPage& library, Player& player, PlayerBar& bar);
    void refresh();
    /// The next sitting is about what is selected in the library.
    void chooseSelected();

Q_SIGNALS:
    void settingsChanged();

private:
    LabelPage& m_page;
    LabelPresenter m_presenter;
    LibraryPage* m_library = nullptr;
};

} // namespace circumplex
