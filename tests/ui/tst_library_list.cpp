#include "core/library/library_maker.h"
#include "core/services/library_reader.h"
#include "ui/library/library_page.h"
#include "ui/library/library_presenter.h"
#include "ui/library/search_box.h"
#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <set>

using namespace circumplex;

/// The list over a real library of 2000 tracks: what it keeps, how it is ordered, what it shows.
class LibraryListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_file = m_folder.filePath(QStringLiteral("library")).toStdString();
        QVERIFY(makeLibrary(m_file, { .tracks = 2000 }, {}, [](std::int64_t) {}));
    }

    void init()
    {
        m_page = std::make_unique<LibraryPage>();
        m_page->resize(1104, 744);
        m_reader = std::make_unique<LibraryReader>(m_file, std::string());
        m_presenter = std::make_unique<LibraryPresenter>(*m_page, *m_reader);
        m_presenter->refresh();
        m_page->show();
        QTRY_COMPARE(model().tracks().size(), std::size_t { 2000 });
        m_tester = std::make_unique<QAbstractItemModelTester>(&model());
    }

    void cleanup()
    {
        m_tester.reset();
        m_presenter.reset();
        m_reader.reset();
        m_page.reset();
    }

    void sortingKeepsWhatIsSelectedAndCurrent()
    {
        clickCell(3, Qt::NoModifier);
        clickCell(5, Qt::ControlModifier);
        clickCell(8, Qt::ControlModifier);
        const std::set<TrackId> selected = selection();
        QCOMPARE(selected.size(), std::size_t { 3 });
        const TrackId current = table().currentTrack();
        QCOMPARE(current, model().trackAt(8));
        const int y = table().visualRect(table().currentIndex()).top();
        clickHead(TrackColumn::Title);
        QCOMPARE(selection(), selected);
        QCOMPARE(table().currentTrack(), current);
        QVERIFY(table().currentIndex().row() != 8);
        // What one was looking at stays where it was, as far as the list has an end.
        if (table().verticalScrollBar()->value() > 0)
            QCOMPARE(table().visualRect(table().currentIndex()).top(), y);
        QVERIFY(table().viewport()->rect().contains(
            table().visualRect(table().currentIndex()).center()));
    }

    void everythingStaysSelectedInAnotherOrder()
    {
        table().selectAll();
        clickHead(TrackColumn::Valence);
        QCOMPARE(table().selectedTracks().size(), std::size_t { 2000 });
        QCOMPARE(table().selectionModel()->selection().size(), 1);
    }

    void aNarrowerSearchKeepsWhatItFindsSelected()
    {
        table().selectAll();
        QSignalSpy reset(&model(), &QAbstractItemModel::modelReset);
        m_page->search(QStringLiteral("valence>=5"));
        QVERIFY(reset.wait());
        QVERIFY(model().rowCount() > 0 && model().rowCount() < 2000);
        QCOMPARE(table().selectedTracks(), model().tracks());
    }

    void newSongsMoveNothingOnTheScreen()
    {
        table().verticalScrollBar()->setValue(28 * 500 + 9);
        const TrackId top = table().topTrack();
        QCOMPARE(top, model().trackAt(500));
        clickCell(510, Qt::NoModifier);
        const TrackId current = table().currentTrack();
        std::vector<TrackId> more = model().tracks();
        more.insert(more.begin() + 3, { TrackId { 100'001 }, TrackId { 100'002 } });
        m_page->setFound({ more, more.size() });
        QCOMPARE(table().verticalScrollBar()->value(), 28 * 502 + 9);
        QCOMPARE(table().topTrack(), top);
        QCOMPARE(table().currentTrack(), current);
        QCOMPARE(table().currentIndex().row(), 512);
        QCOMPARE(selection(), std::set { current });
    }

    void anotherSearchBeginsAtItsBeginning()
    {
        table().verticalScrollBar()->setValue(28 * 500);
        QSignalSpy reset(&model(), &QAbstractItemModel::modelReset);
        m_page->search(QStringLiteral("valence>=5"));
        QVERIFY(reset.wait());
        QCOMPARE(table().verticalScrollBar()->value(), 0);
    }

    void aHugeScatteredSelectionIsBounded()
    {
        std::vector<TrackId> many;
        for (std::int64_t id = 1; id <= 1'000'000; ++id)
            many.push_back({ id });
        m_page->setFound({ many, many.size() });
        table().selectAll();
        std::ranges::reverse(many);
        many.insert(many.begin(), { 1'000'001 });
        QElapsedTimer clock;
        clock.start();
        m_page->setFound({ many, many.size() });
        const qint64 took = clock.elapsed();
        QVERIFY2(took < 500, qPrintable(QString::number(took)));
        QCOMPARE(table().selectionModel()->selection().size(), 1);
        QVERIFY(!table().selectionModel()->isRowSelected(0));
        QVERIFY(table().selectionModel()->isRowSelected(1'000'000));
    }

private:
    TrackTable& table() { return m_page->table(); }
    TrackListModel& model() { return m_page->model(); }

    std::set<TrackId> selection()
    {
        const std::vector<TrackId> tracks = table().selectedTracks();
        return { tracks.begin(), tracks.end() };
    }

    void clickCell(int row, Qt::KeyboardModifiers keys)
    {
        const QModelIndex index = model().index(row, static_cast<int>(TrackColumn::Title));
        table().scrollTo(index);
        QTest::mouseClick(
            table().viewport(), Qt::LeftButton, keys, table().visualRect(index).center());
    }

    void clickHead(TrackColumn column)
    {
        QHeaderView& head = *table().horizontalHeader();
        QSignalSpy reset(&model(), &QAbstractItemModel::modelReset);
        const int x = head.sectionViewportPosition(static_cast<int>(column)) + 10;
        QTest::mouseClick(head.viewport(), Qt::LeftButton, {}, QPoint(x, 10));
        QVERIFY(reset.wait());
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_file;
    std::unique_ptr<LibraryPage> m_page;
    std::unique_ptr<LibraryReader> m_reader;
    std::unique_ptr<LibraryPresenter> m_presenter;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(LibraryListTest)
#include "tst_library_list.moc"
