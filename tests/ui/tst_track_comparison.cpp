#include "core/library/model_store.h"
#include "tests/ui/track_page_fixture.h"
#include "ui/common/language.h"
#include "ui/curve/legend.h"
#include "ui/curve/track_painter.h"
#include "ui/curve/track_text.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>

#include <algorithm>
#include <memory>

namespace circumplex {

/// Models and people beside each other, and how what they say is drawn and read out.
class TrackComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelsAreComparedAndLanesChosen()
    {
        Music music;
        Shown shown(music);
        QTRY_VERIFY(shown.isComplete());
        const auto action = [&](const QString& start) -> QAction* {
            for (QMenu* menu : shown.page.findChildren<QMenu*>())
                for (QAction* entry : menu->actions())
                    if (entry->text().startsWith(start)) return entry;
            return nullptr;
        };
        const TrackScene& scene = shown.page.lanes().scene();
        for (QMenu* menu : shown.page.findChildren<QMenu*>())
            for (QAction* entry : menu->actions())
                if (entry->isCheckable() && entry->text().contains(u"analysed")
                    && !entry->isChecked())
                    entry->trigger();
        QCOMPARE(scene.curves.size(), std::size_t(2));
        QVERIFY(action(QStringLiteral("calm")));
        action(QStringLiteral("calm"))->trigger();
        QCOMPARE(scene.tags.size(), std::size_t(1));
        QCOMPARE(scene.tags.at(0).name, QStringLiteral("calm"));
        savePicture(shown.page, "track_compare.png");
    }

    void whatIsShownIsOfTheModelInUseAndFollowsTheChoice()
    {
        Music music;
        Shown shown(music);
        QSignalSpy readings(&shown.page, &TrackPage::readingShown);
        QTRY_VERIFY(shown.isComplete());
        const TrackScene& scene = shown.page.lanes().scene();
        shown.session.setModel("other"); // the older one
        QTRY_COMPARE(scene.mainReading()->model, QStringLiteral("m (other)"));
        QCOMPARE(scene.view->readings.size(), std::size_t(2));
        shown.session.setModel("starter");
        QTRY_COMPARE(scene.mainReading()->model, QStringLiteral("m (starter)"));
        const auto told
            = [&] { return readings.constLast().at(1).value<const TrackView::Reading*>()->model; };
        QCOMPARE(told(), QStringLiteral("m (starter)"));
        entry(shown.page, QStringLiteral("m (other)"))->trigger();
        QCOMPARE(scene.curves.size(), std::size_t(2));
        QCOMPARE(told(), QStringLiteral("m (starter)"));
        entry(shown.page, QStringLiteral("m (starter)"))->trigger();
        QCOMPARE(scene.curves.size(), std::size_t(1));
        QCOMPARE(told(), QStringLiteral("m (other)"));
        // A choice is of a model, not of a place in a list that is read again in another order.
        shown.session.setModel("other");
        QTRY_COMPARE(scene.view->readings.front().model, QStringLiteral("m (other)"));
        QCOMPARE(scene.mainReading()->model, QStringLiteral("m (other)"));
    }

    void aModelThatIsGoneIsNotDrawnAndThatIsSaid()
    {
        Music music;
        Shown shown(music);
        QTRY_VERIFY(shown.isComplete());
        const TrackScene& scene = shown.page.lanes().scene();
        entry(shown.page, QStringLiteral("m (other)"))->trigger();
        QCOMPARE(scene.curves.size(), std::size_t(2));
        ModelStore models(music.library);
        valueOf(models.remove(valueOf(models.find("other"))->id));
        shown.session.reload();
        QTRY_COMPARE(scene.curves.size(), std::size_t(1));
        QCOMPARE(scene.mainReading()->hash, "starter");
        const auto* notice = shown.page.findChild<QWidget*>(QStringLiteral("notice"));
        QVERIFY(notice->isVisible());
        QVERIFY(notice->findChild<QLabel*>()->text().contains(u"“m (other)”"));
    }

    void modelsAndPeopleAreToldApart()
    {
        Music music;
        music.addPeople("Ada");
        music.addPeople("Ben");
        Shown shown(music);
        QTRY_VERIFY(shown.isComplete());
        const TrackScene& scene = shown.page.lanes().scene();
        entry(shown.page, QStringLiteral("m (other)"))->trigger();
        const auto legend = [&] {
            QStringList names;
            for (const LegendEntry& shownEntry : seriesLegend(scene, Theme::light()))
                names.append(shownEntry.text);
            return names.join(u'|');
        };
        QCOMPARE(legend(), QStringLiteral("m (starter)|m (other)|Ada|Ben"));
        const auto entries = seriesLegend(scene, Theme::light());
        QVERIFY(entries[2].mark->place != entries[3].mark->place);
        QVERIFY(entries[2].pen.dashPattern() != entries[3].pen.dashPattern());
        QVERIFY(captionText(scene).contains(u"m (starter) (bold), m (other) (thin)"));
        QTest::mouseMove(&shown.page.lanes(), shown.at(20.0));
        const QString readout = readoutLines(scene, 20.0).join(u'|');
        for (const char* part : { "m (other): V ", "(−1.2)", "Ada: valence", "Ben: valence" })
            QVERIFY2(readout.contains(QString::fromUtf8(part)), qPrintable(readout));
        savePicture(shown.page, "track_people.png");
        entry(shown.page, QStringLiteral("Ada, "))->trigger();
        QCOMPARE(legend(), QStringLiteral("m (starter)|m (other)|Ben"));
        entry(shown.page, QStringLiteral("Ben, "))->trigger();
        QVERIFY(scene.hasResidual()); // of the second model
        entry(shown.page, QStringLiteral("m (other)"))->trigger();
        QVERIFY(!scene.hasResidual());
    }

    void whatPeopleDrewIsDottedHoweverCloseOneLooks()
    {
        auto view = std::make_shared<TrackView>();
        Trace held { .samples = { { 0.0F, 8.0F }, { 1000.0F, 8.0F } } };
        view->traces.push_back({ QStringLiteral("Ada"), held });
        TrackScene scene;
        scene.view = view;
        scene.time = TimeWindow(1000.0);
        scene.time.show(500.0, 500.05);
        QImage picture(900, 400, QImage::Format_RGB32);
        QPainter painter(&picture);
        paintTrack(painter, picture.rect(), scene, Theme::light());
        painter.end();
        const QRect plot = TrackLayout(picture.rect(), scene).plot;
        const int y = qRound(plot.bottom() - 7.0 / 8.0 * (plot.height() - 1));
        const auto isOrange
            = [&](int x) { return QColor(picture.pixel(x, y)).hsvSaturation() > 60; };
        int drawn = 0;
        for (int x = plot.left(); x <= plot.right(); ++x)
            drawn += isOrange(x) ? 1 : 0;
        const double share = static_cast<double>(drawn) / plot.width();
        QVERIFY2(0.15 < share && share < 0.85, qPrintable(QString::number(share)));
    }

    void theReadoutStandsWhereItCanBeRead()
    {
        Music music;
        music.addPeople();
        Shown shown(music);
        QTRY_VERIFY(shown.isComplete());
        TrackLanes& lanes = shown.page.lanes();
        const QRect plot = TrackLayout(lanes.rect(), lanes.scene()).plot;
        for (const double seconds : { 0.1, 20.0, 45.0, 59.9 }) {
            QTest::mouseMove(&lanes, shown.at(seconds));
            lanes.repaint();
            const QRect place = lanes.readoutPlace();
            QVERIFY(!place.isEmpty());
            QVERIFY2(plot.left() <= place.left() && place.right() <= plot.right(),
                qPrintable(QString::number(seconds)));
            QVERIFY(!place.contains(shown.at(seconds).x(), place.center().y()));
        }
        QVERIFY(lanes.readoutPlace().right() < shown.at(59.9).x());
        // The frame of the focus goes around all that, not over it.
        const auto caption
            = [&] { return lanes.grab(QRect(100, lanes.height() - 24, 300, 20)).toImage(); };
        lanes.clearFocus();
        const QImage before = caption();
        lanes.setFocus();
        QVERIFY(lanes.hasFocus());
        QCOMPARE(caption(), before);
        savePicture(shown.page, "track_readout.png");
    }

    void aChordsNameStaysInViewAsLongAsItSounds()
    {
        auto view = std::make_shared<TrackView>();
        StoredAnnotation stored;
        stored.annotation.durationSeconds = 100.0;
        stored.annotation.chords.push_back({ 0.0, 100.0, 14 * 9 + 1, 0.9F });
        view->readings.push_back({ QStringLiteral("m"), stored });
        TrackScene scene;
        scene.view = view;
        scene.time = TimeWindow(100.0);
        scene.choose({ 0 }, {});
        scene.time.show(1.0, 2.0); // far from its middle
        QImage picture(900, 500, QImage::Format_RGB32);
        QPainter painter(&picture);
        paintTrack(painter, picture.rect(), scene, Theme::light());
        painter.end();
        const QRect lane = TrackLayout(picture.rect(), scene).chords;
        int darkest = 255;
        for (int y = lane.top() + 4; y < lane.bottom() - 4; ++y)
            for (int x = lane.center().x() - 10; x < lane.center().x() + 10; ++x)
                darkest = std::min(darkest, qGray(picture.pixel(x, y)));
        QVERIFY(darkest < 100);
    }

    void digitsAreOfOneKind()
    {
        Music music;
        music.addPeople();
        Shown shown(music);
        QTRY_VERIFY(shown.isComplete());
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
        const TrackScene& scene = shown.page.lanes().scene();
        const QRegularExpression latin(QStringLiteral("[0-9]"));
        for (const QString& text : { captionText(scene), summaryText(scene),
                 readoutLines(scene, 20.0).join(u' '), laneText(scene.tags.front()) })
            QVERIFY2(!text.contains(latin), qPrintable(text));
        QLocale::setDefault(before);
    }

    void chordsAreSpeltAsKeysAre()
    {
        const auto hasGerman = [] {
            speak(*qApp, QStringLiteral("de"));
            const QString text = chordText(14 * 11) + u'|' + chordText(14 * 6 + 6);
            speak(*qApp, QStringLiteral("en"));
            return text;
        };
        QCOMPARE(hasGerman(), QStringLiteral("Hm|Fism7"));
        QCOMPARE(chordText(14 * 11), QStringLiteral("Bm"));
    }

    void timesAndChordsReadWell()
    {
        QCOMPARE(timeText(252.0), QStringLiteral("4:12"));
        QCOMPARE(timeText(3723.46, 1), QStringLiteral("1:02:03.4"));
        QCOMPARE(timeText(0.3, 1), QStringLiteral("0:00.3"));
        QCOMPARE(chordText(0), QStringLiteral("Cm"));
        QCOMPARE(chordText(14 * 9 + 1), QStringLiteral("A"));
        QCOMPARE(chordText(14 * 6 + 6), QStringLiteral("F#m7"));
        QCOMPARE(chordText(168), QString());
        QCOMPARE(chordText(169), QString());
    }
};

} // namespace circumplex

QTEST_MAIN(circumplex::TrackComparisonTest)
#include "tst_track_comparison.moc"
