#include "ui/common/mood_chips.h"
#include "ui/library/track_list_model.h"
#include "ui/plane/library_plane.h"
#include "ui/plane/plane_cells.h"
#include "ui/plane/plane_colours.h"
#include "ui/plane/plane_legend.h"
#include "ui/plane/plane_page.h"
#include "ui/plane/plane_side.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <numeric>
#include <random>
#include <set>

using namespace circumplex;

namespace {

std::vector<EmotionPoint> randomPoints(std::int64_t count)
{
    std::mt19937 random(7);
    std::normal_distribution<float> level(5.0F, 1.6F);
    std::vector<EmotionPoint> points;
    for (std::int64_t id = 1; id <= count; ++id)
        points.push_back({ { id }, std::clamp(level(random), 1.0F, 9.0F),
            std::clamp(level(random), 1.0F, 9.0F) });
    return points;
}

std::set<TrackId> bruteForce(const std::vector<EmotionPoint>& points, const QRectF& area)
{
    std::set<TrackId> tracks;
    for (const EmotionPoint& point : points)
        if (area.contains(static_cast<double>(point.valence), static_cast<double>(point.arousal)))
            tracks.insert(point.id);
    return tracks;
}

std::shared_ptr<const PlanePoints> shared(std::vector<EmotionPoint> points)
{
    return std::make_shared<const PlanePoints>(std::move(points));
}

void show(LibraryPlane& plane, std::vector<EmotionPoint> points)
{
    plane.edit([&](PlaneScene& scene) { scene.points = shared(std::move(points)); });
}

void drag(QWidget& widget, const QList<QPoint>& way, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mousePress(&widget, Qt::LeftButton, modifiers, way.first());
    for (const QPoint& at : way) {
        QMouseEvent move(QEvent::MouseMove, QPointF(at), widget.mapToGlobal(QPointF(at)),
            Qt::NoButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, way.last());
}

} // namespace

class LibraryPlaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placesAndPixelsAreEachOthersInverse()
    {
        LibraryPlane plane;
        plane.resize(700, 600);
        plane.setView({ 4.0, 2.0, 3.0, 3.0 });
        const QPointF place(5.5, 3.25);
        const QPointF back = plane.toPlace(plane.toPixels(place));
        QVERIFY((back - place).manhattanLength() < 1e-9);
        // Arousal grows upwards, and both axes have one scale.
        const QPointF up = plane.toPixels({ 5.5, 4.25 }) - plane.toPixels(place);
        const QPointF right = plane.toPixels({ 6.5, 3.25 }) - plane.toPixels(place);
        QVERIFY(up.y() < 0.0);
        QCOMPARE(-up.y(), right.x());
    }

    void visitAndNearestFindWhatBruteForceFinds()
    {
        const auto all = randomPoints(5000);
        const PlanePoints points(all);
        for (const QRectF& area :
            { QRectF(1, 1, 8, 8), QRectF(4.2, 5.1, 0.7, 0.3), QRectF(8, 8, 3, 3) }) {
            std::set<TrackId> visited;
            points.visit(area, [&](const EmotionPoint& point) { visited.insert(point.id); });
            QCOMPARE(visited, bruteForce(all, area));
            QVERIFY(points.countNear(area) >= visited.size());
        }
        QCOMPARE(points.countNear({ 1, 1, 8, 8 }), std::size_t { 5000 });
        const EmotionPoint some = all[1234];
        const auto found = points.nearest(
            { static_cast<double>(some.valence), static_cast<double>(some.arousal) }, 0.1);
        QVERIFY(found && found->valence == some.valence && found->arousal == some.arousal);
        QVERIFY(!points.nearest({ -3.0, -3.0 }, 0.5));
    }

    void shiftDragSelectsARectangle()
    {
        const auto all = randomPoints(2000);
        LibraryPlane plane;
        plane.resize(680, 680);
        show(plane, all);
        std::vector<TrackId> tracks;
        connect(&plane, &LibraryPlane::selected, this,
            [&tracks](const std::vector<TrackId>& selected) { tracks = selected; });
        const QPoint from(200, 250), to(420, 380);
        drag(plane, { from, to }, Qt::ShiftModifier);
        const QRectF area = QRectF(plane.toPlace(from), plane.toPlace(to)).normalized();
        const double edge = 8.0 / 1024.0;
        const std::set<TrackId> selected(tracks.begin(), tracks.end());
        QCOMPARE(selected.size(), tracks.size());
        for (const TrackId id : bruteForce(all, area.adjusted(edge, edge, -edge, -edge)))
            QVERIFY(selected.contains(id));
        const auto most = bruteForce(all, area.adjusted(-edge, -edge, edge, edge));
        for (const TrackId id : selected)
            QVERIFY(most.contains(id));
        QVERIFY(tracks.size() > 50);
    }

    void aLassoSelectsWhatItSurrounds()
    {
        LibraryPlane plane;
        plane.resize(680, 680);
        // In the triangle, in its bounding rectangle only, and outside.
        show(plane, { { { 1 }, 4.0F, 4.0F }, { { 2 }, 6.8F, 6.8F }, { { 3 }, 8.5F, 8.5F } });
        std::vector<TrackId> tracks;
        connect(&plane, &LibraryPlane::selected, this,
            [&tracks](const std::vector<TrackId>& selected) { tracks = selected; });
        const auto at = [&plane](double v, double a) { return plane.toPixels({ v, a }).toPoint(); };
        QList<QPoint> way;
        const std::array corners { QPointF(3, 3), QPointF(7, 3), QPointF(3, 7), QPointF(3, 3) };
        for (std::size_t i = 0; i + 1 < corners.size(); ++i)
            for (int part = 0; part < 10; ++part) {
                const QPointF place = corners[i] + (corners[i + 1] - corners[i]) * (part / 10.0);
                way << at(place.x(), place.y());
            }
        drag(plane, way);
        QCOMPARE(tracks, std::vector { TrackId { 1 } });
        QTest::mouseClick(&plane, Qt::LeftButton, {}, at(6.8, 6.8));
        QCOMPARE(tracks, std::vector { TrackId { 2 } });
        QTest::mouseClick(&plane, Qt::LeftButton, {}, at(2.0, 8.0));
        QVERIFY(tracks.empty());
    }

    void manyPointsAreShadesAndFewAreDots()
    {
        LibraryPlane plane;
        plane.resize(680, 680);
        show(plane, randomPoints(30'000));
        QVERIFY(!plane.showsDots());
        plane.setView({ 7.0, 7.0, 1.0, 1.0 });
        QVERIFY(plane.showsDots());
    }

    void cellsAreCountedAtEveryZoom()
    {
        const auto all = randomPoints(30'000);
        const PlanePoints points(all);
        for (const int across : { 64, 128, 256, 512, 1024 }) {
            const auto* counts = points.counts(across);
            QVERIFY(counts);
            QCOMPARE(counts->size(), static_cast<std::size_t>(across * across));
            QCOMPARE(std::accumulate(counts->begin(), counts->end(), 0U), 30'000U);
            QVERIFY(points.fullCell(across) >= 2.0);
        }
        QVERIFY(points.fullCell(64) > points.fullCell(128));
        QVERIFY(!points.counts(2048));
        for (const double pixelsPerPoint : { 40.0, 80.0, 333.0, 2600.0 }) {
            const double pixels = 8.0 * pixelsPerPoint / cellsAcross(pixelsPerPoint, 1.0);
            QVERIFY2(pixels >= 2.5 && pixels < 5.0001, qPrintable(QString::number(pixels)));
        }
    }

    void cellsHaveTheColourOfMostOfTheirSongs()
    {
        // Two heaps: 25 000 songs of one genre, a few of the other among them; and the reverse.
        std::vector<EmotionPoint> all;
        auto groups = std::make_shared<TrackGroups>();
        groups->names = { "jazz", "rock" };
        groups->groups.assign(60'001, TrackGroups::kNone);
        for (std::int64_t id = 1; id <= 60'000; ++id) {
            const bool isLeft = id <= 30'000;
            all.push_back({ { id }, isLeft ? 3.01F : 7.01F, 6.01F });
            const bool isRare = id % 10 == 0;
            groups->groups[static_cast<std::size_t>(id)] = isLeft != isRare ? 0 : 1;
        }
        LibraryPlane plane;
        plane.resize(680, 680);
        show(plane, all);
        plane.edit([&](PlaneScene& scene) {
            scene.hasWords = false;
            scene.colouring = PlaneScene::Colouring::Genre;
            scene.groups = groups;
        });
        QVERIFY(!plane.showsDots());
        const Theme& theme = Theme::of(plane.palette());
        QImage image(plane.size(), QImage::Format_RGB32);
        const auto distance = [&](const QPointF& place, std::size_t group) {
            const QColor seen = image.pixelColor(plane.toPixels(place).toPoint());
            const QColor wanted = groupColour(group, theme);
            return std::abs(seen.red() - wanted.red()) + std::abs(seen.green() - wanted.green())
                + std::abs(seen.blue() - wanted.blue());
        };
        // At any zoom at which these are too many for dots.
        for (const double size : { 8.2, 6.0 }) {
            plane.setView({ 5.0 - size / 2.0, 5.0 - size / 2.0, size, size });
            plane.render(&image);
            const double cell = 4.0 / cellsAcross(588.0 / size, 1.0);
            const QPointF middle(cell, cell);
            QVERIFY(distance(QPointF(3.0, 6.0) + middle, 0) < 60);
            QVERIFY(distance(QPointF(7.0, 6.0) + middle, 1) < 60);
            QVERIFY(distance(QPointF(5.0, 4.0) + middle, 0) > 150); // nothing is there
        }
    }

    void movingPaintsWhatPaintingAnewWould()
    {
        const auto points = randomPoints(3000);
        for (const bool isMany : { false, true }) {
            LibraryPlane moved;
            moved.resize(680, 680);
            show(moved, isMany ? randomPoints(60'000) : points);
            EmotionCurve trail;
            trail.valence = { 2.0F, 7.0F, 4.0F };
            trail.arousal = { 8.0F, 5.0F, 2.0F };
            moved.edit([&](PlaneScene& scene) {
                scene.trail = std::make_shared<const EmotionCurve>(trail);
            });
            moved.setView({ 3.0, 3.0, 3.0, 3.0 });
            QImage before(moved.size(), QImage::Format_RGB32);
            moved.render(&before);
            const double pixel
                = 3.0 / (moved.toPixels({ 6, 3 }).x() - moved.toPixels({ 3, 3 }).x());
            // To and fro, in steps of whole pixels as a mouse makes them, and of a tenth as keys
            // do.
            QRectF view = moved.view();
            for (const QPointF& step : { QPointF(7, 0), QPointF(-20, 13), QPointF(31.2, -40.7),
                     QPointF(3, 90), QPointF(-100, -11) }) {
                view.translate(step * pixel);
                moved.setView(view);
                QImage image(moved.size(), QImage::Format_RGB32);
                moved.render(&image);
                LibraryPlane anew;
                anew.resize(moved.size());
                anew.edit([&](PlaneScene& scene) { scene = moved.scene(); });
                anew.setView(view);
                QImage expected(moved.size(), QImage::Format_RGB32);
                anew.render(&expected);
                int differing = 0;
                for (int y = 0; y < image.height(); ++y)
                    for (int x = 0; x < image.width(); ++x)
                        if (image.pixel(x, y) != expected.pixel(x, y)) ++differing;
                QVERIFY2(differing < 50, qPrintable(QString::number(differing)));
                QVERIFY(image != before);
            }
        }
    }

    /// The bound is for any machine; the goal is 16 ms for 19 of 20 frames.
    void movingOverAMillionIsQuick()
    {
        LibraryPlane plane;
        plane.resize(744, 744);
        show(plane, randomPoints(1'000'000));
        plane.show();
        QImage image(plane.size(), QImage::Format_ARGB32_Premultiplied);
        std::vector<double> moves, zooms;
        const auto paint = [&](std::vector<double>& times) {
            QElapsedTimer timer;
            timer.start();
            plane.render(&image);
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        };
        for (double size = 8.0; size > 0.3; size *= 0.8) {
            plane.setView({ 5.0 - size / 2, 5.0 - size / 2, size, size });
            paint(zooms);
            for (int step = 0; step < 20; ++step) {
                plane.setView(plane.view().translated(0.013 * size, -0.008 * size));
                paint(moves);
            }
        }
        auto groups = std::make_shared<TrackGroups>();
        groups->names = { "a", "b", "c" };
        for (std::uint32_t id = 0; id <= 1'000'000; ++id)
            groups->groups.push_back(static_cast<std::uint8_t>(id * 7919U % 4U));
        plane.edit([&](PlaneScene& scene) {
            scene.colouring = PlaneScene::Colouring::Genre;
            scene.groups = groups;
        });
        std::vector<double> groupZooms;
        for (double size = 8.2; size > 0.3; size *= 0.83) {
            plane.setView({ 5.0 - size / 2, 5.0 - size / 2, size, size });
            paint(groupZooms);
        }
        const auto p95 = [](std::vector<double> times) {
            std::ranges::sort(times);
            return times[times.size() * 95 / 100];
        };
        qInfo("move: p95 %.1f ms, most %.1f ms; zoom: p95 %.1f ms, by genre %.1f ms", p95(moves),
            std::ranges::max(moves), p95(zooms), p95(groupZooms));
        QVERIFY(p95(moves) < 100.0);
        QVERIFY(p95(zooms) < 200.0);
        QVERIFY(p95(groupZooms) < 200.0);
    }

    void aSearchPutsItsHitsBeforeTheRest()
    {
        const auto all = randomPoints(2000);
        std::vector<EmotionPoint> some;
        for (const EmotionPoint& point : all)
            if (point.id.value % 10 == 0) some.push_back(point);
        PlanePage page;
        page.resize(1104, 744);
        page.setPoints(shared(all));
        page.setHits(shared(some));
        QVERIFY(page.plane().accessibleDescription().contains(u"200 of 2,000 analysed songs"));
        std::vector<TrackId> tracks;
        connect(&page.plane(), &LibraryPlane::selected, this,
            [&tracks](const std::vector<TrackId>& selected) { tracks = selected; });
        QTest::keyClick(&page.plane(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(tracks.size(), some.size());
        page.setHits(nullptr);
        QTest::keyClick(&page.plane(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(tracks.size(), all.size());
    }

    void coloursAreExplained()
    {
        PlanePage page;
        page.resize(1104, 744);
        page.setPoints(shared({ { { 1 }, 6.0F, 6.0F }, { { 2 }, 3.0F, 3.0F } }));
        const auto* legend = page.findChild<PlaneLegend*>();
        QVERIFY(legend->accessibleDescription().startsWith(u"joyful, tense, sad, calm"));
        QSignalSpy changes(&page, &PlanePage::colouringChanged);
        page.findChild<QComboBox*>()->setCurrentIndex(2);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(page.colouring(), PlaneScene::Colouring::Decade);
        auto groups = std::make_shared<TrackGroups>();
        groups->names = { "<1980", "1980", "1990" };
        groups->groups = { TrackGroups::kNone, 0, 2 };
        page.setGroups(groups);
        QCOMPARE(
            legend->accessibleDescription(), QStringLiteral("before 1980, 1980s, 1990s, no year"));
        page.setTrail(QStringLiteral("Song"), nullptr);
        QVERIFY(!legend->accessibleDescription().contains(u"Song"));
        auto curve = std::make_shared<EmotionCurve>();
        curve->hopSeconds = 1.0;
        curve->valence = { 2.0F, 8.0F };
        curve->arousal = { 2.0F, 8.0F };
        page.setTrail(QStringLiteral("Song"), curve);
        QVERIFY(legend->accessibleDescription().endsWith(u"the way of “Song”"));
        QVERIFY(legend->heightForWidth(120) > legend->heightForWidth(2000));
    }

    void cellsAreExplainedUntilThereAreDots()
    {
        PlanePage page;
        page.resize(1104, 744);
        page.setPoints(shared(randomPoints(60'000)));
        const auto* legend = page.findChild<PlaneLegend*>();
        const QString colours = QStringLiteral("joyful, tense, sad, calm");
        const QString cells = QStringLiteral("paler: fewer songs");
        QCOMPARE(legend->accessibleDescription(), colours + QStringLiteral(", ") + cells);
        QVERIFY(legend->heightForWidth(120) > legend->heightForWidth(2000));
        page.plane().setView({ 4.0, 4.0, 1.0, 1.0 });
        QVERIFY(page.plane().showsDots());
        QCOMPARE(legend->accessibleDescription(), colours);
        QTest::keyClick(&page.plane(), Qt::Key_0);
        QVERIFY(legend->accessibleDescription().endsWith(cells));
        page.setHits(shared(randomPoints(100)));
        QCOMPARE(legend->accessibleDescription(), colours);
    }

    void allMoodWordsFindRoomWhenZoomed()
    {
        const QFont font = QApplication::font();
        const auto whole = placeMoodWords(70.0, font, 1.0);
        QVERIFY(whole.size() > 34);
        std::set<QString> names;
        for (const MoodWord& word : whole) {
            names.insert(moodName(word.tag));
            for (const MoodWord& other : whole)
                QVERIFY(&word == &other || !word.box.intersects(other.box));
            const QPointF off = word.box.center()
                - QPointF(moodPlace(word.tag).valence, -moodPlace(word.tag).arousal) * 70.0;
            QVERIFY(std::hypot(off.x(), off.y()) < 21.0);
        }
        for (const auto& name : { "happy", "sad", "calm", "energetic", "relaxing", "dark" })
            QVERIFY(names.contains(QString::fromLatin1(name)));
        QCOMPARE(placeMoodWords(2400.0, font, 1.0).size(), std::size_t { 56 });
    }

    void thePageListsTheSelectionAndTellsWhereTheLibraryLies()
    {
        PlanePage page;
        page.resize(1104, 744);
        page.setPoints(shared({ { { 1 }, 6.0F, 6.0F }, { { 2 }, 6.1F, 6.1F }, { { 3 }, 2.0F, 2.0F },
            { { 4 }, 6.0F, 3.0F } }));
        Q_EMIT page.plane().selected({ { 1 }, { 3 } });
        QCOMPARE(page.model().tracks(), (std::vector<TrackId> { { 1 }, { 3 } }));
        const auto labels = page.findChildren<QLabel*>();
        const auto says = [&labels](const QString& text) {
            return std::ranges::any_of(labels, [&text](const QLabel* label) {
                return label->text().replace(QChar::Nbsp, u' ').contains(text);
            });
        };
        QVERIFY(says(QStringLiteral("2 songs selected")));
        QVERIFY(says(QStringLiteral("joyful 50 %, tense 0 %, sad 25 %, calm 25 %")));
        QVERIFY(says(QStringLiteral("It has nothing tense.")));
        QVERIFY(says(QStringLiteral("reaches 1 %"))); // 3 of 256 squares
    }

    void moodWordsAreWhereTheyWereRated()
    {
        QCOMPARE(moodName(26), QStringLiteral("happy"));
        QCOMPARE(moodPlace(26).valence, 8.47);
        QCOMPARE(moodPlace(26).arousal, 6.05);
        QCOMPARE(moodName(44), QStringLiteral("sad"));
        QCOMPARE(moodPlace(44).valence, 2.1);
        QCOMPARE(moodPlace(55).arousal, 4.7);
    }
};

QTEST_MAIN(LibraryPlaneTest)
#include "tst_library_plane.moc"
