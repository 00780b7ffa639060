#include "ui/curve/track_scene.h"

#include "core/types/mood_tags.h"
#include "ui/common/mood_chips.h"
#include "ui/curve/comment_places.h"
#include "ui/curve/curve_columns.h"
#include "ui/curve/lane.h"

#include <QCoreApplication>

#include <algorithm>

namespace circumplex {

namespace {

constexpr std::size_t kStrongest = 5;
constexpr float kLeastContrast = 0.1F; ///< a lane that hardly changes is not blown up
constexpr double kPlotShare = 0.45; ///< of the height, at least
constexpr int kAbovePlot = 8;
constexpr int kRuler = 20;
constexpr int kResidual = 44;

/// What the lanes ask for.
struct Wishes {
    int tagLanes = 0;
    int commentRows = 0;
    bool hasResidual = false, hasChords = false, hasKey = false;
    int captionLines = 0;
    int hidden = 0;

    Wishes(const TrackScene& scene, int width)
        : tagLanes(static_cast<int>(scene.tags.size()))
        , commentRows(circumplex::commentRows(scene, width))
        , hasResidual(scene.hasResidual())
        , hasChords(scene.mainReading() != nullptr)
        , hasKey(hasChords)
        , captionLines(scene.isOnPaper ? 0 : 2)
    {
    }

    int height() const
    {
        int sum = kRuler + (captionLines > 0 ? 16 * captionLines + 8 : 0);
        if (tagLanes > 0) sum += kTagLane * tagLanes + 4;
        if (commentRows > 0) sum += kCommentRow * commentRows + 4;
        if (hasResidual) sum += kResidual + 4;
        if (hasChords) sum += 26 + 4;
        if (hasKey) sum += 20 + 2;
        return sum;
    }

    /// @returns false when there is nothing left to give
    bool giveWay()
    {
        if (captionLines > 1) {
            --captionLines;
            return true;
        }
        if (tagLanes > 0) {
            --tagLanes;
            ++hidden;
            return true;
        }
        if (commentRows > 1) {
            --commentRows;
            return true;
        }
        if (std::exchange(hasResidual, false) || std::exchange(hasKey, false)
            || std::exchange(hasChords, false)) {
            ++hidden;
            return true;
        }
        return false;
    }
};

} // namespace

void TrackScene::choose(const std::vector<std::size_t>& models, const std::vector<int>& wantedTags)
{
    m_models = models;
    curves.clear();
    tags.clear();
    if (!view) return;
    for (const std::size_t index : models) {
        const TrackView::Reading& reading = view->readings.at(index);
        const Annotation& said = reading.stored.annotation;
        const EmotionCurve& raw = said.curve;
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
        curves.push_back({ reading.model, std::move(curve), static_cast<double>(said.valence),
            static_cast<double>(said.arousal) });
    }
    const TrackView::Reading* main = mainReading();
    if (!main) return;
    const Annotation& said = main->stored.annotation;
    std::vector<int> shown = wantedTags;
    for (std::size_t i = 0; wantedTags.empty() && i < std::min(kStrongest, said.moods.size()); ++i)
        shown.push_back(said.moods[i].tag);
    const std::size_t points = said.curve.valence.size();
    if (points == 0 || said.curve.tagProbabilities.size() != points * kMoodTags.size()) return;
    for (const int tag : shown) {
        const auto whole = std::ranges::find(said.moods, tag, &MoodProbability::tag);
        TagLane lane { .name = moodName(tag),
            .wholeTrack = whole == said.moods.end() ? 0.0F : whole->probability,
            .values = std::vector<float>(points) };
        for (std::size_t point = 0; point < points; ++point)
            lane.values[point]
                = said.curve
                      .tagProbabilities[point * kMoodTags.size() + static_cast<std::size_t>(tag)];
        const auto [least, most] = std::ranges::minmax(lane.values);
        const float more = std::max(kLeastContrast - (most - least), 0.0F) / 2.0F;
        lane.least = least - more;
        lane.most = most + more;
        tags.push_back(std::move(lane));
    }
}

const TrackView::Reading* TrackScene::mainReading() const
{
    return view && !m_models.empty() ? &view->readings.at(m_models.front()) : nullptr;
}

std::vector<const TrackView::Reading*> TrackScene::shownReadings() const
{
    std::vector<const TrackView::Reading*> shown;
    for (const std::size_t index : m_models)
        if (view) shown.push_back(&view->readings.at(index));
    return shown;
}

QStringList TrackScene::raters() const
{
    QStringList names;
    if (!view) return names;
    for (const auto& human : view->traces)
        if (!names.contains(human.rater)) names.append(human.rater);
    return names;
}

std::vector<const TrackView::HumanTrace*> TrackScene::shownTraces() const
{
    std::vector<const TrackView::HumanTrace*> shown;
    if (!view) return shown;
    for (const auto& human : view->traces)
        if (!hiddenRaters.contains(human.rater)) shown.push_back(&human);
    return shown;
}

std::size_t TrackScene::placeOfRater(const QString& rater) const
{
    return static_cast<std::size_t>(std::max<qsizetype>(raters().indexOf(rater), 0));
}

SeriesMark TrackScene::markOfModel(std::size_t curve)
{
    return { SeriesMark::Of::Model, curve - 1 };
}

bool TrackScene::hasResidual() const
{
    return curves.size() > 1 || !shownTraces().empty();
}

QString raterName(const QString& rater)
{
    return rater.isEmpty() ? QCoreApplication::translate("circumplex", "somebody") : rater;
}

TrackLayout::TrackLayout(const QRect& area, const TrackScene& scene)
{
    int bottom = area.bottom() + 1;
    const int left = area.left() + kLaneLeft;
    const int width = std::max(area.width() - kLaneLeft - kLaneRight, 50);
    Wishes lanes(scene, width);
    const auto least = static_cast<int>(kPlotShare * area.height());
    if (!scene.isOnPaper)
        while (area.height() - kAbovePlot - lanes.height() < least && lanes.giveWay()) { }
    const auto take = [&](int height, int gap) {
        bottom -= height;
        const QRect lane(left, bottom, width, height);
        bottom -= gap;
        return lane;
    };
    if (lanes.captionLines > 0) {
        caption = take(16 * lanes.captionLines + 2, 6);
        caption.setLeft(area.left() + 16);
        caption.setRight(area.right() - 16);
    }
    tagLanes = lanes.tagLanes;
    hiddenLanes = lanes.hidden;
    if (tagLanes > 0) tags = take(kTagLane * tagLanes, 4);
    if (lanes.hasKey) key = take(20, 2);
    if (lanes.hasChords) chords = take(26, 4);
    if (lanes.hasResidual) residual = take(kResidual, 4);
    if (lanes.commentRows > 0) comments = take(kCommentRow * lanes.commentRows + 2, 2);
    ruler = take(kRuler, 0);
    plot = QRect(
        left, area.top() + kAbovePlot, width, std::max(bottom - area.top() - kAbovePlot, 60));
}

int TrackLayout::fullHeight(const TrackScene& scene, int plotHeight, int width)
{
    return kAbovePlot + plotHeight
        + Wishes(scene, std::max(width - kLaneLeft - kLaneRight, 50)).height();
}

} // namespace circumplex
