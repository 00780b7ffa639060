#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"
#include "ui/plane/library_plane.h"
#include "ui/plane/plane_page.h"
#include "ui/plane/plane_side.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace circumplex;

namespace {

using Tracks = std::vector<TrackId>;

std::shared_ptr<const PlanePoints> fourSongs()
{
    return std::make_shared<const PlanePoints>(std::vector<EmotionPoint> { { { 1 }, 2.0F, 2.0F },
        { { 2 }, 5.0F, 5.25F }, { { 3 }, 8.0F, 8.0F }, { { 4 }, 8.5F, 2.0F } });
}

QPushButton* buttonWith(QWidget& among, const QString& text)
{
    for (auto* button : among.findChildren<QPushButton*>())
        if (button->text().startsWith(text)) return button;
    return nullptr;
}

/// Does what the menu that is open says.
bool choose(QWidget& page, const QString& text)
{
    for (auto* menu : page.findChildren<QMenu*>()) {
        if (!menu->isVisible()) continue;
        for (QAction* action : menu->actions())
            if (action->text().startsWith(text)) {
                menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Return);
                return true;
            }
    }
    return false;
}

} // namespace

class PlaneSideTest : public QObject {
    Q_OBJECT

    PlanePage* m_page = nullptr;

private Q_SLOTS:
    void init()
    {
        m_page = new PlanePage;
        m_page->resize(1104, 744);
        m_page->setPoints(fourSongs());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page));
    }

    void cleanup() { delete m_page; }

    void aSelectionBecomesAPlaylist()
    {
        auto* make = buttonWith(m_page->side(), QStringLiteral("Make playlist"));
        QVERIFY(!make->isEnabled());
        Q_EMIT m_page->plane().selected({ { 1 }, { 3 } });
        QVERIFY(make->isEnabled());
        QSignalSpy wanted(&m_page->side(), &PlaneSide::playlistWanted);
        QTimer::singleShot(0, m_page, [] {
            auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->setTextValue(QStringLiteral(" Sunday \"slow\" "));
            dialog->accept();
        });
        QTest::keyClick(make, Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), QStringLiteral("Sunday 'slow'"));
        QCOMPARE(wanted.at(0).at(1).value<Tracks>(), (Tracks { { 1 }, { 3 } }));
        m_page->side().setPlaylist(QStringLiteral("Sunday"));
        QSignalSpy shown(&m_page->side(), &PlaneSide::playlistShown);
        for (QLabel* label : m_page->side().findChildren<QLabel*>())
            if (label->text().contains(u"href")) Q_EMIT label->linkActivated({});
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown.at(0).at(0).toString(), QStringLiteral("Sunday"));
    }

    void aClickedSongIsCurrentAndRinged()
    {
        LibraryPlane& plane = m_page->plane();
        QImage before(plane.size(), QImage::Format_RGB32);
        plane.render(&before);
        const QPoint dot = plane.toPixels({ 2.0, 2.0 }).toPoint();
        QTest::mouseClick(&plane, Qt::LeftButton, {}, dot);
        QCOMPARE(m_page->model().tracks(), (Tracks { { 1 } }));
        QCOMPARE(m_page->side().table().currentIndex().row(), 0);
        QImage after(plane.size(), QImage::Format_RGB32);
        plane.render(&after);
        QVERIFY(after.pixel(dot + QPoint(9, 0)) != before.pixel(dot + QPoint(9, 0)));
        // And the ring goes where the rows lead.
        Q_EMIT plane.selected({ { 1 }, { 3 } });
        m_page->side().table().selectRow(1);
        plane.render(&after);
        QCOMPARE(after.pixel(dot + QPoint(9, 0)), before.pixel(dot + QPoint(9, 0)));
    }

    void theNearestOfThoseAroundTheCursorIsCurrentAndSeen()
    {
        std::vector<EmotionPoint> many;
        for (std::int64_t id = 1; id <= 60; ++id)
            many.push_back({ { id }, 4.85F + 0.005F * static_cast<float>(id), 5.0F });
        m_page->setPoints(std::make_shared<const PlanePoints>(many));
        LibraryPlane& plane = m_page->plane();
        QTest::keyClick(&plane, Qt::Key_Right);
        QTest::keyClick(&plane, Qt::Key_Left);
        QTest::keyClick(&plane, Qt::Key_Return);
        TrackListModel& model = m_page->model();
        QCOMPARE(model.tracks().size(), std::size_t { 60 });
        TrackTable& table = m_page->side().table();
        QCOMPARE(model.trackAt(table.currentIndex().row()), TrackId { 30 });
        QTRY_VERIFY(table.viewport()->rect().intersects(table.visualRect(table.currentIndex())));
    }

    void theRightButtonAsksWhatToDo()
    {
        LibraryPlane& plane = m_page->plane();
        const QPoint dot = plane.toPixels({ 8.0, 8.0 }).toPoint();
        QSignalSpy opened(m_page, &PlanePage::trackOpened);
        QSignalSpy played(&m_page->side(), &PlaneSide::playWanted);
        QSignalSpy again(&m_page->side(), &PlaneSide::analyseAgainWanted);
        QSignalSpy added(&m_page->side(), &PlaneSide::additionWanted);
        QSignalSpy copied(&m_page->side(), &PlaneSide::copyPathsWanted);
        for (const char* what : { "Open", "Play", "Analyse again", "Add to", "Copy paths" }) {
            QTest::mouseClick(&plane, Qt::RightButton, {}, dot);
            QVERIFY(choose(*m_page, QString::fromLatin1(what)));
            QTRY_VERIFY(m_page->findChildren<QMenu*>().isEmpty());
        }
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(0).value<TrackId>(), TrackId { 3 });
        QCOMPARE(played.at(0).at(0).value<TrackId>(), TrackId { 3 });
        for (const QSignalSpy* spy : { &again, &added, &copied }) {
            QCOMPARE(spy->size(), 1);
            QCOMPARE(spy->at(0).at(0).value<Tracks>(), (Tracks { { 3 } }));
        }
        // A drag with the same button moves, and asks nothing.
        const QRectF view { 3.0, 3.0, 4.0, 4.0 };
        plane.setView(view);
        QTest::mousePress(&plane, Qt::RightButton, {}, QPoint(300, 300));
        QMouseEvent move(QEvent::MouseMove, QPointF(340, 300), plane.mapToGlobal(QPointF(340, 300)),
            Qt::NoButton, Qt::RightButton, {});
        QCoreApplication::sendEvent(&plane, &move);
        QTest::mouseRelease(&plane, Qt::RightButton, {}, QPoint(340, 300));
        QVERIFY(plane.view() != view);
        QVERIFY(m_page->findChildren<QMenu*>().isEmpty());
    }

    void theMenuIsThereForTheKeyboard()
    {
        LibraryPlane& plane = m_page->plane();
        QTest::keyClick(&plane, Qt::Key_A, Qt::ControlModifier);
        QSignalSpy again(&m_page->side(), &PlaneSide::analyseAgainWanted);
        QContextMenuEvent asked(
            QContextMenuEvent::Keyboard, QPoint(10, 10), plane.mapToGlobal(QPoint(10, 10)));
        QCoreApplication::sendEvent(&plane, &asked);
        QVERIFY(choose(*m_page, QStringLiteral("Analyse again")));
        QCOMPARE(again.at(0).at(0).value<Tracks>().size(), std::size_t { 4 });
        QTest::keyClick(buttonWith(m_page->side(), QStringLiteral("More")), Qt::Key_Space);
        QVERIFY(choose(*m_page, QStringLiteral("Analyse again")));
        QCOMPARE(again.size(), 2);
    }

    void aBoxAroundTheSelectionIsShownInTheLibrary()
    {
        QSignalSpy wanted(m_page, &PlanePage::libraryWanted);
        Q_EMIT m_page->side().libraryWanted({ { 2 }, { 3 } });
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(),
            QStringLiteral("valence:5.000..8.000 arousal:5.250..8.000"));
    }

    void theListIsSortedByItsHeads()
    {
        PlaneSide& side = m_page->side();
        QVERIFY(!side.table().isColumnHidden(static_cast<int>(TrackColumn::Artist)));
        Q_EMIT m_page->plane().selected({ { 1 }, { 2 }, { 3 } });
        QSignalSpy wanted(&side, &PlaneSide::orderWanted);
        side.table().selectRow(2);
        QHeaderView* head = side.table().horizontalHeader();
        const int artist = static_cast<int>(TrackColumn::Artist);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
            QPoint(head->sectionViewportPosition(artist) + 20, head->height() / 2));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).value<Tracks>(), (Tracks { { 1 }, { 2 }, { 3 } }));
        side.setOrdered({ { 7 } }, { { 7 } }); // an answer for what was selected before
        side.setOrdered({ { 1 }, { 2 }, { 3 } }, { { 3 }, { 1 }, { 2 } });
        QCOMPARE(side.model().tracks(), (Tracks { { 3 }, { 1 }, { 2 } }));
        QCOMPARE(side.table().currentIndex().row(), 0); // still song 3
        // The next selection has the same order.
        Q_EMIT m_page->plane().selected({ { 2 }, { 4 } });
        QCOMPARE(wanted.size(), 2);
    }
};

QTEST_MAIN(PlaneSideTest)
#include "tst_plane_side.moc"
