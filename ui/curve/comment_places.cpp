#include "ui/curve/comment_places.h"

#include "ui/common/palette.h"

#include <QFontMetrics>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kMostRows = 3;
constexpr int kMostText = 140; ///< what a comment's words can claim; they may get more
constexpr int kGap = 6;

/// The row of each comment, by start. @param rows  there are
/// @returns also how many rows it would take, without a limit
std::vector<int> rowsOf(const TrackScene& scene, const TimeWindow& time, int width, int rows)
{
    const QFontMetrics metrics(palette::font(12));
    std::vector<double> ends(static_cast<std::size_t>(rows), -1e9);
    std::vector<int> result;
    for (const TrackComment& comment : scene.view->comments) {
        const double begin = time.shareOf(comment.startSeconds) * width;
        const double end = time.shareOf(comment.endSeconds.value_or(comment.startSeconds)) * width;
        const int words
            = std::min(metrics.horizontalAdvance(QString::fromStdString(comment.text).simplified()),
                kMostText);
        auto row = std::ranges::find_if(ends, [&](double taken) { return taken <= begin; });
        if (row == ends.end()) row = std::ranges::min_element(ends);
        *row = std::max({ *row, end + 2.0, begin + words + 2.0 * kGap });
        result.push_back(static_cast<int>(row - ends.begin()));
    }
    return result;
}

} // namespace

int commentRows(const TrackScene& scene, int width)
{
    if (!scene.view || scene.view->comments.empty()) return 0;
    TimeWindow whole = scene.time;
    whole.showAll();
    const auto rows = rowsOf(scene, whole, width, kMostRows);
    return std::ranges::max(rows) + 1;
}

std::vector<PlacedComment> placeComments(const TrackScene& scene, const QRect& area)
{
    std::vector<PlacedComment> places;
    if (!scene.view || scene.time.span() <= 0.0) return places;
    const int rows = std::max(area.height() / kCommentRow, 1);
    const auto rowOf = rowsOf(scene, scene.time, area.width(), rows);
    const auto& comments = scene.view->comments;
    const auto x
        = [&](double seconds) { return area.left() + scene.time.shareOf(seconds) * area.width(); };
    const double right = area.right() + 1.0;
    for (std::size_t i = 0; i < comments.size(); ++i) {
        const double begin = x(comments[i].startSeconds);
        const double end = x(comments[i].endSeconds.value_or(comments[i].startSeconds));
        double next = right;
        for (std::size_t k = i + 1; k < comments.size(); ++k)
            if (rowOf[k] == rowOf[i]) {
                next = std::min(next, x(comments[k].startSeconds));
                break;
            }
        // Words of a stretch stay in view as long as some of it does.
        const double from = std::max(begin, static_cast<double>(area.left()));
        const double until = std::min(std::max(end, begin + 2.0), right);
        const double top = area.top() + rowOf[i] * kCommentRow + 1.0;
        const bool isSeen = until > area.left() && begin < right;
        if (!isSeen) continue;
        places.push_back({ &comments[i], { from, top, until - from, kCommentRow - 2.0 },
            { from + kGap, top, std::max(next - from - 2.0 * kGap, 0.0), kCommentRow - 2.0 } });
    }
    return places;
}

const TrackComment* commentUnder(const TrackScene& scene, const QRect& area, QPointF place)
{
    if (!area.contains(place.toPoint())) return nullptr;
    const QFontMetrics metrics(palette::font(12));
    const TrackComment* found = nullptr;
    for (const PlacedComment& placed : placeComments(scene, area)) {
        QRectF words = placed.text;
        words.setWidth(std::min<double>(words.width(),
            metrics.horizontalAdvance(QString::fromStdString(placed.comment->text).simplified())));
        if (placed.bar.adjusted(-3, 0, 3, 0).contains(place) || words.contains(place))
            found = placed.comment;
    }
    return found;
}

} // namespace circumplex
