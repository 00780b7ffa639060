#include "core/services/watched_folders.h"
#include "tests/core/library/library_fixture.h"

#include <optional>

using namespace circumplex;

class WatchedFoldersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void removingCanBeUndoneAndDoneAgain()
    {
        LibraryFixture fixture;
        valueOf(FolderStore(fixture.library).addFolder(fixture.volume, "rock"));
        valueOf(FolderStore(fixture.library).addFolder(fixture.volume, "jazz"));
        WatchedFolders folders(fixture.file());
        std::optional<std::vector<WatchedPlace>> places;
        const auto keep = [&places](auto result) { places = valueOf(result); };
        folders.list(keep);
        QTRY_VERIFY(places);
        QCOMPARE(places->size(), std::size_t { 2 });
        const WatchedPlace rock
            = places->front().folder.path == "rock" ? (*places)[0] : (*places)[1];
        QCOMPARE(rock.path.string(), std::string("/music/rock"));
        for (int times = 0; times < 2; ++times) {
            folders.remove(rock.folder, keep);
            QTRY_COMPARE(places->size(), std::size_t { 1 });
            QCOMPARE(places->front().folder.path, std::string("jazz"));
            folders.restore(rock.folder, keep);
            QTRY_COMPARE(places->size(), std::size_t { 2 });
        }
    }

    void noLibraryHasNoFolders()
    {
        QTemporaryDir folder;
        WatchedFolders folders(folder.filePath(QStringLiteral("none")).toStdString());
        std::optional<std::size_t> count;
        folders.list([&count](auto result) { count = valueOf(result).size(); });
        QTRY_VERIFY(count);
        QCOMPARE(*count, std::size_t { 0 });
    }
};

QTEST_GUILESS_MAIN(WatchedFoldersTest)
#include "tst_watched_folders.moc"
