#include "core/library/label_proposals.h"

#include "core/library/database_access.h"

#include <array>
#include <cmath>
#include <set>
#include <string_view>

namespace circumplex {

namespace {

constexpr int kCells = 4; ///< a side

std::size_t cellOf(float valence, float arousal)
{
    const auto step = [](float value) {
        return static_cast<std::size_t>(
            std::clamp(static_cast<int>((value - 1.0F) / 8.0F * kCells), 0, kCells - 1));
    };
    return step(arousal) * kCells + step(valence);
}

struct Means {
    double spread = 0.0, width = 0.0;
};

double spreadOf(const LabelCandidate& one)
{
    return static_cast<double>(std::max(one.valenceSpread, one.arousalSpread));
}

double widthOf(const LabelCandidate& one)
{
    return static_cast<double>(std::max(one.valenceWidth, one.arousalWidth));
}

Means meansOf(std::span<const LabelCandidate> candidates)
{
    Means means;
    for (const LabelCandidate& one : candidates) {
        means.spread += spreadOf(one) / static_cast<double>(candidates.size());
        means.width += widthOf(one) / static_cast<double>(candidates.size());
    }
    return means;
}

/// What speaks for a candidate; about 1 each for an ordinary one.
struct Score {
    double spread, width, coverage;

    double sum() const { return spread + width + coverage; }
};

Score scoreOf(const LabelCandidate& one, const Means& means, double inCell)
{
    return { means.spread > 0.0 ? spreadOf(one) / means.spread : 0.0,
        means.width > 0.0 ? widthOf(one) / means.width : 0.0, 2.0 / (1.0 + inCell) };
}

LabelProposal proposalOf(const LabelCandidate& one, const Score& score, double inCell)
{
    LabelProposal proposal { .track = one.track,
        .reason = LabelProposal::Reason::ThinCorner,
        .amount = inCell,
        .valence = static_cast<double>(one.valence),
        .arousal = static_cast<double>(one.arousal) };
    if (score.spread >= score.width && score.spread >= score.coverage) {
        proposal.reason = LabelProposal::Reason::ModelsDisagree;
        proposal.isOfValence = one.valenceSpread >= one.arousalSpread;
        proposal.amount = spreadOf(one);
    } else if (score.width >= score.coverage) {
        proposal.reason = LabelProposal::Reason::ModelUnsure;
        proposal.isOfValence = one.valenceWidth >= one.arousalWidth;
        proposal.amount = widthOf(one);
    }
    return proposal;
}

float floatAt(SQLite::Statement& query, int column)
{
    return static_cast<float>(query.getColumn(column).getDouble());
}

} // namespace

std::vector<LabelProposal> chooseProposals(
    std::vector<LabelCandidate> candidates, std::span<const RatedPlace> rated, std::size_t count)
{
    const Means means = meansOf(candidates);
    std::array<double, kCells * kCells> inCell {};
    for (const RatedPlace& place : rated)
        inCell[cellOf(place.valence, place.arousal)] += 1.0;
    std::set<std::string, std::less<>> artists;
    std::vector<LabelProposal> chosen;
    while (chosen.size() < count && !candidates.empty()) {
        // A new artist counts more than any score: scores of one and the same differ by less.
        std::size_t best = 0;
        double most = -1.0;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const LabelCandidate& one = candidates[i];
            const bool isNewArtist = one.artist.empty() || !artists.contains(one.artist);
            const double score = scoreOf(one, means, inCell[cellOf(one.valence, one.arousal)]).sum()
                + (isNewArtist ? 1000.0 : 0.0);
            if (score <= most) continue;
            most = score;
            best = i;
        }
        const LabelCandidate& one = candidates[best];
        double& here = inCell[cellOf(one.valence, one.arousal)];
        chosen.push_back(proposalOf(one, scoreOf(one, means, here), here));
        here += 1.0;
        if (!one.artist.empty()) artists.insert(one.artist);
        candidates[best] = std::move(candidates.back());
        candidates.pop_back();
    }
    return chosen;
}

Result<std::vector<LabelProposal>> proposeLabels(
    LibraryDatabase& library, ModelId model, const std::string& raterName, std::size_t count)
{
    return reading(library, [&](SQLite::Database& connection) {
        // The CTE holds what this rater has rated: few, compared with the library.
        SQLite::Statement query(connection, R"(
            WITH own AS (
                SELECT id FROM sessions
                WHERE rater_id IN (SELECT id FROM raters WHERE name = ?2)),
            rated AS (
                SELECT track_id FROM ratings WHERE session_id IN own
                UNION SELECT track_id FROM traces WHERE session_id IN own)
            SELECT a.track_id, t.artist_key, a.valence, a.arousal,
                a.valence_upper - a.valence_lower, a.arousal_upper - a.arousal_lower,
                a.track_id IN rated
            FROM annotations a JOIN tracks t ON t.id = a.track_id
                JOIN volumes v ON v.id = t.volume_id
            WHERE a.model_id = ?1 AND a.is_coarse = 0 AND t.state = 0
                AND t.removed_at IS NULL AND v.is_online = 1)");
        query.bind(1, model.value);
        query.bind(2, raterName);
        std::vector<LabelCandidate> candidates;
        std::vector<RatedPlace> rated;
        while (query.executeStep()) {
            if (query.getColumn(6).getInt() != 0) {
                rated.push_back({ floatAt(query, 2), floatAt(query, 3) });
                continue;
            }
            candidates.push_back({ .track = { query.getColumn(0).getInt64() },
                .artist = query.getColumn(1).getString(),
                .valence = floatAt(query, 2),
                .arousal = floatAt(query, 3),
                .valenceWidth = floatAt(query, 4),
                .arousalWidth = floatAt(query, 5) });
        }
        // Tracks that several models heard, in the order of ids, as a second walk beside the first.
        std::ranges::sort(candidates, {}, &LabelCandidate::track);
        SQLite::Statement spreads(connection, R"(
            SELECT track_id, max(valence) - min(valence), max(arousal) - min(arousal)
            FROM annotations WHERE is_coarse = 0
            GROUP BY track_id HAVING count(*) > 1 ORDER BY track_id)");
        auto at = candidates.begin();
        while (spreads.executeStep()) {
            const TrackId track { spreads.getColumn(0).getInt64() };
            while (at != candidates.end() && at->track < track)
                ++at;
            if (at == candidates.end()) break;
            if (at->track != track) continue;
            at->valenceSpread = floatAt(spreads, 1);
            at->arousalSpread = floatAt(spreads, 2);
        }
        return chooseProposals(std::move(candidates), rated, count);
    });
}

} // namespace circumplex
