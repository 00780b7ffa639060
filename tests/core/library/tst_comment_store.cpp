#include "core/library/comment_store.h"
#include "core/library/schema.h"
#include "tests/core/library/library_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace circumplex {

class CommentStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commentsComeBackByTheirStart()
    {
        LibraryFixture f;
        CommentStore comments(f.library);
        const TrackId track = f.add("a");
        valueOf(comments.add({ .track = track, .startSeconds = 30.0, .text = "the bridge" }));
        const CommentId range = valueOf(comments.add({ .track = track,
            .startSeconds = 10.0,
            .endSeconds = 20.5,
            .text = "Ü and \xF0\x9F\x8E\xB5",
            .writtenAt = 7 }));
        valueOf(comments.add({ .track = f.add("b"), .text = "another track" }));
        auto all = valueOf(comments.of(track));
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all.at(0).id, range);
        QCOMPARE(*all.at(0).endSeconds, 20.5);
        QCOMPARE(all.at(0).text, std::string("Ü and \xF0\x9F\x8E\xB5"));
        QCOMPARE(all.at(0).writtenAt, std::int64_t(7));
        QVERIFY(!all.at(1).endSeconds);

        all.at(0).endSeconds.reset();
        all.at(0).startSeconds = 40.0;
        all.at(0).text = "moved";
        valueOf(comments.change(all.at(0)));
        QCOMPARE(valueOf(comments.of(track)).at(1).text, std::string("moved"));
        QVERIFY(!valueOf(comments.of(track)).at(1).endSeconds);
        valueOf(comments.remove(range));
        QCOMPARE(valueOf(comments.of(track)).size(), std::size_t(1));
        QCOMPARE(valueOf(comments.add(all.at(0))), range); // it comes back as what it was
        QVERIFY(!comments.add(all.at(0)));
    }

    void whatMakesNoSenseIsRefused()
    {
        LibraryFixture f;
        CommentStore comments(f.library);
        const TrackId track = f.add("a");
        const auto codeOf = [&](const TrackComment& comment) {
            const auto added = comments.add(comment);
            return added ? std::optional<ErrorCode>() : added.error().code;
        };
        QCOMPARE(codeOf({ .track = track, .text = "" }), ErrorCode::Refused);
        QCOMPARE(codeOf({ .track = track, .startSeconds = -1.0, .text = "x" }), ErrorCode::Refused);
        QCOMPARE(codeOf({ .track = track, .startSeconds = 5.0, .endSeconds = 5.0, .text = "x" }),
            ErrorCode::Refused);
        QCOMPARE(codeOf({ .track = track, .startSeconds = std::nan(""), .text = "x" }),
            ErrorCode::Refused);
        QCOMPARE(codeOf({ .track = { 99 }, .text = "x" }), ErrorCode::NotFound);
        QCOMPARE(comments.remove({ 99 }).error().code, ErrorCode::NotFound);
        QCOMPARE(comments.change({ .id = { 99 }, .track = track, .text = "x" }).error().code,
            ErrorCode::NotFound);
    }

    void aTrackWithCommentsIsNotForgotten()
    {
        LibraryFixture f;
        CommentStore comments(f.library);
        const std::vector<TrackId> tracks { f.add("a"), f.add("b") };
        valueOf(comments.add({ .track = tracks[0], .text = "x" }));
        const auto staying = valueOf(f.tracks.forget(tracks));
        QCOMPARE(staying, std::vector<TrackId> { tracks[0] });
        QCOMPARE(valueOf(comments.of(tracks[0])).size(), std::size_t(1));
    }

    void aLibraryOfTheFirstFormatGetsTheTable()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("old")).toStdString();
        const auto first = shippedMigrations().first(1);
        {
            auto old = valueOf(LibraryDatabase::open(file, {}, first));
            QCOMPARE(old.connection().execAndGet("PRAGMA user_version").getInt(), 1);
        }
        auto library = valueOf(LibraryDatabase::open(file));
        QVERIFY(valueOf(CommentStore(library).of({ 1 })).empty());
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::CommentStoreTest)
#include "tst_comment_store.moc"
