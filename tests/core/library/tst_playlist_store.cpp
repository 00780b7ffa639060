#include "core/library/playlist_store.h"
#include "tests/core/library/library_fixture.h"

namespace circumplex {

class PlaylistStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itemsKeepTheirOrderAndRepeat()
    {
        LibraryFixture f;
        PlaylistStore store(f.library);
        const TrackId a = f.add("a"), b = f.add("b");
        const PlaylistId list = valueOf(store.add({ .name = "L", .createdAt = 1, .changedAt = 1 }));
        valueOf(store.setItems(list, std::vector<TrackId> { b, a, b }));
        valueOf(store.append(list, std::vector<TrackId> { a }));
        QCOMPARE(valueOf(store.items(list)), (std::vector<TrackId> { b, a, b, a }));
        valueOf(f.tracks.apply({ .missing = { a } }));
        QCOMPARE(valueOf(store.items(list)).size(), std::size_t(4));
        valueOf(store.setItems(list, std::vector<TrackId> { a }));
        QCOMPARE(valueOf(store.items(list)), std::vector<TrackId> { a });
    }

    void aFailedReplacementLeavesTheItems()
    {
        LibraryFixture f;
        PlaylistStore store(f.library);
        const TrackId a = f.add("a");
        const PlaylistId list = valueOf(store.add({ .name = "L" }));
        valueOf(store.setItems(list, std::vector<TrackId> { a }));
        QCOMPARE(store.setItems(list, std::vector<TrackId> { a, { 99 } }).error().code,
            ErrorCode::NotFound);
        QCOMPARE(valueOf(store.items(list)), std::vector<TrackId> { a });
        QCOMPARE(
            store.append({ 99 }, std::vector<TrackId> { a }).error().code, ErrorCode::NotFound);
    }

    void listsAreRenamedAndRemoved()
    {
        LibraryFixture f;
        PlaylistStore store(f.library);
        const PlaylistId list = valueOf(store.add({ .name = "b" }));
        valueOf(store.add({ .name = "A" }));
        Playlist changed = valueOf(store.playlist(list));
        changed.name = "c";
        changed.changedAt = 9;
        valueOf(store.update(changed));
        QCOMPARE(valueOf(store.all()).at(1).name, std::string("c"));
        QCOMPARE(valueOf(store.all()).at(1).changedAt, std::int64_t { 9 });
        valueOf(store.remove(list));
        QCOMPARE(valueOf(store.all()).size(), std::size_t(1));
        QCOMPARE(store.remove(list).error().code, ErrorCode::NotFound);
        QCOMPARE(store.update(changed).error().code, ErrorCode::NotFound);
        QCOMPARE(store.playlist(list).error().code, ErrorCode::NotFound);
    }

    void aQueryThatCannotBeUnderstoodIsNotKept()
    {
        LibraryFixture f;
        PlaylistStore store(f.library);
        Playlist smart { .name = "S", .kind = PlaylistKind::Smart, .definition = "valence>" };
        QCOMPARE(store.add(smart).error().code, ErrorCode::Refused);
        smart.definition = "valence>6";
        smart.id = valueOf(store.add(smart));
        QCOMPARE(valueOf(store.playlist(smart.id)).kind, PlaylistKind::Smart);
        smart.definition = "(";
        QCOMPARE(store.update(smart).error().code, ErrorCode::Refused);
        QCOMPARE(valueOf(store.playlist(smart.id)).definition, std::string("valence>6"));
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::PlaylistStoreTest)
#include "tst_playlist_store.moc"
