#include "core/library/playlist_store.h"
#include "core/services/playlist_writer.h"
#include "tests/core/library/library_fixture.h"

#include <QSignalSpy>

namespace circumplex {

class PlaylistWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlaylistComesGoesAndComesBack()
    {
        LibraryFixture f;
        const auto playlist = std::make_shared<NewPlaylist>();
        playlist->name = "Sunday";
        playlist->tracks = { f.add("b"), f.add("a") };
        PlaylistWriter writer(f.file());
        QSignalSpy added(&writer, &PlaylistWriter::added);
        QSignalSpy removed(&writer, &PlaylistWriter::removed);
        writer.add(playlist);
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(added.at(0).at(0).toString(), QStringLiteral("Sunday"));
        PlaylistStore store(f.library);
        const auto all = valueOf(store.all());
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(valueOf(store.items(all.at(0).id)), playlist->tracks);
        writer.remove(playlist);
        QTRY_COMPARE(removed.size(), 1);
        QVERIFY(valueOf(store.all()).empty());
        writer.add(playlist);
        QTRY_COMPARE(added.size(), 2);
        QCOMPARE(valueOf(store.items(valueOf(store.all()).at(0).id)), playlist->tracks);
    }

    void nothingIsLeftOfOneThatCannotBeWritten()
    {
        LibraryFixture f;
        const auto playlist = std::make_shared<NewPlaylist>();
        playlist->name = "Sunday";
        playlist->tracks = { f.add("a"), { 99 } };
        PlaylistWriter writer(f.file());
        QSignalSpy failures(&writer, &PlaylistWriter::failed);
        writer.add(playlist);
        QTRY_COMPARE(failures.size(), 1);
        QVERIFY(valueOf(PlaylistStore(f.library).all()).empty());
    }

    void whatWasAskedForIsDoneBeforeTheEnd()
    {
        LibraryFixture f;
        const auto playlist = std::make_shared<NewPlaylist>();
        playlist->name = "Sunday";
        playlist->tracks = { f.add("a") };
        {
            PlaylistWriter writer(f.file());
            writer.add(playlist);
        }
        QCOMPARE(valueOf(PlaylistStore(f.library).all()).size(), std::size_t(1));
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::PlaylistWriterTest)
#include "tst_playlist_writer.moc"
