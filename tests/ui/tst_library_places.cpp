#include "core/library/library_maker.h"
#include "core/services/library_reader.h"
#include "ui/library/library_page.h"
#include "ui/library/library_presenter.h"
#include "ui/library/search_box.h"
#include "ui/library/track_list_model.h"

#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>

#include <algorithm>
#include <filesystem>
#include <memory>

using namespace circumplex;

/// A library on a disk that is away, or that can only be read. Needs a mount namespace of its own:
/// see own_mounts.sh.
class LibraryPlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_disk = m_folder->filePath(QStringLiteral("disk")).toStdString();
        std::filesystem::create_directories(m_disk);
        QCOMPARE(::mount("tmpfs", m_disk.c_str(), "tmpfs", 0, "size=64m"), 0);
        std::filesystem::create_directories(m_disk / "music");
        m_file = m_disk / "music/library";
        QVERIFY(makeLibrary(m_file, { .tracks = 100 }, {}, [](std::int64_t) {}));
    }

    void cleanup() { ::umount2(m_disk.c_str(), MNT_DETACH); }

    void aLibraryThatCannotBeWrittenIsShownAndSaysSo()
    {
        QCOMPARE(::mount(nullptr, m_disk.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
        LibraryPage page;
        LibraryReader reader(m_file, std::string());
        LibraryPresenter presenter(page, reader);
        page.show();
        presenter.refresh();
        QTRY_COMPARE(page.model().tracks().size(), std::size_t { 100 });
        QTRY_VERIFY(says(page, u"can only be read"));
        QVERIFY(!button(page, u"Add music")->isEnabled());
        page.searchBox().setText(QStringLiteral("is:annotated"));
        QTRY_VERIFY(page.model().tracks().size() < 100);
        QVERIFY(!page.model().tracks().empty());
    }

    void aLibraryOnADiskThatIsAwayIsMissedAndFoundAgain()
    {
        std::filesystem::copy(m_file, m_folder->filePath(QStringLiteral("kept")).toStdString());
        QCOMPARE(::umount2(m_disk.c_str(), MNT_DETACH), 0);
        LibraryPage page;
        LibraryReader reader(m_file, std::string());
        LibraryPresenter presenter(page, reader);
        page.show();
        presenter.refresh();
        QTRY_VERIFY(says(page, u"cannot be reached"));
        // Nothing invites to make another library in its place.
        QVERIFY(!button(page, u"Add a folder"));
        QVERIFY(!button(page, u"Add music"));
        QTest::mouseClick(button(page, u"Look again"), Qt::LeftButton);
        QTest::qWait(50);
        QVERIFY(says(page, u"cannot be reached"));

        std::filesystem::create_directories(m_file.parent_path());
        std::filesystem::copy(m_folder->filePath(QStringLiteral("kept")).toStdString(), m_file);
        QTest::mouseClick(button(page, u"Look again"), Qt::LeftButton);
        QTRY_COMPARE(page.model().tracks().size(), std::size_t { 100 });
        QTRY_VERIFY(!says(page, u"cannot be reached"));
        QVERIFY(!says(page, u"can only be read"));
        QVERIFY(button(page, u"Add music")->isEnabled());
    }

    void aNewLibraryIsNotMissed()
    {
        LibraryPage page;
        LibraryReader reader(m_disk / "music/another", std::string());
        LibraryPresenter presenter(page, reader);
        page.show();
        presenter.refresh();
        QTRY_VERIFY(button(page, u"Add a folder"));
        QVERIFY(!says(page, u"cannot be reached"));
    }

private:
    static bool says(const LibraryPage& page, QStringView text)
    {
        const auto labels = page.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [text](const QLabel* label) {
            return label->isVisible() && label->text().contains(text);
        });
    }

    static QPushButton* button(const LibraryPage& page, QStringView text)
    {
        for (QPushButton* button : page.findChildren<QPushButton*>())
            if (button->isVisible() && button->text().startsWith(text)) return button;
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_disk, m_file;
};

QTEST_MAIN(LibraryPlacesTest)
#include "tst_library_places.moc"
