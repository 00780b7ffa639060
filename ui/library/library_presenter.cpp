#include "ui/library/library_presenter.h"

#include "core/services/app_folders.h"
#include "core/services/library_reader.h"
#include "core/services/path_text.h"
#include "ui/library/facet_panel.h"
#include "ui/library/library_page.h"
#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

#include <unistd.h>

namespace circumplex {

namespace {

/// As many as the tallest screen shows.
constexpr std::size_t kFirstRows = 200;
constexpr int kCountPauseMs = 500;

/// SQLite writes beside the file, too.
bool isWritable(const std::filesystem::path& library)
{
    return ::access(library.c_str(), W_OK) == 0
        && ::access(library.parent_path().c_str(), W_OK) == 0;
}

} // namespace

LibraryPresenter::LibraryPresenter(LibraryPage& page, LibraryReader& reader, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_reader(reader)
{
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(kCountPauseMs);
    connect(&m_countTimer, &QTimer::timeout, this, &LibraryPresenter::count);
    connect(&page, &LibraryPage::queryChanged, this, [this] {
        if (const auto query = m_page.query()) find(*query);
        countWithin();
    });
    connect(&page, &LibraryPage::lookAgainWanted, this, &LibraryPresenter::refresh);
    connect(&page, &LibraryPage::facetsWanted, this, &LibraryPresenter::countFacets);
    TrackListModel& model = page.model();
    connect(&model, &TrackListModel::rowsWanted, this,
        [this, &model](const std::vector<TrackId>& wanted) {
            m_reader.rows(this, wanted, [&model, wanted, this](auto rows) {
                if (!rows) m_page.setError(rows.error());
                model.putRows(wanted, rows ? std::move(*rows) : std::vector<TrackRow> {});
            });
        });
    connect(&model, &TrackListModel::curvesWanted, this,
        [this, &model](const std::vector<TrackId>& wanted) {
            m_reader.sparklines(this, wanted, [&model, wanted](auto curves) {
                model.putCurves(wanted, curves ? std::move(*curves) : std::vector<Sparkline> {});
            });
        });
    connect(&page, &LibraryPage::showInFolderWanted, this, [this](TrackId track) {
        m_reader.paths(this, { track }, [](const auto& paths) {
            if (paths && !paths->empty())
                QDesktopServices::openUrl(
                    QUrl::fromLocalFile(QFileInfo(textOf(paths->front())).absolutePath()));
        });
    });
    connect(&page, &LibraryPage::copyPathsWanted, this, [this](const std::vector<TrackId>& tracks) {
        m_reader.paths(this, tracks, [](const auto& paths) {
            if (!paths) return;
            QStringList lines;
            for (const auto& path : *paths)
                lines << textOf(path);
            QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
        });
    });
}

void LibraryPresenter::refresh()
{
    m_page.model().forgetAll();
    // A text from the last session that cannot be understood must not hide the library.
    find(m_page.query().value_or(SearchNode {}));
    count();
    countFacets();
}

void LibraryPresenter::refreshTrack(TrackId track)
{
    m_page.model().forget(track);
    if (!m_countTimer.isActive()) m_countTimer.start();
}

void LibraryPresenter::find(const SearchNode& query)
{
    // A beginning would lose what is selected and current beyond it.
    const std::size_t few = m_page.table().hasPlace() ? 0 : kFirstRows;
    m_reader.find(this, query, m_page.order(), few, [this](const auto& found) {
        if (found)
            m_page.setFound(*found);
        else if (found.error().code == ErrorCode::FileMissing)
            tellMissing();
        else
            m_page.setError(found.error());
    });
}

void LibraryPresenter::tellMissing()
{
    // The user's own folder is made when there is something to put into it. Another one was there
    // when somebody chose it.
    const QFileInfo file(textOf(m_reader.file()));
    if (file.dir().exists() || file.filePath() == AppFolders::standard().library)
        m_page.setCounts({});
    else
        m_page.setAbsent(file.filePath());
}

void LibraryPresenter::countFacets()
{
    const FacetQuestion question = m_page.facetQuestion();
    if (question.queries.empty()) return;
    m_reader.facets(
        this, question.queries, FacetPanel::kMost, [this, question](const auto& facets) {
            if (facets) m_page.setFacets(question, *facets);
        });
}

void LibraryPresenter::countWithin()
{
    if (const auto query = m_page.countedQuery())
        m_reader.countsWithin(this, *query, [this](const auto& counts) {
            if (counts) m_page.setCountsWithin(*counts);
        });
}

void LibraryPresenter::count()
{
    countWithin();
    m_reader.counts(this, [this](const auto& counts) {
        if (counts) {
            m_page.setCounts(*counts);
            m_page.setReadOnly(!isWritable(m_reader.file()));
            Q_EMIT counted(*counts);
        } else if (counts.error().code == ErrorCode::FileMissing)
            tellMissing();
    });
}

} // namespace circumplex
