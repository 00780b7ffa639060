#include "app/desktop/desktop.h"
#include "core/services/model_registry.h"
#include "tests/app/rated_sounds.h"
#include "tests/app/window_driver.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/services/sound_server.h"
#include "ui/label/label_page.h"
#include "ui/label/listening_panel.h"
#include "ui/label/rating_panel.h"
#include "ui/main_window/main_window.h"
#include "ui/train/loss_plot.h"
#include "ui/train/train_page.h"

#include <QLabel>
#include <QMenu>
#include <QTableWidget>

using namespace circumplex;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 240'000; // for a training, on a busy machine
constexpr int kRatedByHand = 3;

/// What DEAM's table of whole songs looks like: high tones are pleasant, fast decay is exciting.
QByteArray deamTable()
{
    QByteArray table = " song_id, valence_mean, valence_std, arousal_mean, arousal_std\n";
    for (int sound = 0; sound < test::kRatedSounds; ++sound)
        table += QByteArray::number(sound) + ", "
            + QByteArray::number(1.5 + 7.0 * (sound % 37) / 36.0, 'f', 2) + ", 1.1, "
            + QByteArray::number(2.0 + 1.2 * (sound % 5), 'f', 2) + ", 0.9\n";
    return table;
}

} // namespace

/// From no rating at all to a personal model, and back: one window, one engine, real events. Each
/// step goes on from the one before.
class PersonalTourTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_library.shareFolders();
        m_server = std::make_unique<test::SoundServer>();
        test::writeFolders(m_library);
        QCOMPARE(m_library.scan().exitCode, 0);
        QCOMPARE(m_library.annotate().exitCode, 0);
        test::write(m_library.cli().place("deam_static.csv"), deamTable());
        Settings settings;
        settings.analysis.isGentle = false; // it would wait for the tests beside this one
        QVERIFY(SettingsFile(AppFolders::standard().settings).save(settings));
        m_desktop = std::make_unique<Desktop>(Desktop::Options { m_library.file(), {} });
        m_desktop->show();
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
    }

    void init()
    {
        window().activateWindow(); // without a window manager nobody does when a dialog closes
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }

    void threePiecesAreRated()
    {
        showPage(u"label"_s, Qt::Key_4);
        LabelPage& page = *window().findChild<LabelPage*>();
        auto* who = test::named<QLineEdit>(page, u"Who rates"_s);
        QVERIFY(who);
        who->setFocus();
        QTest::keyClicks(who, u"Ada"_s);
        test::press(page, u"Start rating"_s);
        for (int song = 1; song <= kRatedByHand; ++song) {
            QTRY_COMPARE(page.stage(), LabelPage::Stage::Listening);
            RatingPlane& plane = page.listening().plane();
            QTRY_VERIFY(plane.hasFocus());
            QTest::qWait(400);
            for (int step = 0; step < 6; ++step) {
                QTest::keyClick(&plane, step % 2 ? Qt::Key_Right : Qt::Key_Up);
                QTest::qWait(50);
            }
            if (song == 2) picture(u"label-listening"_s);
            QTRY_COMPARE_WITH_TIMEOUT(page.stage(), LabelPage::Stage::Rating, 30'000);
            RatingPlane& whole = page.rating().plane();
            QTest::mouseClick(
                &whole, Qt::LeftButton, {}, whole.rect().center() + QPoint(20 * song, -15 * song));
            if (song == 2) picture(u"label-rating"_s);
            QTest::keyClick(&whole, Qt::Key_Return);
        }
        test::press(page, u"End the sitting"_s);
        QTRY_COMPARE(page.stage(), LabelPage::Stage::Summary);
        picture(u"label-summary"_s);
        QCOMPARE(
            m_library.sql(u"SELECT COUNT(*) FROM ratings JOIN sessions ON sessions.id = session_id "
                          "JOIN raters ON raters.id = rater_id "
                          "WHERE raters.name = 'Ada' AND valence IS NOT NULL"_s),
            { QString::number(kRatedByHand) });
    }

    void labelsOfADataSetAreImported()
    {
        showPage(u"train"_s, Qt::Key_5);
        QVERIFY(!test::canPress(train(), u"Next: what to train"_s)); // three songs are too few
        test::pressAndChoose(train(), u"Import labels \u2026"_s,
            QString::fromStdString(m_library.cli().place("deam_static.csv").string()));
        QTRY_VERIFY_WITH_TIMEOUT(test::canPress(train(), u"Next: what to train"_s), kPatienceMs);
        QCOMPARE(m_library.sql(u"SELECT COUNT(*) FROM ratings"_s),
            { QString::number(kRatedByHand + test::kRatedSounds) });
        picture(u"train-data"_s);
    }

    void aModelIsTrainedAndJudged()
    {
        test::press(train(), u"Next: what to train"_s);
        picture(u"train-choice"_s);
        test::press(train(), u"Start"_s);
        QTRY_VERIFY_WITH_TIMEOUT(train().findChild<LossPlot*>()->pointCount() > 40
                || train().step() == TrainPage::Verdict,
            kPatienceMs);
        picture(u"train-run"_s);
        QTRY_COMPARE_WITH_TIMEOUT(train().step(), TrainPage::Verdict, kPatienceMs);
        QVERIFY(train().findChild<QTableWidget*>()->rowCount() >= 2);
        picture(u"train-verdict"_s);
    }

    void itsUseDescribesTheLibraryAnew()
    {
        QCOMPARE(described(), QStringList(u"starter|48"_s));
        test::press(train(), u"Use it"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            described(), (QStringList { u"personal|48"_s, u"starter|48"_s }), kPatienceMs);
        QCOMPARE(ModelRegistry::standard().nameInUse(), std::string("personal"));
    }

    void oneClickGoesBackAndNothingIsLost()
    {
        test::press(train(), u"Back to Starter (MusiCNN, crema)"_s, kPatienceMs);
        QTRY_COMPARE(ModelRegistry::standard().nameInUse(), std::string("starter"));
        QCOMPARE(described(), (QStringList { u"personal|48"_s, u"starter|48"_s }));
        QCOMPARE(m_library.sql(u"SELECT COUNT(*) FROM ratings"_s),
            { QString::number(kRatedByHand + test::kRatedSounds) });
    }

    void theMenuSwitchesBetweenModels()
    {
        QMenu& menu = *window().analysisMenu();
        menu.popup(window().mapToGlobal(QPoint(60, 60)));
        QMenu* models = nullptr;
        for (const QAction* action : menu.actions())
            if (action->menu()) models = action->menu();
        QVERIFY(models);
        const auto named = [&](const QString& title) -> QAction* {
            for (QAction* action : models->actions())
                if (action->text() == title) return action;
            return nullptr;
        };
        const QString starter = u"Starter (MusiCNN, crema)"_s;
        QTRY_VERIFY(named(starter) && named(starter)->isChecked());
        QAction* personal = named(u"Personal: Ada, deam_static, from starter"_s);
        QVERIFY(personal && !personal->isChecked());
        personal->trigger();
        menu.close();
        QTRY_COMPARE_WITH_TIMEOUT(
            ModelRegistry::standard().nameInUse(), std::string("personal"), kPatienceMs);
        window().close();
        m_desktop.reset();
    }

private:
    MainWindow& window() { return m_desktop->window(); }
    TrainPage& train() { return *window().findChild<TrainPage*>(); }

    void showPage(const QString& key, Qt::Key digit)
    {
        QTest::keyClick(&window(), digit, Qt::ControlModifier);
        QTRY_COMPARE(window().currentPage(), key);
    }

    /// Keeps what the window looks like in the folder CIRCUMPLEX_PICTURES, if there is one.
    void picture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("CIRCUMPLEX_PICTURES");
        if (!folder.isEmpty()) QVERIFY(window().grab().save(u"%1/%2.png"_s.arg(folder, name)));
    }

    /// "model|number of songs it has described", by name.
    QStringList described() const
    {
        return m_library.sql(
            u"SELECT name, COUNT(*) FROM annotations JOIN models ON models.id = model_id "
            "WHERE is_coarse = 0 GROUP BY name ORDER BY name"_s);
    }

    test::AnnotatedLibrary m_library;
    std::unique_ptr<test::SoundServer> m_server;
    std::unique_ptr<Desktop> m_desktop;
};

int main(int argc, char** argv)
{
    qputenv("LC_ALL", "C.UTF-8");
    QApplication app(argc, argv);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    PersonalTourTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_personal_tour.moc"
