#include "core/library/library_database.h"
#include "core/library/library_maker.h"
#include "core/library/model_store.h"
#include "core/library/track_error_store.h"
#include "core/library/track_search.h"
#include "core/services/library_reader.h"
#include "core/types/mood_tags.h"
#include "ui/common/theme.h"
#include "ui/library/facet_panel.h"
#include "ui/library/filter_chips.h"
#include "ui/library/library_page.h"
#include "ui/library/library_presenter.h"
#include "ui/library/search_box.h"
#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleOptionHeader>
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
        auto library = LibraryDatabase::open(m_file);
        QVERIFY(library);
        const TrackSearch search(*library, ModelStore(*library).all()->front().id);
        const auto bare = search.find(*parseSearch("is:unannotated not is:failed"), {}, 1);
        QVERIFY(bare && !bare->ids.empty());
        m_cutOff = bare->ids.front();
        QVERIFY(TrackErrorStore(*library).add({ .track = m_cutOff,
                                                  .stage = TrackStage::Analysis,
                                                  .code = "file-damaged",
                                                  .reason = "The file is cut off." },
            10));
        m_failed = static_cast<std::int64_t>(search.find(*parseSearch("is:failed"), {})->total);
        applyTheme(*qApp, Appearance::Light);
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

    void theNeighbourOfASongThatIsGoneBecomesCurrent()
    {
        clickCell(5, Qt::NoModifier);
        std::vector<TrackId> fewer = model().tracks();
        const TrackId next = fewer.at(6);
        fewer.erase(fewer.begin() + 5);
        m_page->setFound({ fewer, fewer.size() });
        QCOMPARE(table().currentTrack(), next);
        QVERIFY(table().selectedTracks().empty());
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
        m_tester.reset(); // looks at every cell
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

    void headsWithoutAnOrderLeaveTheArrowWhereItIs()
    {
        m_page->resize(1800, 744);
        QCoreApplication::processEvents();
        clickHead(TrackColumn::Album);
        const TrackSort before = m_page->order();
        QHeaderView& head = *table().horizontalHeader();
        table().setWanted(TrackColumn::State, true);
        for (const TrackColumn column :
            { TrackColumn::Curve, TrackColumn::Moods, TrackColumn::State }) {
            const int x = head.sectionViewportPosition(static_cast<int>(column)) + 10;
            QTest::mouseClick(head.viewport(), Qt::LeftButton, {}, QPoint(x, 10));
            QCOMPARE(head.sortIndicatorSection(), static_cast<int>(TrackColumn::Album));
            QCOMPARE(head.sortIndicatorOrder(), Qt::AscendingOrder);
        }
        QCOMPARE(m_page->order().key, before.key);
        QVERIFY(table().isOrderedBy(TrackColumn::Album, Qt::AscendingOrder));
    }

    void moodsSortByTheMoodThatIsSearchedFor()
    {
        QSignalSpy reset(&model(), &QAbstractItemModel::modelReset);
        m_page->search(QStringLiteral("mood:happy"));
        QVERIFY(reset.wait());
        clickHead(TrackColumn::Moods);
        QCOMPARE(m_page->order().key, TrackSort::Key::Mood);
        QCOMPARE(kMoodTags.at(static_cast<std::size_t>(m_page->order().tag)), "happy");
        QCOMPARE(m_page->order().direction, TrackSort::Direction::Descending);
    }

    void keysSortByTheirNames()
    {
        table().sortBy(TrackColumn::Key, Qt::AscendingOrder);
        QTRY_COMPARE(m_page->order().key, TrackSort::Key::MusicalKey);
        QTRY_VERIFY(rowAt(0) && rowAt(0)->key);
        QTRY_VERIFY(rowAt(400));
        QCOMPARE(rowAt(0)->key->tonic, "A");
        QVERIFY(!rowAt(400)->key || rowAt(400)->key->tonic >= "A");
    }

    void headsHaveRoomForTheArrow()
    {
        QHeaderView& head = *table().horizontalHeader();
        for (int column = 0; column < kTrackColumns; ++column) {
            if (table().isColumnHidden(column)) continue;
            QStyleOptionHeader option;
            option.initFrom(&head);
            option.text = model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            option.rect = QRect(0, 0, head.sectionSize(column), head.height());
            option.sortIndicator = QStyleOptionHeader::SortDown;
            const QRect words
                = head.style()->subElementRect(QStyle::SE_HeaderLabel, &option, &head);
            const QRect arrow
                = head.style()->subElementRect(QStyle::SE_HeaderArrow, &option, &head);
            QVERIFY(!words.intersects(arrow));
            QVERIFY2(words.width() >= head.fontMetrics().horizontalAdvance(option.text),
                qPrintable(option.text));
        }
    }

    void aTickedColumnShowsWhateverRoomThereIs()
    {
        m_page->resize(784, 600);
        QCoreApplication::processEvents();
        QMenu* menu = table().columnMenu();
        menu->popup(m_page->mapToGlobal(QPoint(50, 50)));
        for (const TrackColumn column : { TrackColumn::Genre, TrackColumn::Key, TrackColumn::State,
                 TrackColumn::Album, TrackColumn::Year, TrackColumn::Length, TrackColumn::Moods }) {
            QAction* action = menu->actions().at(static_cast<int>(column));
            QCOMPARE(action->isChecked(), !table().isColumnHidden(static_cast<int>(column)));
            if (action->isChecked()) continue;
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            QVERIFY(menu->isVisible()); // for the next one
            QVERIFY(action->isChecked());
            QVERIFY(!table().isColumnHidden(static_cast<int>(column)));
        }
        menu->close();
        // Nothing that was asked for went for something that was asked for later.
        for (const TrackColumn column :
            { TrackColumn::Genre, TrackColumn::Key, TrackColumn::State })
            QVERIFY(!table().isColumnHidden(static_cast<int>(column)));
        QVERIFY(table().columnWidth(static_cast<int>(TrackColumn::Title)) >= 140);
        m_page->table().setFixedWidth(600);
        QCoreApplication::processEvents();
        QVERIFY(!table().isColumnHidden(static_cast<int>(TrackColumn::Genre)));
        QVERIFY(table().horizontalScrollBar()->maximum() > 0);
        // And again, for the last: unticked it is gone.
        QAction* key = menu->actions().at(static_cast<int>(TrackColumn::Key));
        key->trigger();
        QVERIFY(table().isColumnHidden(static_cast<int>(TrackColumn::Key)));
        QVERIFY(!table().isWanted(TrackColumn::Key));
    }

    void valenceAndArousalAreShownTogether()
    {
        for (int width = 400; width < 1300; width += 7) {
            m_page->resize(width, 600);
            QCoreApplication::processEvents();
            QCOMPARE(table().isColumnHidden(static_cast<int>(TrackColumn::Valence)),
                table().isColumnHidden(static_cast<int>(TrackColumn::Arousal)));
        }
        table().choose(TrackColumn::Arousal, false);
        QVERIFY(!table().isWanted(TrackColumn::Valence));
    }

    void aColumnThatFindsNoRoomDoesNotHideThoseThatDo()
    {
        table().restoreColumns("title:400,artist:200,curve:160,moods:1500,-place:36");
        QVERIFY(table().isColumnHidden(static_cast<int>(TrackColumn::Moods)));
        QVERIFY(!table().isColumnHidden(static_cast<int>(TrackColumn::Valence)));
        table().setWanted(TrackColumn::Place, true);
        QVERIFY(!table().isColumnHidden(static_cast<int>(TrackColumn::Place)));
    }

    void homeAndEndGoToTheFirstAndTheLastSong()
    {
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_End);
        QCOMPARE(table().currentIndex().row(), 1999);
        QTest::keyClick(&table(), Qt::Key_Home);
        QCOMPARE(table().currentIndex().row(), 0);
        QTest::keyClick(&table(), Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(table().selectedTracks().size(), std::size_t { 2000 });
    }

    void theRowUnderThePointerIsTinted()
    {
        const QRect third = table().visualRect(model().index(2, 0));
        QTest::mouseMove(table().viewport(), third.center());
        QTRY_COMPARE(table().hoveredRow(), 2);
        QTest::mouseMove(m_page.get(), QPoint(2, 2));
        QTRY_COMPARE(table().hoveredRow(), -1);
    }

    void theCurrentRowIsFramed()
    {
        table().setFocus();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_VERIFY(rowAt(4));
        table().setCurrentIndex(model().index(3, 0));
        QTest::keyClick(&table(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(table().currentIndex().row(), 4);
        const QRect row = table().visualRect(table().currentIndex());
        const QImage shown = table().viewport()->grab().toImage();
        const qreal scale = shown.devicePixelRatio();
        const auto at
            = [&](int y) { return shown.pixelColor(QPoint(int(scale * 300), int(scale * y))); };
        QCOMPARE(at(row.top()), Theme::of(table().palette()).accent);
        QCOMPARE(at(row.bottom()), Theme::of(table().palette()).accent);
    }

    void whatCannotBeSeenIsSaid()
    {
        QCOMPARE(model().headerData(static_cast<int>(TrackColumn::Valence), Qt::Horizontal,
                     Qt::AccessibleTextRole),
            QStringLiteral("Valence"));
        const auto curve = [&](int row) {
            return model()
                .index(row, static_cast<int>(TrackColumn::Curve))
                .data(Qt::AccessibleTextRole)
                .toString();
        };
        QTRY_VERIFY(rowAt(0));
        int heard = 0;
        while (!rowAt(heard)->valence)
            ++heard;
        const QLocale locale;
        const QString valence = locale.toString(*rowAt(heard)->valence, 'f', 1);
        QTRY_VERIFY(curve(heard).contains(u','));
        QVERIFY2(curve(heard).startsWith(QStringLiteral("valence %1, ").arg(valence)),
            qPrintable(curve(heard)));
        const QString tip = model().index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.startsWith(u'/'), qPrintable(tip));
        QVERIFY(tip.endsWith(QString::fromStdString(rowAt(0)->path)));
    }

    void songsThatCouldNotBeAnalysedSayWhy()
    {
        QTRY_COMPARE(m_page->chips().count(LibraryPart::Failed), m_failed);
        const auto chips = m_page->chips().findChildren<FilterChip*>();
        QVERIFY(chips.at(static_cast<int>(LibraryPart::Failed))->isVisible());
        const auto labels = m_page->findChildren<QLabel*>();
        const QString ending = QStringLiteral(", %1 could not be").arg(m_failed);
        QVERIFY(std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().endsWith(ending);
        }));
        QTest::mouseClick(chips.at(static_cast<int>(LibraryPart::Failed)), Qt::LeftButton);
        QTRY_COMPARE(std::int64_t { model().rowCount() }, m_failed);
        const auto row = static_cast<int>(
            std::ranges::find(model().tracks(), m_cutOff) - model().tracks().begin());
        QTRY_VERIFY(rowAt(row));
        const QModelIndex state = model().index(row, static_cast<int>(TrackColumn::State));
        QCOMPARE(state.data().toString(), QStringLiteral("failed"));
        QVERIFY(state.data(Qt::ToolTipRole).toString().contains(QStringLiteral("cut off")));
        m_page->search(QStringLiteral("not is:missing"));
        FilterChip* missing = chips.at(static_cast<int>(LibraryPart::Missing));
        QTRY_COMPARE(missing->count(), std::int64_t { 0 });
        QVERIFY(!missing->isVisible());
        m_page->search(QStringLiteral("is:failed"));
        QTest::mouseClick(chips.at(static_cast<int>(LibraryPart::All)), Qt::LeftButton);
        QTRY_COMPARE(std::int64_t { model().rowCount() }, m_failed);
    }

    void chipsCountWhatIsSearchedFor()
    {
        QTRY_COMPARE(m_page->chips().count(LibraryPart::All), std::int64_t { 2000 });
        m_page->search(QStringLiteral("valence>=5"));
        QTRY_COMPARE(m_page->chips().count(LibraryPart::Tense), std::int64_t { 0 });
        QCOMPARE(m_page->chips().count(LibraryPart::Sad), std::int64_t { 0 });
        QTRY_COMPARE(m_page->chips().count(LibraryPart::All), std::int64_t { model().rowCount() });
        QCOMPARE(
            m_page->chips().count(LibraryPart::Joyful) + m_page->chips().count(LibraryPart::Calm),
            std::int64_t { model().rowCount() });
        // A chip narrows the list, not what the chips count.
        m_page->chips().choose(LibraryPart::Calm);
        QTRY_COMPARE(std::int64_t { model().rowCount() }, m_page->chips().count(LibraryPart::Calm));
        m_page->search({});
        QTRY_COMPARE(m_page->chips().count(LibraryPart::All), std::int64_t { 2000 });
    }

    void aSearchThatIsWrongMovesNothing()
    {
        const QRect before(table().mapTo(m_page.get(), QPoint()), table().size());
        m_page->search(QStringLiteral("valence>high"));
        auto* message = m_page->findChild<QLabel*>(QStringLiteral("message"));
        QTRY_VERIFY(message->isVisible());
        QCOMPARE(QRect(table().mapTo(m_page.get(), QPoint()), table().size()), before);
        const QRect box(
            m_page->searchBox().mapTo(m_page.get(), QPoint()), m_page->searchBox().size());
        QVERIFY(message->y() >= box.bottom());
        QVERIFY(message->geometry().left() >= box.left());
        QVERIFY(message->geometry().right() <= box.right());
    }

    void nobodyIsCorrectedWhileChoosingACompletion()
    {
        SearchBox& box = m_page->searchBox();
        box.setFocus();
        QTest::keyClicks(&box, QStringLiteral("mood:me"));
        QTRY_VERIFY(box.isCompleting());
        QVERIFY(!box.error().sentence.empty());
        const auto* message = m_page->findChild<QLabel*>(QStringLiteral("message"));
        QTest::qWait(1500);
        QVERIFY(!message->isVisible());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTRY_VERIFY(message->isVisible());
    }

    void theSessionComesBack()
    {
        table().sortBy(TrackColumn::Valence, Qt::DescendingOrder);
        m_page->chips().choose(LibraryPart::Joyful);
        QTRY_VERIFY(model().rowCount() < 2000 && rowAt(0) && rowAt(0)->valence);
        QTRY_COMPARE(m_page->order().key, TrackSort::Key::Valence);
        table().verticalScrollBar()->setValue(28 * 40);
        const TrackId top = model().trackAt(40);
        QCOMPARE(table().topTrack(), top);
        Settings::Library stored;
        m_page->store(stored);

        LibraryPage other;
        other.resize(m_page->size());
        other.restore(stored);
        LibraryPresenter presenter(other, *m_reader);
        presenter.refresh();
        other.show();
        QTRY_COMPARE(other.model().tracks(), model().tracks());
        QCOMPARE(other.chips().chosen(), LibraryPart::Joyful);
        QVERIFY(other.table().isOrderedBy(TrackColumn::Valence, Qt::DescendingOrder));
        QTRY_COMPARE(other.table().topTrack(), top);
        QCOMPARE(other.table().verticalScrollBar()->value(), 28 * 40);
    }

    void chosenFacetsComeBack()
    {
        Settings::Library stored;
        stored.query = QStringLiteral("valence>3 (mood:happy or mood:calm)");
        stored.facets = { QStringLiteral("0\thappy\tmood:happy"),
            QStringLiteral("0\tcalm\tmood:calm"), QStringLiteral("2\tRock\tgenre:\"Rock\"") };
        LibraryPage other;
        other.restore(stored);
        QCOMPARE(
            other.facets().clause(FacetGroup::Moods), QStringLiteral("(mood:happy or mood:calm)"));
        QVERIFY(other.facets().clause(FacetGroup::Genres).isEmpty()); // the text does not say it
        other.store(stored);
        QCOMPARE(stored.facets.size(), 2);
    }

private:
    const TrackRow* rowAt(int row)
    {
        return static_cast<const TrackRow*>(
            model().data(model().index(row, 0), TrackListModel::RowRole).value<const void*>());
    }

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
    TrackId m_cutOff; ///< its analysis failed
    std::int64_t m_failed = 0; ///< as many did
    std::unique_ptr<LibraryPage> m_page;
    std::unique_ptr<LibraryReader> m_reader;
    std::unique_ptr<LibraryPresenter> m_presenter;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(LibraryListTest)
#include "tst_library_list.moc"
