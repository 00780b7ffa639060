#include "core/ml/first_impression.h"

#include "core/ml/harmony/key_finder.h"

namespace circumplex {

namespace {

constexpr int kSections = 3;
constexpr double kShortestTrackSeconds = 3.0 * kSections * kImpressionSectionSeconds;

} // namespace

std::vector<double> impressionStarts(double durationSeconds)
{
    std::vector<double> starts;
    if (durationSeconds < kShortestTrackSeconds) return starts;
    for (int section = 0; section < kSections; ++section) {
        const double middle = durationSeconds * (section + 0.5) / kSections;
        starts.push_back(middle - 0.5 * kImpressionSectionSeconds);
    }
    return starts;
}

TrackFeatures firstImpression(
    const std::vector<HeardSection>& sections, double durationSeconds, AnalysisMode mode)
{
    TrackFeatures impression;
    impression.durationSeconds = durationSeconds;
    impression.embedding.resize(sections.front().features.embedding.size());
    impression.windows = FrameSpool(impression.embedding.size());
    const auto share = 1.0F / static_cast<float>(sections.size());
    for (const HeardSection& section : sections) {
        for (std::size_t d = 0; d < impression.embedding.size(); ++d)
            impression.embedding[d] += share * section.features.embedding[d];
        for (ChordSpan chord : section.features.chords) {
            chord.startSeconds += section.startSeconds;
            chord.endSeconds += section.startSeconds;
            impression.chords.push_back(chord);
        }
    }
    impression.key = findKey(impression.chords, mode);
    return impression;
}

} // namespace circumplex
