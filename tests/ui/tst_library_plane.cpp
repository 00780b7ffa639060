#include "ui/common/mood_chips.h"
#include "ui/library/track_list_model.h"
#include "ui/plane/library_plane.h"
#include "ui/plane/plane_page.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

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
        plane.setPoints(PlanePoints(all));
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
        plane.setPoints(
            PlanePoints({ { { 1 }, 4.0F, 4.0F }, { { 2 }, 6.8F, 6.8F }, { { 3 }, 8.5F, 8.5F } }));
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

    void everythingByKeyboard()
    {
        LibraryPlane plane;
        plane.resize(680, 680);
        plane.setPoints(PlanePoints({ { { 1 }, 2.0F, 2.0F }, { { 2 }, 5.0F, 5.0F } }));
        const QRectF whole = plane.view();
        std::vector<TrackId> tracks;
        connect(&plane, &LibraryPlane::selected, this,
            [&tracks](const std::vector<TrackId>& selected) { tracks = selected; });
        for (int times = 0; times < 5; ++times)
            QTest::keyClick(&plane, Qt::Key_Plus);
        QVERIFY(plane.view().width() < whole.width() / 2);
        QTest::keyClick(&plane, Qt::Key_Return);
        QCOMPARE(tracks, std::vector { TrackId { 2 } });
        const double before = plane.view().left();
        QTest::keyClick(&plane, Qt::Key_Right);
        QVERIFY(plane.view().left() > before);
        QTest::keyClick(&plane, Qt::Key_0);
        QCOMPARE(plane.view(), whole);
        QTest::keyClick(&plane, Qt::Key_Return);
        QCOMPARE(tracks.size(), std::size_t { 2 });
        QTest::keyClick(&plane, Qt::Key_Escape);
        QVERIFY(tracks.empty());
    }

    void manyPointsAreShadesAndFewAreDots()
    {
        LibraryPlane plane;
        plane.resize(680, 680);
        plane.setPoints(PlanePoints(randomPoints(30'000)));
        QVERIFY(!plane.showsDots());
        plane.setView({ 7.0, 7.0, 1.0, 1.0 });
        QVERIFY(plane.showsDots());
        const QImage density = PlanePoints(randomPoints(300'000)).density();
        std::set<int> levels;
        for (int y = 0; y < density.height(); ++y)
            for (int x = 0; x < density.width(); ++x)
                levels.insert(density.constScanLine(y)[x]);
        QCOMPARE(levels, (std::set { 0, 1, 2, 3, 4, 5 }));
    }

    /// The bound is for any machine; the goal is 16 ms.
    void movingOverAMillionIsQuick()
    {
        LibraryPlane plane;
        plane.resize(680, 680);
        plane.setPoints(PlanePoints(randomPoints(1'000'000)));
        plane.show();
        QImage image(plane.size(), QImage::Format_ARGB32_Premultiplied);
        double worst = 0.0;
        for (double size = 8.0; size > 0.3; size *= 0.8) {
            for (int step = 0; step < 3; ++step) {
                plane.setView({ 5.0 - size / 2 + step * 0.01, 5.0 - size / 2, size, size });
                QElapsedTimer timer;
                timer.start();
                plane.render(&image);
                worst = std::max(worst, static_cast<double>(timer.nsecsElapsed()) / 1e6);
            }
        }
        qInfo("worst frame: %.1f ms", worst);
        QVERIFY(worst < 200.0);
    }

    void thePageListsTheSelectionAndTellsWhereTheLibraryLies()
    {
        PlanePage page;
        page.resize(1104, 744);
        page.setPoints({ { { 1 }, 6.0F, 6.0F }, { { 2 }, 6.1F, 6.1F }, { { 3 }, 2.0F, 2.0F },
            { { 4 }, 6.0F, 3.0F } });
        Q_EMIT page.plane().selected({ { 1 }, { 3 } });
        QCOMPARE(page.model().tracks(), (std::vector<TrackId> { { 1 }, { 3 } }));
        const auto labels = page.findChildren<QLabel*>();
        const auto says = [&labels](const QString& text) {
            return std::ranges::any_of(
                labels, [&text](const QLabel* label) { return label->text().contains(text); });
        };
        QVERIFY(says(QStringLiteral("2 songs selected")));
        QVERIFY(says(QStringLiteral("joyful 50 %, tense 0 %, sad 25 %, calm 25 %")));
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
