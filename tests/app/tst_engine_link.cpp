#include "app/desktop/engine_link.h"
#include "app/desktop/problems_link.h"
#include "app/desktop/track_analysis_link.h"
#include "core/services/library_reader.h"
#include "core/services/track_session.h"
#include "tests/app/annotated_library.h"
#include "tests/core/audio/sound_files.h"
#include "ui/curve/track_page.h"
#include "ui/main_window/status_strip.h"

#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <csignal>

using namespace circumplex;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 120'000;

/// The strip of a window and a real engine, on a scanned library of three sounds and an empty file.
struct Working {
    explicit Working(int sounds, double seconds = 2.0)
    {
        library.shareFolders();
        library.writeSounds(sounds, seconds);
        test::write(library.music() / "empty.wav", {});
        library.scan();
        engine = std::make_unique<EngineLink>(strip, library.file().toStdString());
        engine->setSettings(settings);
    }

    QString words()
    {
        QStringList texts;
        for (const QLabel* label : strip.findChildren<QLabel*>())
            texts << label->text();
        return texts.join(u'|');
    }

    Settings::Analysis settings { .isGentle = false };
    test::AnnotatedLibrary library;
    StatusStrip strip;
    std::unique_ptr<EngineLink> engine;
};

} // namespace

/// The window's side of the analysis, with the real program at work.
class EngineLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void analysedSongsAndThoseThatFailedAreDoneAgain()
    {
        Working working(3);
        QSignalSpy rested(working.engine.get(), &EngineLink::rested);
        QSignalSpy annotated(working.engine.get(), &EngineLink::trackAnnotated);
        QSignalSpy failed(working.engine.get(), &EngineLink::trackFailed);
        working.engine->work();
        QTRY_VERIFY_WITH_TIMEOUT(!rested.isEmpty(), kPatienceMs);
        QCOMPARE(annotated.size(), 3);
        QCOMPARE(failed.size(), 1);
        QVERIFY2(working.words().contains(u"3 song(s) analysed, 1 could not be"),
            qPrintable(working.words()));
        QCOMPARE(working.strip.problems().size(), std::size_t(1));
        const QString problem = working.strip.problems().front().text();
        QVERIFY2(problem.endsWith(u"/empty.wav: The file is empty (0 bytes). Copy or download it "
                                  "again."_s),
            qPrintable(problem));

        // One of each, without any other work; and the first ones of a list that holds a failed
        // one.
        const TrackId done = annotated.at(0).at(0).value<TrackId>();
        const TrackId bad = failed.at(0).at(0).value<TrackId>();
        rested.clear();
        working.engine->analyseAgain({ done, bad });
        QTRY_COMPARE_WITH_TIMEOUT(annotated.size(), 4, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, kPatienceMs);
        QCOMPARE(annotated.at(3).at(0).value<TrackId>(), done);
        QTRY_VERIFY_WITH_TIMEOUT(!rested.isEmpty(), kPatienceMs);
        working.engine->analyseFirst({ bad });
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 3, kPatienceMs);

        // Mended, all that failed are tried from what the library knows.
        LibraryReader reader(working.library.file().toStdString(), {});
        StatusStrip later;
        ProblemsLink problems(later, reader, *working.engine);
        std::filesystem::copy_file(working.library.music() / "000.wav",
            working.library.music() / "empty.wav",
            std::filesystem::copy_options::overwrite_existing);
        problems.tryAllAgain();
        QTRY_VERIFY_WITH_TIMEOUT(annotated.size() >= 5, kPatienceMs);
        QCOMPARE(annotated.at(4).at(0).value<TrackId>(), bad);
        QVERIFY(working.strip.problems().empty());
    }

    void thePageIsToldHowItEnds()
    {
        Working working(1, 5.0);
        QSignalSpy failed(working.engine.get(), &EngineLink::trackFailed);
        QSignalSpy annotated(working.engine.get(), &EngineLink::trackAnnotated);
        working.engine->work();
        QTRY_VERIFY_WITH_TIMEOUT(annotated.size() == 1 && failed.size() == 1, kPatienceMs);
        TrackSession session(working.library.file().toStdString(),
            working.library.file().toStdString() + ".waveforms");
        TrackPage page(session);
        TrackAnalysisLink link(page, session, *working.engine);
        const auto isAnalysing = [&] { return page.lanes().scene().isAnalysing; };
        for (const QSignalSpy* ends : { &annotated, &failed }) {
            const qsizetype before = ends->size();
            page.open(ends->at(0).at(0).value<TrackId>());
            Q_EMIT page.analysisRequested(session.track());
            QVERIFY(isAnalysing());
            QTRY_COMPARE_WITH_TIMEOUT(ends->size(), before + 1, kPatienceMs);
            QVERIFY(!isAnalysing());
        }
        // One that nobody knows is not waited for either.
        page.open({ 4711 });
        Q_EMIT page.analysisRequested({ 4711 });
        QVERIFY(isAnalysing());
        QTRY_VERIFY_WITH_TIMEOUT(!isAnalysing(), kPatienceMs);
    }

    void whatFailedBeforeIsListed()
    {
        Working working(0);
        working.engine->work();
        QTRY_COMPARE_WITH_TIMEOUT(working.strip.problems().size(), std::size_t(1), kPatienceMs);
        working.engine.reset();
        StatusStrip later;
        EngineLink engine(later, working.library.file().toStdString());
        LibraryReader reader(working.library.file().toStdString(), {});
        ProblemsLink problems(later, reader, engine);
        problems.list();
        QTRY_COMPARE(later.problems().size(), std::size_t(1));
        QCOMPARE(later.problems().front().text(), working.strip.problems().front().text());
    }

    void aKilledEngineIsSaidAndTheCountGoesOn()
    {
        constexpr int kSounds = 20;
        Working working(kSounds, 30.0);
        QSet<QString> totals; // that the strip told at any time
        QTimer sampling;
        connect(&sampling, &QTimer::timeout, this, [&] {
            static const QRegularExpression total(u"of (\\d+) songs"_s);
            const auto match = total.match(working.words());
            if (match.hasMatch()) totals.insert(match.captured(1));
        });
        sampling.start(20);
        QSignalSpy rested(working.engine.get(), &EngineLink::rested);
        QSignalSpy annotated(working.engine.get(), &EngineLink::trackAnnotated);
        working.engine->work();
        QTRY_VERIFY_WITH_TIMEOUT(annotated.size() >= 3, kPatienceMs);
        for (const qint64 child : test::childrenOf(QCoreApplication::applicationPid()))
            ::kill(static_cast<pid_t>(child), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(working.words().contains(u"nothing is lost"), kPatienceMs);
        QVERIFY2(working.words().contains(u"killed from outside"), qPrintable(working.words()));
        QVERIFY(!working.strip.problems().empty());
        totals.clear();
        QTRY_VERIFY_WITH_TIMEOUT(!rested.isEmpty(), kPatienceMs);
        QCOMPARE(totals, QSet<QString> { QString::number(kSounds + 1) });
        QVERIFY2(working.words().contains(u"20 song(s) analysed, 1 could not be"),
            qPrintable(working.words()));
        QCOMPARE(working.library.annotated().size(), kSounds);
    }

    void otherSettingsStartTheEngineAnewWithItsWork()
    {
        Working working(8, 20.0);
        QSignalSpy rested(working.engine.get(), &EngineLink::rested);
        QSignalSpy annotated(working.engine.get(), &EngineLink::trackAnnotated);
        working.engine->work();
        QTRY_VERIFY_WITH_TIMEOUT(!annotated.isEmpty(), kPatienceMs);
        working.settings.curveHopSeconds = 2.0;
        working.engine->setSettings(working.settings);
        QTRY_VERIFY_WITH_TIMEOUT(!rested.isEmpty(), kPatienceMs);
        QCOMPARE(working.library.annotated().size(), 8);
        // The first was done with the old ones; asked for again, all are as they are to be.
        std::vector<TrackId> tracks;
        for (const qint64 id : working.library.annotated())
            tracks.push_back({ id });
        annotated.clear();
        QTest::qWait(1500); // the change is taken over by now, however quick the work was
        working.engine->analyseAgain(tracks);
        QTRY_COMPARE_WITH_TIMEOUT(annotated.size(), 8, kPatienceMs);
        QCOMPARE(working.library.sql(u"SELECT DISTINCT hop_seconds FROM curves"_s),
            QStringList { u"2.0"_s });
        for (const Problem& problem : working.strip.problems())
            QVERIFY2(problem.track, "an engine that ends as told did not die");
    }

    void scansAreToldInWords()
    {
        Working working(2);
        QSignalSpy changed(working.engine.get(), &EngineLink::libraryChanged);
        working.settings.isAutomatic = false;
        working.engine->setSettings(working.settings);
        working.engine->scan({});
        QTRY_VERIFY_WITH_TIMEOUT(
            working.words().contains(u"1 file(s) could not be read"), kPatienceMs);
        QCOMPARE(working.strip.problems().size(), std::size_t(1));
        std::filesystem::remove(working.library.music() / "empty.wav");
        working.engine->scan({});
        QTRY_VERIFY_WITH_TIMEOUT(working.words().contains(u"1 song(s) missing"), kPatienceMs);
        working.engine->scan({});
        QTRY_VERIFY_WITH_TIMEOUT(working.words().contains(u"Nothing new was found."), kPatienceMs);
        std::filesystem::copy_file(
            working.library.music() / "000.wav", working.library.music() / "new.wav");
        // The folder is watched: nobody asks for this one.
        QTRY_VERIFY_WITH_TIMEOUT(working.words().contains(u"1 song(s) new"), kPatienceMs);
        for (const auto& file : std::filesystem::directory_iterator(working.library.music()))
            std::filesystem::remove(file.path());
        working.engine->scan({});
        const auto isExplained = [&] {
            return std::ranges::any_of(working.strip.problems(), [](const Problem& problem) {
                return problem.text().contains(u"The folder is empty");
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isExplained(), kPatienceMs);
    }
};

QTEST_MAIN(EngineLinkTest)
#include "tst_engine_link.moc"
