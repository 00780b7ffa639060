#pragma once

#include "core/library/library_overview.h"
#include "core/library/search_query.h"

#include <QObject>
#include <QTimer>

namespace circumplex {

class LibraryPage;
class LibraryReader;

/// Brings together what the library page asks for and what the reader finds.
class LibraryPresenter : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this object.
    LibraryPresenter(LibraryPage& page, LibraryReader& reader, QObject* parent = nullptr);

    /// Asks for everything anew, for example after a scan.
    void refresh();

    /// The row of this track has changed on the disk. Many calls cost one look at the counts.
    void refreshTrack(TrackId track);

Q_SIGNALS:
    void counted(const circumplex::LibraryCounts& counts);

private:
    void find(const SearchNode& query);
    void count();
    void countFacets();
    void countWithin();
    /// There is no library file.
    void tellMissing();

    LibraryPage& m_page;
    LibraryReader& m_reader;
    QTimer m_countTimer;
};

} // namespace circumplex
