#include "core/library/library_maker.h"
#include "core/services/library_reader.h"
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
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <memory>

using namespace circumplex;

/// The page over a real library of 2000 tracks.
class LibraryPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_file = m_folder.filePath(QStringLiteral("library")).toStdString();
        const auto made = makeLibrary(m_file, { .tracks = 2000 }, {}, [](std::int64_t) {});
        QVERIFY(made);
    }

    void init()
    {
        m_page = std::make_unique<LibraryPage>();
        m_page->resize(1104, 744);
        m_reader = std::make_unique<LibraryReader>(m_file, std::string());
        m_presenter = std::make_unique<LibraryPresenter>(*m_page, *m_reader);
        m_presenter->refresh();
        m_page->show();
        QTRY_COMPARE(m_page->model().tracks().size(), std::size_t { 2000 });
    }

    void cleanup()
    {
        m_presenter.reset();
        m_reader.reset();
        m_page.reset();
    }

    void rowsOnTheScreenAppear()
    {
        const QAbstractItemModelTester tester(&m_page->model());
        QTRY_VERIFY(!titleAt(0).isEmpty());
        m_page->table().scrollTo(m_page->model().index(1500, 0));
        QTRY_VERIFY(!titleAt(1500).isEmpty());
    }

    void typingFindsAndCounts()
    {
        QTRY_VERIFY(!titleAt(0).isEmpty());
        QTest::keyClicks(&m_page->searchBox(), QStringLiteral("valence>=5 arousal<5"));
        QTRY_VERIFY(m_page->model().rowCount() < 2000);
        QTRY_VERIFY(m_page->model().rowCount() > 0);
        QTRY_VERIFY(rowAt(0));
        QVERIFY(*rowAt(0)->valence >= 5.0 && *rowAt(0)->arousal < 5.0);
    }

    void chipsAreFiltersOnTopOfTheSearch()
    {
        m_page->search(QStringLiteral("valence>=5"));
        QTRY_VERIFY(m_page->model().rowCount() < 2000);
        const int pleasant = m_page->model().rowCount();
        QTest::mouseClick(chip(LibraryPart::Calm), Qt::LeftButton);
        QCOMPARE(m_page->chips().chosen(), LibraryPart::Calm);
        QTRY_VERIFY(m_page->model().rowCount() < pleasant);
        QTest::mouseClick(chip(LibraryPart::All), Qt::LeftButton);
        QTRY_COMPARE(m_page->model().rowCount(), pleasant);
        m_page->search({});
        QTest::mouseClick(chip(LibraryPart::NotAnalysed), Qt::LeftButton);
        QTRY_VERIFY(rowAt(0) && !rowAt(0)->valence);
        QVERIFY(m_page->model().rowCount() < 2000);
    }

    void nothingFoundSaysSoAndLeadsBack()
    {
        m_page->search(QStringLiteral("year:1066"));
        QTRY_COMPARE(m_page->model().rowCount(), 0);
        QTRY_VERIFY(button("Show all songs")->isVisible());
        QTest::mouseClick(button("Show all songs"), Qt::LeftButton);
        QTRY_COMPARE(m_page->model().rowCount(), 2000);
        QVERIFY(m_page->table().isVisible());
    }

    void aSearchThatCannotBeUnderstoodLeavesTheList()
    {
        m_page->search(QStringLiteral("year:abc"));
        QVERIFY(!m_page->query());
        const auto labels = m_page->findChildren<QLabel*>();
        const auto says = [&](const QLabel* label) {
            return label->isVisible()
                && label->text().toStdString() == m_page->searchBox().error().sentence;
        };
        QTRY_VERIFY(std::ranges::any_of(labels, says));
        QTest::qWait(60);
        QCOMPARE(m_page->model().rowCount(), 2000);
    }

    void aRememberedTextThatCannotBeUnderstoodHidesNothing()
    {
        LibraryPage page;
        Settings::Library remembered;
        remembered.query = QStringLiteral("mood:nosuchmood");
        page.restore(remembered);
        LibraryPresenter presenter(page, *m_reader);
        presenter.refresh();
        QTRY_COMPARE(page.model().tracks().size(), std::size_t { 2000 });
        QCOMPARE(page.searchBox().text(), remembered.query);
    }

    void headsSort()
    {
        TrackTable& table = m_page->table();
        const int valence = static_cast<int>(TrackColumn::Valence);
        const QPoint head(table.horizontalHeader()->sectionViewportPosition(valence) + 10, 10);
        QTest::mouseClick(table.horizontalHeader()->viewport(), Qt::LeftButton, {}, head);
        QTRY_COMPARE(m_page->order().key, TrackSort::Key::Valence);
        QTRY_VERIFY(rowAt(0) && rowAt(50) && rowAt(0)->valence && rowAt(50)->valence
            && *rowAt(0)->valence != *rowAt(50)->valence
            && (*rowAt(0)->valence < *rowAt(50)->valence)
                == (m_page->order().direction == TrackSort::Direction::Ascending));
    }

    void selectionByKeyboard()
    {
        TrackTable& table = m_page->table();
        QTRY_VERIFY(!titleAt(0).isEmpty());
        QTest::keyClick(&m_page->searchBox(), Qt::Key_Down);
        QCOMPARE(m_page->selectedTracks(), std::vector { m_page->model().trackAt(0) });
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_page->selectedTracks().size(), std::size_t { 3 });
        TrackId opened;
        connect(m_page.get(), &LibraryPage::trackOpened, this,
            [&opened](TrackId track) { opened = track; });
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(opened, m_page->model().trackAt(2));
        QTest::keyClick(&table, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_page->selectedTracks().size(), std::size_t { 2000 });
    }

    void columnsAreChosenAndRemembered()
    {
        TrackTable& table = m_page->table();
        table.setWanted(TrackColumn::Key, true);
        table.setWanted(TrackColumn::Artist, false);
        QVERIFY(table.isColumnHidden(static_cast<int>(TrackColumn::Artist)));
        table.setCompact(true);
        table.horizontalHeader()->moveSection(0, 2);
        Settings::Library stored;
        m_page->store(stored);

        LibraryPage other;
        other.restore(stored);
        QVERIFY(!other.table().isWanted(TrackColumn::Artist));
        QVERIFY(other.table().isWanted(TrackColumn::Key));
        QVERIFY(other.table().isCompact());
        QCOMPARE(other.table().columns(), table.columns());
        QCOMPARE(other.table().horizontalHeader()->visualIndex(0), 2);
    }

    void narrowWindowsHideColumnsInsteadOfCuttingThem()
    {
        TrackTable& table = m_page->table();
        for (const int width : { 2000, 1104, 784, 500 }) {
            m_page->resize(width, 600);
            QCoreApplication::processEvents();
            QVERIFY(!table.isColumnHidden(static_cast<int>(TrackColumn::Title)));
            QVERIFY2(table.horizontalHeader()->length() <= table.viewport()->width(),
                qPrintable(QString::number(width)));
        }
        QVERIFY(table.isColumnHidden(static_cast<int>(TrackColumn::Year)));
        m_page->resize(2000, 600);
        QCoreApplication::processEvents();
        QVERIFY(!table.isColumnHidden(static_cast<int>(TrackColumn::Year)));
    }

    void aLibraryThatIsNotThereIsAFirstRun()
    {
        LibraryPage page;
        LibraryReader reader(m_folder.filePath(QStringLiteral("none")).toStdString(), {});
        LibraryPresenter presenter(page, reader);
        page.show();
        presenter.refresh();
        const auto buttons = page.findChildren<QPushButton*>();
        const auto found = std::ranges::find_if(buttons, [](const QPushButton* b) {
            return b->text() == QStringLiteral("Add a folder \u2026");
        });
        QVERIFY(found != buttons.end());
        QTRY_VERIFY((*found)->isVisible());
        QVERIFY(!page.table().isVisible());
        const QSignalSpy wanted(&page, &LibraryPage::addFolderWanted);
        QTest::mouseClick(*found, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void facetsCountTheSearchAndNarrowIt()
    {
        m_page->showFacets(true);
        const auto* tree = m_page->facets().findChild<QTreeWidget*>();
        const auto item = [tree](const QString& group, int child) {
            return tree->findItems(group, Qt::MatchExactly).constFirst()->child(child);
        };
        QTRY_VERIFY(item(QStringLiteral("Artists"), 0));
        QTreeWidgetItem* mood = item(QStringLiteral("Moods"), 0);
        const QString first = mood->text(0);
        const QString count = mood->text(1);
        Q_EMIT m_page->facets().findChild<QTreeWidget*>()->itemClicked(mood, 0);
        QCOMPARE(m_page->searchBox().text(), QStringLiteral("mood:") + first);
        QTRY_COMPARE(
            QLocale().toString(static_cast<qlonglong>(m_page->model().tracks().size())), count);
        // Other values of the group can still be chosen, and widen it again.
        QTRY_COMPARE(item(QStringLiteral("Moods"), 0)->checkState(0), Qt::Checked);
        const QString second = item(QStringLiteral("Moods"), 1)->text(0);
        const std::size_t narrow = m_page->model().tracks().size();
        Q_EMIT m_page->facets().findChild<QTreeWidget*>()->itemClicked(
            item(QStringLiteral("Moods"), 1), 0);
        QCOMPARE(
            m_page->searchBox().text(), QStringLiteral("(mood:%1 or mood:%2)").arg(first, second));
        QTRY_VERIFY(m_page->model().tracks().size() > narrow);
        // Whoever edits the text decides.
        m_page->searchBox().setText(QStringLiteral("valence>5"));
        QVERIFY(m_page->facets().clause(FacetGroup::Moods).isEmpty());
    }

    void facetsNarrowAllOfAnAlternative()
    {
        m_page->showFacets(true);
        m_page->searchBox().setText(QStringLiteral("valence>5 or arousal>5"));
        auto* tree = m_page->facets().findChild<QTreeWidget*>();
        QTreeWidgetItem* genres = tree->findItems(QStringLiteral("Genres"), Qt::MatchExactly).at(0);
        QTRY_VERIFY(genres->child(0));
        tree->setCurrentItem(genres->child(0));
        const QString genre = genres->child(0)->text(0);
        QTest::keyClick(tree, Qt::Key_Space);
        QCOMPARE(m_page->searchBox().text(),
            QStringLiteral("(valence>5 or arousal>5) genre:\"%1\"").arg(genre));
        // Undone by the button.
        for (QPushButton* button : m_page->facets().findChildren<QPushButton*>())
            QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(m_page->searchBox().text(), QStringLiteral("(valence>5 or arousal>5)"));
    }

private:
    const TrackRow* rowAt(int row)
    {
        return static_cast<const TrackRow*>(
            m_page->model()
                .data(m_page->model().index(row, 0), TrackListModel::RowRole)
                .value<const void*>());
    }

    QString titleAt(int row)
    {
        return m_page->model().data(m_page->model().index(row, 0), Qt::DisplayRole).toString();
    }

    QAbstractButton* chip(LibraryPart part)
    {
        return m_page->chips().findChildren<FilterChip*>().at(static_cast<int>(part));
    }

    QPushButton* button(const char* text)
    {
        for (QPushButton* button : m_page->findChildren<QPushButton*>())
            if (button->text() == QLatin1StringView(text)) return button;
        return nullptr;
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_file;
    std::unique_ptr<LibraryPage> m_page;
    std::unique_ptr<LibraryReader> m_reader;
    std::unique_ptr<LibraryPresenter> m_presenter;
};

QTEST_MAIN(LibraryPageTest)
#include "tst_library_page.moc"
