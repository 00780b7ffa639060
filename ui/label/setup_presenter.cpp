#include "ui/label/setup_presenter.h"

#include "core/library/label_store.h"
#include "core/library/library_database.h"
#include "core/library/rating_passes.h"
#include "core/services/library_access.h"
#include "core/services/library_reader.h"
#include "ui/label/setup_panel.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <map>

namespace circumplex {

namespace {

constexpr std::size_t kSuggestions = 24;
constexpr std::size_t kMostOffered = 500; ///< songs of one sitting
constexpr std::int64_t kDay = 86400; ///< seconds
constexpr std::int64_t kForgottenAfter = 7 * kDay;

Result<std::vector<InterruptedRating>> readInterrupted(LibraryDatabase& library)
{
    const LabelStore labels(library);
    auto traces = labels.interruptedTraces();
    if (!traces) return tl::unexpected(traces.error());
    if (traces->empty()) return std::vector<InterruptedRating> {};
    const auto sessions = labels.sessions();
    if (!sessions) return tl::unexpected(sessions.error());
    std::map<std::pair<SessionId, TrackId>, InterruptedRating> ratings;
    for (Trace& trace : *traces) {
        InterruptedRating& rating = ratings[{ trace.session, trace.track }];
        if (!trace.samples.empty())
            rating.seconds
                = std::max(rating.seconds, static_cast<double>(trace.samples.back().seconds));
        rating.traces.push_back(std::move(trace));
    }
    std::vector<InterruptedRating> found;
    for (auto& [key, rating] : ratings) {
        const auto view = readTrackView(library, key.second);
        if (!view) continue;
        rating.title = songTitle(*view);
        const auto session = std::ranges::find(*sessions, key.first, &RatingSession::id);
        if (session != sessions->end()) rating.rater = QString::fromStdString(session->raterName);
        found.push_back(std::move(rating));
    }
    return found;
}

/// Songs in the order of rows. @param why  by track
std::vector<LabelSong> songsOf(
    const Result<std::vector<TrackRow>>& rows, const std::map<TrackId, QString>& why = {})
{
    std::vector<LabelSong> songs;
    if (!rows) return songs;
    for (const TrackRow& row : *rows) {
        const auto reason = why.find(row.id);
        songs.push_back({ .track = row.id,
            .title = songTitle(row),
            .why = reason == why.end() ? QString() : reason->second });
    }
    return songs;
}

} // namespace

SetupPresenter::SetupPresenter(SetupPanel& panel, LibraryReader& reader, QObject* parent)
    : QObject(parent)
    , m_panel(panel)
    , m_reader(reader)
    , m_jobs(*this, 1)
{
    connect(&panel, &SetupPanel::raterChanged, this, &SetupPresenter::refreshRater);
}

void SetupPresenter::setLibrary(std::vector<TrackId> selected, std::vector<TrackId> found)
{
    m_selected = std::move(selected);
    m_found = std::move(found);
    for (std::vector<TrackId>* tracks : { &m_selected, &m_found })
        if (tracks->size() > kMostOffered) tracks->resize(kMostOffered);
}

void SetupPresenter::refresh()
{
    const auto showRows = [this](LabelPlan::Songs source) {
        return [this, source](const Result<std::vector<TrackRow>>& rows) {
            m_panel.setSongs(source, songsOf(rows));
        };
    };
    m_reader.rows(this, m_selected, showRows(LabelPlan::Songs::Selected));
    m_reader.rows(this, m_found, showRows(LabelPlan::Songs::Found));
    readLibrary<std::vector<InterruptedRating>>(m_jobs, m_reader.file(), readInterrupted,
        [this](const Result<std::vector<InterruptedRating>>& ratings) {
            if (ratings) m_panel.setInterrupted(*ratings);
        });
    readLibrary<std::vector<RatingSession>>(
        m_jobs, m_reader.file(),
        [](LibraryDatabase& library) { return LabelStore(library).sessions(); },
        [this](const Result<std::vector<RatingSession>>& sessions) {
            if (!sessions) return;
            QStringList names;
            for (const RatingSession& session : *sessions) {
                const QString name = QString::fromStdString(session.raterName);
                if (!names.contains(name)) names << name;
            }
            m_panel.setRaters(names);
        });
    refreshRater();
}

bool SetupPresenter::isChosen(const std::string& rater) const
{
    return m_panel.plan().rater.toStdString() == rater;
}

void SetupPresenter::refreshRater()
{
    const LabelPlan plan = m_panel.plan();
    const std::string rater = plan.rater.toStdString();
    const std::string instrument = sourceName(plan.instrument).toStdString();
    readLibrary<std::optional<LatencyTest>>(
        m_jobs, m_reader.file(),
        [rater, instrument](
            LibraryDatabase& library) { return LabelStore(library).latencyOf(rater, instrument); },
        [this, rater](const Result<std::optional<LatencyTest>>& test) {
            if (!test || !isChosen(rater)) return;
            m_latencySeconds = *test ? (*test)->latencySeconds : 0.0;
            m_panel.setLatency(*test);
        });
    showSuggestions(rater);
    showEarlier(rater);
}

void SetupPresenter::showSuggestions(const std::string& rater)
{
    m_reader.proposals(this, rater, kSuggestions,
        [this, rater](const Result<std::vector<LabelProposal>>& proposals) {
            if (!proposals || !isChosen(rater)) return;
            std::vector<TrackId> tracks;
            std::map<TrackId, QString> why;
            for (const LabelProposal& proposal : *proposals) {
                tracks.push_back(proposal.track);
                why[proposal.track] = reasonText(proposal);
            }
            m_reader.rows(this, tracks, [this, why](const Result<std::vector<TrackRow>>& rows) {
                m_panel.setSongs(LabelPlan::Songs::Suggested, songsOf(rows, why));
            });
        });
}

void SetupPresenter::showEarlier(const std::string& rater)
{
    const std::int64_t now = QDateTime::currentSecsSinceEpoch();
    readLibrary<std::vector<EarlierRating>>(
        m_jobs, m_reader.file(),
        [rater, now](LibraryDatabase& library) {
            return ratedBefore(library, rater, now - kForgottenAfter);
        },
        [this, rater, now](const Result<std::vector<EarlierRating>>& earlier) {
            if (!earlier || !isChosen(rater)) return;
            std::vector<TrackId> tracks;
            std::map<TrackId, QString> why;
            for (const EarlierRating& rating : *earlier) {
                if (tracks.size() == kMostOffered) break;
                tracks.push_back(rating.track);
                const int days = static_cast<int>((now - rating.lastRatedAt) / kDay);
                why[rating.track] = rating.passCount > 1
                    ? tr("%1, and %n time(s) before", nullptr, rating.passCount - 1)
                          .arg(tr("%n day(s) ago", nullptr, days))
                    : tr("%n day(s) ago", nullptr, days);
            }
            m_reader.rows(this, tracks, [this, why](const Result<std::vector<TrackRow>>& rows) {
                m_panel.setSongs(LabelPlan::Songs::Again, songsOf(rows, why));
            });
        });
}

} // namespace circumplex
