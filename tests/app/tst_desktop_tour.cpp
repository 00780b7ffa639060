#include "app/desktop/desktop.h"
#include "core/services/player.h"
#include "tests/app/window_driver.h"
#include "tests/core/audio/melodies.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/services/sound_server.h"
#include "tests/support/small_music2emo.h"
#include "tests/support/stall_watch.h"
#include "ui/curve/track_page.h"
#include "ui/label/label_page.h"
#include "ui/label/listening_panel.h"
#include "ui/label/rating_panel.h"
#include "ui/library/library_page.h"
#include "ui/library/search_box.h"
#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"
#include "ui/main_window/main_window.h"
#include "ui/models/model_import_panel.h"
#include "ui/models/models_page.h"
#include "ui/plane/library_plane.h"
#include "ui/plane/plane_page.h"
#include "ui/player/player_bar.h"
#include "ui/settings/settings_page.h"

#include <QComboBox>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QScrollBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QUrl>

using namespace circumplex;

namespace {

constexpr int kDances = 6;
constexpr double kDanceSeconds = 25.0;
constexpr int kStudies = 12; // of four minutes: the analysis goes on while the window is used
constexpr int kSongs = kDances + kStudies;
constexpr int kPatienceMs = 240'000; // for the analysis, on a busy machine

void dropOn(QWidget& widget, const QStringList& files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files)
        urls << QUrl::fromLocalFile(file);
    data.setUrls(urls);
    const QPoint at = widget.rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&widget, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&widget, &drop);
}

} // namespace

/// A first evening with the program, from the empty window to an imported model: one window, one
/// engine, real events. Each step goes on from the one before.
class DesktopTourTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<test::SoundServer>();
        QDir().mkpath(m_music);
        for (std::uint32_t i = 0; i < kSongs; ++i) {
            const bool isDance = i < kDances;
            const auto sound = toPath(m_folder.filePath(QStringLiteral("sound.wav")));
            test::writeMelody(sound, i, kDanceSeconds);
            const QString title
                = isDance ? kDanceTitles.at(i) : QStringLiteral("Study %1").arg(i - kDances + 1);
            test::runFfmpeg({ QStringLiteral("-stream_loop"), QString::number(isDance ? 0 : 9),
                QStringLiteral("-i"), text(sound), QStringLiteral("-metadata"),
                QStringLiteral("title=") + title, QStringLiteral("-metadata"),
                QStringLiteral("artist=Anna Magdalena"),
                m_music + QStringLiteral("/%1.flac").arg(i) });
        }
        m_published = test::SmallMusic2Emo().write(
            toPath(m_folder.filePath(QStringLiteral("published"))), "dropped");
        m_desktop = std::make_unique<Desktop>(Desktop::Options {});
        m_watch = std::make_unique<test::StallWatch>();
        m_desktop->show();
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    void init()
    {
        window().activateWindow(); // without a window manager nobody does when a dialog closes
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        m_clock.start();
    }

    void cleanup()
    {
        const double worst = m_watch->takeWorst();
        qInfo("%lld ms; the window kept a click waiting for at most %.0f ms", m_clock.elapsed(),
            worst);
    }

    void theFirstRunOffersAFolder()
    {
        QCOMPARE(window().currentPage(), QStringLiteral("library"));
        test::pressAndChoose(library(), QStringLiteral("Add a folder \u2026"), m_music);
        QTRY_COMPARE_WITH_TIMEOUT(library().model().rowCount(), kSongs, kPatienceMs);
    }

    void theSongsAreAnalysedWhileOneLooks()
    {
        QTRY_VERIFY_WITH_TIMEOUT(annotated() >= 2, kPatienceMs);
    }

    void searchingNarrowsTheList()
    {
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        QLineEdit* box = library().searchBox().findChild<QLineEdit*>();
        if (!box) box = qobject_cast<QLineEdit*>(static_cast<QWidget*>(&library().searchBox()));
        QVERIFY(box);
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClicks(box, QStringLiteral("sarabande"));
        QTRY_COMPARE(library().model().rowCount(), 1);
        QTest::keyClick(box, Qt::Key_Escape); // closes what it completes, or clears
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_COMPARE(library().model().rowCount(), kSongs);
    }

    void aSongOpensPlaysAndSeeks()
    {
        TrackTable& table = library().table();
        const QModelIndexList found = table.model()->match(
            table.model()->index(0, 0), Qt::DisplayRole, QStringLiteral("Allemande"));
        QCOMPARE(found.size(), 1);
        const QRect cell = table.visualRect(found.first());
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, cell.center());
        QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, cell.center());
        QTRY_COMPARE(window().currentPage(), QStringLiteral("track"));
        Player* player = window().findChild<Player*>();
        QVERIFY(player);
        QTRY_COMPARE(player->state(), Player::State::Paused);
        TrackLanes& lanes = track().lanes();
        lanes.setFocus();
        QTest::keyClick(&lanes, Qt::Key_Space);
        QTRY_COMPARE(player->state(), Player::State::Playing);
        QTRY_VERIFY(player->position() > 0.3);
        // A click in the middle of the plot goes to about the middle of the song.
        QTest::mouseClick(&lanes, Qt::LeftButton, {}, QPoint(lanes.width() / 2, 60));
        QTRY_VERIFY(
            player->position() > 0.3 * kDanceSeconds && player->position() < 0.7 * kDanceSeconds);
        const double there = player->position();
        QTRY_VERIFY(player->position() > there + 0.2);
        QTest::keyClick(&lanes, Qt::Key_Space);
        QTRY_COMPARE(player->state(), Player::State::Paused);
    }

    void aLassoOnThePlaneListsSongs()
    {
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(window().currentPage(), QStringLiteral("plane"));
        LibraryPlane& plane = *window().findChild<LibraryPlane*>();
        PlanePage& page = *window().findChild<PlanePage*>();
        QTest::qWait(300); // for the songs to be read
        const QRect area = plane.rect().adjusted(40, 40, -40, -40);
        const QList<QPoint> corners { area.topLeft(), area.topRight(), area.bottomRight(),
            area.bottomLeft(), area.topLeft() };
        QTest::mousePress(&plane, Qt::LeftButton, {}, corners.first());
        for (int step = 0; step < 40; ++step) {
            const QPointF from = corners.at(step / 10);
            const QPointF at = from + (corners.at(step / 10 + 1) - from) * ((step % 10 + 1) / 10.0);
            QMouseEvent move(
                QEvent::MouseMove, at, plane.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(&plane, &move);
        }
        QTest::mouseRelease(&plane, Qt::LeftButton, {}, area.topLeft());
        QTRY_VERIFY(page.model().rowCount() >= 2);
    }

    void threePiecesAreRated()
    {
        QTRY_VERIFY_WITH_TIMEOUT(annotated() >= 5, kPatienceMs); // to be suggested
        showPage(QStringLiteral("label"), Qt::Key_4);
        LabelPage& page = *window().findChild<LabelPage*>();
        auto* who = test::named<QLineEdit>(page, QStringLiteral("Who rates"));
        QVERIFY(who);
        who->setFocus();
        QTest::keyClicks(who, QStringLiteral("Ada"));
        QAbstractButton* start = nullptr;
        QTRY_VERIFY((start = test::buttonWith(page, QStringLiteral("Start rating"))));
        QTRY_VERIFY(start->isEnabled());
        QTest::mouseClick(start, Qt::LeftButton);
        for (int song = 1; song <= 3; ++song) {
            QTRY_COMPARE(page.stage(), LabelPage::Stage::Listening);
            RatingPlane& plane = page.listening().plane();
            QTRY_VERIFY(plane.hasFocus());
            QVERIFY(!window().findChild<PlayerBar*>()->isVisible());
            QTest::qWait(700);
            for (int step = 0; step < 10; ++step) {
                QTest::keyClick(&plane, step % 2 ? Qt::Key_Right : Qt::Key_Up);
                QTest::qWait(50);
            }
            QAbstractButton* rate = test::buttonWith(page, QStringLiteral("Rate it now"));
            QVERIFY(rate);
            QTest::mouseClick(rate, Qt::LeftButton);
            QTRY_COMPARE(page.stage(), LabelPage::Stage::Rating);
            RatingPlane& whole = page.rating().plane();
            QTest::mouseClick(&whole, Qt::LeftButton, {}, whole.rect().center() - QPoint(30, 20));
            QTest::keyClick(&whole, Qt::Key_Return);
        }
        QTRY_COMPARE(page.stage(), LabelPage::Stage::Listening);
        QTest::mouseClick(
            test::buttonWith(page, QStringLiteral("End the sitting")), Qt::LeftButton);
        QTRY_COMPARE(page.stage(), LabelPage::Stage::Summary);
        auto* table
            = test::named<QTableWidget>(page, QStringLiteral("What you said, beside the model"));
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 3);
        QVERIFY(window().findChild<PlayerBar*>()->isVisible());
    }

    void settingsTakeEffectAndAFolderComesBackByUndo()
    {
        showPage(QStringLiteral("settings"), Qt::Key_7);
        SettingsPage& page = *window().findChild<SettingsPage*>();
        auto* colours = page.findChild<QComboBox*>();
        QVERIFY(colours);
        colours->setFocus();
        QTest::keyClick(colours, Qt::Key_End); // dark
        QTRY_VERIFY(qApp->palette().color(QPalette::Base).lightness() < 128);
        QTest::qWait(50);
        QTest::keyClick(colours, Qt::Key_Home);
        QTest::qWait(50);

        auto* folders = test::named<QListWidget>(page, QStringLiteral("Watched folders"));
        QVERIFY(folders);
        QTRY_COMPARE(folders->count(), 1);
        folders->setCurrentRow(0);
        QAbstractButton* remove = test::buttonWith(page, QStringLiteral("Stop watching"));
        QVERIFY(remove && remove->isEnabled());
        QTest::mouseClick(remove, Qt::LeftButton);
        QTRY_COMPARE(folders->count(), 0);
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(folders->count(), 1);
    }

    void modelFilesAreDroppedAndImported()
    {
        dropOn(window(),
            { text(m_published.mert / "pytorch_model.bin"), text(m_published.music2emo),
                text(m_published.btc) });
        QTRY_COMPARE(window().currentPage(), QStringLiteral("models"));
        ModelsPage& page = *window().findChild<ModelsPage*>();
        QAbstractButton* import = test::buttonWith(page.importPanel(), QStringLiteral("Import"));
        QVERIFY(import);
        auto* name
            = test::named<QLineEdit>(page.importPanel(), QStringLiteral("Name of the new model"));
        QVERIFY(name);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("dropped"));
        QTRY_VERIFY(import->isEnabled());
        QTest::mouseClick(import, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(page.findChild<QWidget*>(QStringLiteral("dropped")), 30'000);
    }

    /// Every page has been drawn by now, the cards of the models too. Only the palette changes: no
    /// text is laid out anew, and pages out of sight do their part when they are shown.
    void otherColoursComeAtOnce()
    {
        const QStringList pages { QStringLiteral("library"), QStringLiteral("track"),
            QStringLiteral("plane"), QStringLiteral("label"), QStringLiteral("train"),
            QStringLiteral("models"), QStringLiteral("settings") };
        SettingsPage& page = *window().findChild<SettingsPage*>();
        auto* colours = page.findChild<QComboBox*>();
        for (const QString& key : pages) {
            window().showPage(key);
            QTest::qWait(150);
        }
        m_watch->takeWorst();
        for (const QString& key : pages) {
            window().showPage(key);
            QTest::qWait(150);
            const double shown = m_watch->takeWorst();
            double worst = 0.0;
            for (const int choice : { 2, 1 }) { // dark, light
                colours->setCurrentIndex(choice);
                QTest::qWait(150);
                QCOMPARE(library().table().palette().base().color().lightness() < 128, choice == 2);
                worst = std::max(worst, m_watch->takeWorst());
            }
            qInfo(
                "%s: shown in %.0f ms, in other colours in %.0f ms", qPrintable(key), shown, worst);
        }
    }

    void everythingIsThereAfterARestart()
    {
        window().close();
        m_watch.reset();
        m_desktop.reset();
        m_desktop = std::make_unique<Desktop>(Desktop::Options {});
        m_watch = std::make_unique<test::StallWatch>();
        m_desktop->show();
        QCOMPARE(window().currentPage(), QStringLiteral("settings"));
        QTRY_COMPARE(library().model().rowCount(), kSongs);
        QTRY_COMPARE_WITH_TIMEOUT(annotated(), kSongs, kPatienceMs);
    }

    void cleanupTestCase()
    {
        m_desktop.reset();
        m_watch.reset();
    }

private:
    static std::filesystem::path toPath(const QString& name) { return name.toStdString(); }
    static QString text(const std::filesystem::path& path)
    {
        return QString::fromStdString(path.string());
    }

    MainWindow& window() { return m_desktop->window(); }
    LibraryPage& library() { return *window().findChild<LibraryPage*>(); }
    TrackPage& track() { return *window().findChild<TrackPage*>(); }

    void showPage(const QString& key, Qt::Key digit)
    {
        QTest::keyClick(&window(), digit, Qt::ControlModifier);
        QTRY_COMPARE(window().currentPage(), key);
    }

    /// Rows of the list that show a valence.
    int annotated()
    {
        TrackListModel& model = library().model();
        int count = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString valence
                = model.index(row, static_cast<int>(TrackColumn::Valence)).data().toString();
            count += !valence.isEmpty() && valence.at(0).isDigit() ? 1 : 0;
        }
        return count;
    }

    const QStringList kDanceTitles { QStringLiteral("Sarabande"), QStringLiteral("Gavotte"),
        QStringLiteral("Menuet"), QStringLiteral("Gigue"), QStringLiteral("Courante"),
        QStringLiteral("Allemande") };

    QTemporaryDir m_folder;
    QString m_music = m_folder.filePath(QStringLiteral("music"));
    Music2EmoFiles m_published;
    std::unique_ptr<test::SoundServer> m_server;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<test::StallWatch> m_watch;
    QElapsedTimer m_clock;
};

int main(int argc, char** argv)
{
    // Nothing of the user's is touched, and the words are those of this file.
    const QTemporaryDir home;
    for (const char* variable :
        { "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR" })
        qputenv(variable, home.filePath(QString::fromLatin1(variable)).toLocal8Bit());
    QDir(home.path()).mkdir(QStringLiteral("XDG_RUNTIME_DIR"));
    qputenv("LC_ALL", "C.UTF-8");
    QApplication app(argc, argv);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    DesktopTourTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desktop_tour.moc"
