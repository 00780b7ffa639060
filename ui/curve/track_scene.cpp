#include "ui/curve/track_scene.h"

#include "core/types/mood_tags.h"
#include "ui/common/mood_chips.h"
#include "ui/curve/curve_columns.h"
#include "ui/curve/lane.h"

#include <algorithm>

namespace circumplex {

namespace {

constexpr std::size_t kStrongest = 5;

} // namespace

void TrackScene::choose(const std::vector<std::size_t>& models, const std::vector<int>& wantedTags)
{
    m_models = models;
    curves.clear();
    tags.clear();
    if (!view) return;
    for (const std::size_t index : models) {
        const TrackView::Reading& reading = view->readings.at(index);
        const EmotionCurve& raw = reading.stored.annotation.curve;
        EmotionCurve curve;
        curve.startSeconds = raw.startSeconds;
        curve.hopSeconds = raw.hopSeconds;
        curve.windowSeconds = raw.windowSeconds;
        const auto smooth = [&](const std::vector<float>& values) {
            return smoothed(values, raw.hopSeconds, smoothingSeconds);
        };
        curve.valence = smooth(raw.valence);
        curve.arousal = smooth(raw.arousal);
        curve.valenceLower = smooth(raw.valenceLower);
        curve.valenceUpper = smooth(raw.valenceUpper);
        curve.arousalLower = smooth(raw.arousalLower);
        curve.arousalUpper = smooth(raw.arousalUpper);
        curves.push_back({ reading.model, std::move(curve) });
    }
    const TrackView::Reading* main = mainReading();
    if (!main) return;
    const Annotation& said = main->stored.annotation;
    std::vector<int> shown = wantedTags;
    for (std::size_t i = 0; wantedTags.empty() && i < std::min(kStrongest, said.moods.size()); ++i)
        shown.push_back(said.moods[i].tag);
    const std::size_t points = said.curve.valence.size();
    if (said.curve.tagProbabilities.size() != points * kMoodTags.size()) return;
    for (const int tag : shown) {
        const auto whole = std::ranges::find(said.moods, tag, &MoodProbability::tag);
        TagLane lane { moodName(tag), whole == said.moods.end() ? 0.0F : whole->probability,
            std::vector<float>(points) };
        for (std::size_t point = 0; point < points; ++point)
            lane.values[point]
                = said.curve
                      .tagProbabilities[point * kMoodTags.size() + static_cast<std::size_t>(tag)];
        tags.push_back(std::move(lane));
    }
}

const TrackView::Reading* TrackScene::mainReading() const
{
    return view && !m_models.empty() ? &view->readings.at(m_models.front()) : nullptr;
}

TrackLayout::TrackLayout(const QRect& area, const TrackScene& scene)
{
    int bottom = area.bottom() + 1;
    const int left = area.left() + kLaneLeft;
    const int width = std::max(area.width() - kLaneLeft - kLaneRight, 50);
    const auto take = [&](int height, int gap) {
        bottom -= height;
        const QRect lane(left, bottom, width, height);
        bottom -= gap;
        return lane;
    };
    const bool isAnalysed = scene.mainReading() != nullptr;
    caption = take(18, 6);
    caption.setLeft(area.left() + 16);
    caption.setRight(area.right() - 16);
    if (!scene.tags.empty()) tags = take(kTagLane * static_cast<int>(scene.tags.size()), 4);
    if (isAnalysed) {
        key = take(20, 2);
        chords = take(26, 4);
    }
    if (scene.hasResidual()) residual = take(44, 4);
    if (scene.view && !scene.view->comments.empty()) comments = take(20, 2);
    ruler = take(20, 0);
    plot = QRect(left, area.top() + 8, width, std::max(bottom - area.top() - 8, 60));
}

} // namespace circumplex
