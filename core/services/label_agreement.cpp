#include "core/services/label_agreement.h"

#include "core/agreement/split_half.h"
#include "core/agreement/trace_grid.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace circumplex {

namespace {

constexpr double kTraceHopSeconds = 0.5;
constexpr double kLongestLagSeconds = 4.0;

/// Ratings of one track in one dimension: per rater, oldest first.
using ByRater = std::map<std::string, std::vector<double>>;

ByRater ratingsOf(const LabelSet& labels, const LabelledTrack& entry, TraceDimension dimension)
{
    ByRater said;
    for (const StaticRating& rating : entry.labels.ratings) {
        const auto& value = dimension == TraceDimension::Valence ? rating.valence : rating.arousal;
        if (value) said[labels.raterOf(rating.session)].push_back(*value);
    }
    return said;
}

double meanOf(const std::vector<double>& values)
{
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

DimensionAgreement agreementAbout(const LabelSet& labels, TraceDimension dimension)
{
    DimensionAgreement found { .dimension = dimension };
    std::vector<ByRater> tracks;
    std::map<std::string, std::size_t> raters;
    std::size_t mostSittings = 0;
    for (const LabelledTrack& entry : labels.tracks) {
        auto said = ratingsOf(labels, entry, dimension);
        if (said.empty()) continue;
        for (const auto& [name, values] : said) {
            raters.try_emplace(name, 0);
            found.ratingCount += values.size();
            mostSittings = std::max(mostSittings, values.size());
        }
        tracks.push_back(std::move(said));
    }
    std::size_t column = 0;
    for (auto& [name, index] : raters)
        index = column++;
    RatingMatrix matrix(tracks.size(), raters.size());
    // every rater's tracks one below the other, so that sittings are compared within a rater
    RatingMatrix sittings(tracks.size() * raters.size(), mostSittings);
    for (std::size_t t = 0; t < tracks.size(); ++t)
        for (const auto& [name, values] : tracks[t]) {
            const auto rater = raters.at(name);
            matrix.at(t, rater) = meanOf(values);
            for (std::size_t s = 0; s < values.size(); ++s)
                sittings.at(rater * tracks.size() + t, s) = values[s];
        }
    found.trackCount = tracks.size();
    found.raterCount = raters.size();
    found.iccSingle = intraclassCorrelation(matrix, IccForm::Single);
    found.iccAverage = intraclassCorrelation(matrix, IccForm::Average);
    found.krippendorff = krippendorffAlpha(matrix, AlphaMetric::Interval);
    found.cronbach = cronbachAlpha(matrix);
    found.splitHalf = splitHalfReliability(matrix);
    found.concordance = meanConcordance(matrix);
    found.ceiling = leaveOneOutCeiling(matrix);
    found.retest = retestCeiling(sittings);
    return found;
}

std::vector<TagAgreement> agreementAboutTags(const LabelSet& labels)
{
    struct Use {
        std::set<std::string> raters; ///< who gave it, or said that it does not apply
        std::size_t applies = 0;
    };
    std::map<std::string, Use> uses;
    for (const LabelledTrack& entry : labels.tracks)
        for (const TagLabel& label : entry.labels.tags) {
            uses[label.tag].raters.insert(labels.raterOf(label.session));
            uses[label.tag].applies += label.applies ? 1 : 0;
        }
    std::vector<TagAgreement> found;
    for (const auto& [tag, use] : uses) {
        const std::vector<std::string> raters(use.raters.begin(), use.raters.end());
        RatingMatrix matrix(labels.tracks.size(), raters.size());
        std::size_t tracks = 0;
        for (std::size_t t = 0; t < labels.tracks.size(); ++t) {
            bool isLabelled = false;
            for (const TagLabel& label : labels.tracks[t].labels.tags) {
                const auto rater = std::ranges::find(raters, labels.raterOf(label.session));
                if (rater == raters.end()) continue;
                double& cell = matrix.at(t, static_cast<std::size_t>(rater - raters.begin()));
                if (label.tag == tag)
                    cell = label.applies ? 1.0 : 0.0;
                else if (std::isnan(cell))
                    cell = 0.0;
                isLabelled = true;
            }
            tracks += isLabelled ? 1 : 0;
        }
        found.push_back({ .tag = tag,
            .trackCount = tracks,
            .raterCount = raters.size(),
            .appliesCount = use.applies,
            .krippendorff = krippendorffAlpha(matrix, AlphaMetric::Nominal) });
    }
    std::ranges::stable_sort(found, std::greater {}, &TagAgreement::appliesCount);
    return found;
}

TracePoints pointsOf(const Trace& trace)
{
    TracePoints points { .seconds = {}, .values = {}, .latencySeconds = trace.latencySeconds };
    for (const TraceSample& sample : trace.samples) {
        points.seconds.push_back(static_cast<double>(sample.seconds));
        points.values.push_back(static_cast<double>(sample.value));
    }
    return points;
}

std::optional<TrackAgreement> agreementAboutTrack(
    const LabelSet& labels, const LabelledTrack& entry, TraceDimension dimension)
{
    TrackAgreement found { .track = entry.track.id, .dimension = dimension };
    std::vector<double> means;
    for (const auto& [name, values] : ratingsOf(labels, entry, dimension))
        means.push_back(meanOf(values));
    found.raterCount = means.size();
    if (!means.empty()) found.mean = meanOf(means);
    for (const double mean : means)
        found.deviation += (mean - found.mean) * (mean - found.mean);
    if (means.size() > 1)
        found.deviation = std::sqrt(found.deviation / static_cast<double>(means.size() - 1));

    std::vector<TracePoints> traces;
    for (const Trace& trace : entry.labels.traces)
        if (trace.dimension == dimension) traces.push_back(pointsOf(trace));
    found.traceCount = traces.size();
    if (means.size() < 2 && traces.size() < 2) return std::nullopt;
    const auto overTime = [&] {
        return intraclassCorrelation(
            matrixOf(traces, gridOver(traces, kTraceHopSeconds)), IccForm::Single);
    };
    found.overTime = overTime();
    if (traces.size() >= 2) {
        found.lagSeconds
            = lagsBehindOthers(traces, gridOver(traces, kTraceHopSeconds), kLongestLagSeconds);
        for (std::size_t i = 0; i < traces.size(); ++i)
            traces[i].latencySeconds += found.lagSeconds[i];
    }
    found.aligned = overTime();
    return found;
}

} // namespace

LabelAgreement agreementOf(const LabelSet& labels)
{
    LabelAgreement agreement;
    for (const auto dimension : { TraceDimension::Valence, TraceDimension::Arousal }) {
        agreement.dimensions.push_back(agreementAbout(labels, dimension));
        for (const LabelledTrack& entry : labels.tracks)
            if (auto found = agreementAboutTrack(labels, entry, dimension))
                agreement.tracks.push_back(*std::move(found));
    }
    agreement.tags = agreementAboutTags(labels);
    return agreement;
}

} // namespace circumplex
