#include "core/services/label_agreement.h"

#include "core/agreement/split_half.h"
#include "core/agreement/trace_grid.h"
#include "core/services/trace_part.h"

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

/// The first trace of each rater.
std::vector<const Trace*> firstTracesOf(
    const LabelSet& labels, const LabelledTrack& entry, TraceDimension dimension)
{
    std::vector<const Trace*> traces;
    std::set<std::string> raters;
    for (const Trace& trace : entry.labels.traces)
        if (trace.dimension == dimension && raters.insert(labels.raterOf(trace.session)).second)
            traces.push_back(&trace);
    return traces;
}

/// Of the courses of traces, whatever their units.
RatingMatrix courseMatrix(std::span<const TracePoints> traces)
{
    return standardisedPart(matrixOf(traces, gridOver(traces, kTraceHopSeconds)));
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

    std::vector<TracePoints> traces, courses;
    for (const Trace* trace : firstTracesOf(labels, entry, dimension)) {
        courses.push_back(countedPoints(*trace));
        if (trace->mode == TraceMode::Bounded) traces.push_back(courses.back());
    }
    found.traceCount = traces.size();
    found.courseTraceCount = courses.size();
    if (means.size() < 2 && courses.size() < 2) return std::nullopt;
    found.course = intraclassCorrelation(courseMatrix(courses), IccForm::Single);
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

/// What one rater said of one track in the first two sittings with it.
struct Twice {
    std::vector<double> ratings; ///< two, or fewer: then they do not count
    std::vector<const Trace*> traces; ///< likewise
    std::int64_t apartSeconds = 0;
};

std::map<std::string, std::vector<Twice>> saidTwice(
    const LabelSet& labels, const std::set<TrackId>& only, TraceDimension dimension)
{
    std::map<std::string, std::vector<Twice>> all;
    for (const LabelledTrack& entry : labels.tracks) {
        if (!only.empty() && !only.contains(entry.track.id)) continue;
        std::map<std::string, Twice> here;
        std::map<std::string, std::vector<std::int64_t>> ratedAt, tracedAt;
        for (const StaticRating& rating : entry.labels.ratings) {
            const auto value
                = dimension == TraceDimension::Valence ? rating.valence : rating.arousal;
            auto& ratings = here[labels.raterOf(rating.session)].ratings;
            if (!value || ratings.size() == 2) continue;
            ratings.push_back(*value);
            ratedAt[labels.raterOf(rating.session)].push_back(rating.ratedAt);
        }
        for (const Trace& trace : entry.labels.traces) {
            auto& traces = here[labels.raterOf(trace.session)].traces;
            if (trace.dimension != dimension || traces.size() == 2) continue;
            if (!traces.empty() && traces.front()->session == trace.session) continue;
            traces.push_back(&trace);
            tracedAt[labels.raterOf(trace.session)].push_back(trace.startedAt);
        }
        for (auto& [rater, twice] : here) {
            if (twice.ratings.size() < 2 && twice.traces.size() < 2) continue;
            const auto& times = twice.ratings.size() == 2 ? ratedAt[rater] : tracedAt[rater];
            twice.apartSeconds = times[1] - times[0];
            all[rater].push_back(std::move(twice));
        }
    }
    return all;
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Moments of which both columns tell something.
RatingMatrix momentsOfBoth(const RatingMatrix& matrix)
{
    std::vector<std::size_t> both;
    for (std::size_t moment = 0; moment < matrix.subjectCount(); ++moment)
        if (matrix.isRated(moment, 0) && matrix.isRated(moment, 1)) both.push_back(moment);
    RatingMatrix part(both.size(), 2);
    for (std::size_t i = 0; i < both.size(); ++i)
        for (const std::size_t rater : { 0U, 1U })
            part.at(i, rater) = matrix.at(both[i], rater);
    return part;
}

/// Concordance of the two columns; nothing if one never moves.
void addConcordance(const RatingMatrix& matrix, std::vector<double>& to)
{
    std::vector<double> first, second;
    for (std::size_t moment = 0; moment < matrix.subjectCount(); ++moment) {
        first.push_back(matrix.at(moment, 0));
        second.push_back(matrix.at(moment, 1));
    }
    if (const auto found = concordanceOfPair(first, second).value) to.push_back(*found);
}

SelfAgreement selfAgreement(
    const std::string& rater, TraceDimension dimension, const std::vector<Twice>& all)
{
    SelfAgreement found { .rater = rater, .dimension = dimension };
    RatingMatrix ratings(all.size(), 2);
    std::vector<double> first, second, days, moments, courses;
    for (std::size_t i = 0; i < all.size(); ++i) {
        days.push_back(static_cast<double>(all[i].apartSeconds) / 86400.0);
        if (all[i].ratings.size() == 2) {
            first.push_back(ratings.at(i, 0) = all[i].ratings[0]);
            second.push_back(ratings.at(i, 1) = all[i].ratings[1]);
            found.meanDifference += std::abs(first.back() - second.back());
        }
        if (all[i].traces.size() < 2) continue;
        const Trace &before = *all[i].traces[0], &again = *all[i].traces[1];
        const std::vector<TracePoints> points { countedPoints(before), countedPoints(again) };
        const RatingMatrix both
            = momentsOfBoth(matrixOf(points, gridOver(points, kTraceHopSeconds)));
        if (both.subjectCount() == 0) continue;
        ++found.courseTraceCount;
        addConcordance(standardisedPart(both), courses);
        if (before.mode == TraceMode::Relative || again.mode == TraceMode::Relative) continue;
        ++found.traceCount;
        addConcordance(both, moments);
    }
    found.trackCount = first.size();
    if (!first.empty()) found.meanDifference /= static_cast<double>(first.size());
    found.medianDays = medianOf(std::move(days));
    found.concordance = concordanceOfPair(first, second);
    found.icc = intraclassCorrelation(ratings, IccForm::Single);
    if (!moments.empty()) found.overTime = meanOf(moments);
    if (!courses.empty()) found.course = meanOf(courses);
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
    agreement.selves = selfAgreementOf(labels);
    return agreement;
}

std::vector<SelfAgreement> selfAgreementOf(const LabelSet& labels, const std::set<TrackId>& only)
{
    std::vector<SelfAgreement> selves;
    for (const auto dimension : { TraceDimension::Valence, TraceDimension::Arousal })
        for (const auto& [rater, all] : saidTwice(labels, only, dimension))
            selves.push_back(selfAgreement(rater, dimension, all));
    std::ranges::stable_sort(selves, {}, &SelfAgreement::rater);
    return selves;
}

} // namespace circumplex
