#include "ui/library/track_list_model.h"
#include "ui/plane/library_plane.h"
#include "ui/plane/plane_page.h"

#include <QGestureEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>

using namespace circumplex;

namespace {

std::shared_ptr<const PlanePoints> threeSongs()
{
    return std::make_shared<const PlanePoints>(std::vector<EmotionPoint> {
        { { 1 }, 2.0F, 2.0F }, { { 2 }, 5.0F, 5.1F }, { { 3 }, 8.0F, 8.0F } });
}

struct Shown {
    LibraryPlane plane;
    std::vector<TrackId> tracks;
    TrackId current;
    TrackId hovered;

    Shown()
    {
        plane.resize(680, 680);
        plane.edit([](PlaneScene& scene) { scene.points = threeSongs(); });
        QObject::connect(&plane, &LibraryPlane::selected, &plane,
            [this](const std::vector<TrackId>& selected, TrackId meant) {
                tracks = selected;
                current = meant;
            });
        QObject::connect(&plane, &LibraryPlane::hovered, &plane,
            [this](TrackId track, const QPoint&) { hovered = track; });
        plane.show();
        plane.activateWindow();
    }

    bool takesFocus()
    {
        const bool isActive = QTest::qWaitForWindowActive(&plane);
        plane.clearFocus();
        plane.setFocus(Qt::TabFocusReason);
        return isActive && plane.hasFocus();
    }

    void press(int key, int times = 1, Qt::KeyboardModifiers modifiers = {})
    {
        for (int time = 0; time < times; ++time)
            QTest::keyClick(&plane, static_cast<Qt::Key>(key), modifiers);
    }
};

} // namespace

class PlaneKeyboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void arrowsMoveACursorByATwentiethOfTheView()
    {
        Shown shown;
        QVERIFY(shown.takesFocus());
        const QRectF whole = shown.plane.view();
        shown.press(Qt::Key_Right);
        shown.press(Qt::Key_Up, 2);
        QVERIFY(shown.plane.cursorPlace().has_value());
        const QPointF at = *shown.plane.cursorPlace() - whole.center();
        QVERIFY(std::abs(at.x() - whole.width() / 20.0) < 1e-9);
        QVERIFY(std::abs(at.y() - whole.width() / 10.0) < 1e-9);
        QCOMPARE(shown.plane.view(), whole);
        shown.press(Qt::Key_Right, 40);
        QCOMPARE(shown.plane.cursorPlace()->x(), 9.0);
    }

    void theViewFollowsTheCursor()
    {
        Shown shown;
        QVERIFY(shown.takesFocus());
        shown.plane.setView({ 4.0, 4.0, 2.0, 2.0 });
        shown.press(Qt::Key_Left, 25);
        QVERIFY(shown.plane.view().left() < 3.0);
        QVERIFY(shown.plane.view().contains(*shown.plane.cursorPlace()));
        const QRectF before = shown.plane.view();
        const QPointF cursor = *shown.plane.cursorPlace();
        shown.press(Qt::Key_Right, 1, Qt::ControlModifier);
        QVERIFY(shown.plane.view().left() > before.left());
        QCOMPARE(*shown.plane.cursorPlace(), cursor);
    }

    void itSaysWhereItIsAndWhatIsThere()
    {
        Shown shown;
        QVERIFY(shown.takesFocus());
        shown.press(Qt::Key_Right, 3);
        QVERIFY(
            shown.plane.accessibleDescription().startsWith(u"Valence 6.2, arousal 5.0. 0 song"));
        shown.press(Qt::Key_Left, 3);
        QVERIFY(
            shown.plane.accessibleDescription().startsWith(u"Valence 5.0, arousal 5.0. 1 song"));
        QVERIFY(shown.plane.accessibleDescription().contains(u"within 0.25 of a point"));
        QTRY_COMPARE(shown.hovered, TrackId { 2 });
        shown.plane.setCursorSong({ 3 }, QStringLiteral("Another")); // came too late
        QVERIFY(!shown.plane.accessibleDescription().contains(u"Another"));
        shown.plane.setCursorSong({ 2 }, QStringLiteral("Song \u2013 Singer"));
        QVERIFY(shown.plane.accessibleDescription().endsWith(u"Nearest: Song \u2013 Singer."));
    }

    void enterAndSpaceSelectWhatIsNear()
    {
        for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Space }) {
            Shown shown;
            QVERIFY(shown.takesFocus());
            shown.press(Qt::Key_Left, 1);
            shown.press(key);
            QVERIFY(shown.tracks.empty());
            shown.press(Qt::Key_Right, 1);
            shown.press(key);
            QCOMPARE(shown.tracks, std::vector { TrackId { 2 } });
            QCOMPARE(shown.current, TrackId { 2 });
        }
    }

    void controlAndEnterOpensTheNearest()
    {
        Shown shown;
        QVERIFY(shown.takesFocus());
        QSignalSpy opened(&shown.plane, &LibraryPlane::trackOpened);
        shown.press(Qt::Key_Return, 1, Qt::ControlModifier);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(0).value<TrackId>(), TrackId { 2 });
        QVERIFY(shown.tracks.empty());
    }

    void shiftAndArrowsSpanARectangle()
    {
        Shown shown;
        QVERIFY(shown.takesFocus());
        shown.press(Qt::Key_Left, 1);
        shown.press(Qt::Key_Right, 12, Qt::ShiftModifier);
        shown.press(Qt::Key_Up, 12, Qt::ShiftModifier);
        QTRY_COMPARE(shown.tracks.size(), std::size_t { 2 });
        // Back to where it began, nothing is spanned any more.
        shown.press(Qt::Key_Left, 12, Qt::ShiftModifier);
        QTRY_VERIFY(shown.tracks.empty());
        shown.press(Qt::Key_A, 1, Qt::ControlModifier);
        QCOMPARE(shown.tracks.size(), std::size_t { 3 });
        shown.press(Qt::Key_Escape);
        QVERIFY(shown.tracks.empty());
    }

    void spaceIsTheWindowsUntilTheKeyboardIsUsed()
    {
        Shown shown;
        QVERIFY(shown.takesFocus());
        const auto takes = [&shown] {
            QKeyEvent asked(QEvent::ShortcutOverride, Qt::Key_Space, Qt::NoModifier);
            asked.ignore();
            QCoreApplication::sendEvent(&shown.plane, &asked);
            return asked.isAccepted();
        };
        QVERIFY(takes());
        QTest::mouseClick(&shown.plane, Qt::LeftButton, {}, QPoint(300, 300));
        QVERIFY(!takes());
        shown.press(Qt::Key_Left);
        QVERIFY(takes());
    }

    void aMoveOfThePlaneHidesTheCard()
    {
        Shown shown;
        QVERIFY(shown.takesFocus());
        const QPoint dot = shown.plane.toPixels({ 5.0, 5.1 }).toPoint();
        QTest::mouseMove(&shown.plane, dot);
        QTRY_COMPARE(shown.hovered, TrackId { 2 });
        shown.press(Qt::Key_Plus);
        QCOMPARE(shown.hovered, TrackId {});
        shown.press(Qt::Key_Left);
        shown.press(Qt::Key_Right);
        QTRY_COMPARE(shown.hovered, TrackId { 2 });
        shown.press(Qt::Key_Right, 1, Qt::ControlModifier);
        QCOMPARE(shown.hovered, TrackId {});
    }

    void aSelectionFollowsTheSearch()
    {
        PlanePage page;
        page.resize(1104, 744);
        page.setPoints(threeSongs());
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        LibraryPlane& plane = page.plane();
        QTest::keyClick(&plane, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(page.model().tracks().size(), std::size_t { 3 });
        page.setHits(std::make_shared<const PlanePoints>(
            std::vector<EmotionPoint> { { { 3 }, 8.0F, 8.0F } }));
        QCOMPARE(page.model().tracks(), std::vector { TrackId { 3 } });
        page.setHits(nullptr);
        QCOMPARE(page.model().tracks().size(), std::size_t { 3 });
        // One clicked song is gone while the search does not find it.
        QTest::mouseClick(&plane, Qt::LeftButton, {}, plane.toPixels({ 5.0, 5.1 }).toPoint());
        QCOMPARE(page.model().tracks(), std::vector { TrackId { 2 } });
        page.setHits(std::make_shared<const PlanePoints>(
            std::vector<EmotionPoint> { { { 3 }, 8.0F, 8.0F } }));
        QVERIFY(page.model().tracks().empty());
        page.setHits(nullptr);
        QCOMPARE(page.model().tracks(), std::vector { TrackId { 2 } });
    }

    void twoFingersZoomAndMove()
    {
        Shown shown;
        const QPointF around(5.0, 5.0);
        const QPointF global = shown.plane.mapToGlobal(shown.plane.toPixels(around));
        QPinchGesture gesture;
        gesture.setCenterPoint(global);
        gesture.setLastCenterPoint(global);
        gesture.setScaleFactor(2.0);
        gesture.setChangeFlags(QPinchGesture::ScaleFactorChanged);
        QGestureEvent event({ &gesture });
        QCoreApplication::sendEvent(&shown.plane, &event);
        QVERIFY(std::abs(shown.plane.view().width() - 4.1) < 1e-9);
        QVERIFY((shown.plane.toPlace(shown.plane.mapFromGlobal(global)) - around).manhattanLength()
            < 1e-9);
        gesture.setCenterPoint(global + QPointF(50.0, 0.0));
        gesture.setChangeFlags(QPinchGesture::CenterPointChanged);
        const double left = shown.plane.view().left();
        QGestureEvent moved({ &gesture });
        QCoreApplication::sendEvent(&shown.plane, &moved);
        QVERIFY(shown.plane.view().left() < left);
    }

    void theTouchpadZooms()
    {
        Shown shown;
        const QPointF at = shown.plane.toPixels({ 3.0, 3.0 });
        QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(),
            2, at, at, shown.plane.mapToGlobal(at), 0.25, {});
        QCoreApplication::sendEvent(&shown.plane, &event);
        QVERIFY(std::abs(shown.plane.view().width() - 8.2 / 1.25) < 1e-9);
        QVERIFY((shown.plane.toPlace(at) - QPointF(3.0, 3.0)).manhattanLength() < 1e-9);
    }

    void theScaleGetsFiner()
    {
        QCOMPARE(planeTickStep(70.0), 1.0);
        QCOMPARE(planeTickStep(100.0), 0.5);
        QCOMPARE(planeTickStep(500.0), 0.1);
        QCOMPARE(planeTickStep(2500.0), 0.05);
    }
};

QTEST_MAIN(PlaneKeyboardTest)
#include "tst_plane_keyboard.moc"
