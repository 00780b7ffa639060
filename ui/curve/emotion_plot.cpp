#include "ui/curve/emotion_plot.h"

#include "ui/common/key_name.h"
#include "ui/common/palette.h"
#include "ui/curve/banded_curve.h"

#include <algorithm>
#include <utility>

namespace circumplex {

namespace {

constexpr std::size_t kMoodLanes = 6;

/// "D:maj" -> "D", "F#:min7" -> "F#m7", "N" and "X" -> nothing.
QString shortChord(const QString& label)
{
    if (label == u"N" || label == u"X") return {};
    QString quality = label.section(u':', 1);
    if (quality.startsWith(u"maj") && quality.size() == 3) quality.clear();
    if (quality.startsWith(u"min")) quality.replace(0, 3, QStringLiteral("m"));
    return tonicName(label.section(u':', 0, 0).toStdString()) + quality;
}

/// A filled box over [begin, end] seconds and [bottom, top], with `text` in it where that has room.
/// @param pixelsPerSecond  of the finished plot, to judge the room
void addBox(QCPAxisRect& panel, double begin, double end, double bottom, double top,
    const QColor& fill, const QColor& ink, const QString& text, double pixelsPerSecond)
{
    QCustomPlot& plot = *panel.parentPlot();
    const auto place = [&panel](QCPItemPosition* position, double seconds, double value) {
        position->setAxisRect(&panel);
        position->setAxes(panel.axis(QCPAxis::atBottom), panel.axis(QCPAxis::atLeft));
        position->setCoords(seconds, value);
    };
    auto* box = new QCPItemRect(&plot);
    box->setClipAxisRect(&panel);
    place(box->topLeft, begin, top);
    place(box->bottomRight, end, bottom);
    box->setPen(QPen(palette::kPaper, 1.0));
    box->setBrush(fill);
    const QFont font = palette::font(12, QFont::Medium);
    if (QFontMetrics(font).horizontalAdvance(text) + 4 > (end - begin) * pixelsPerSecond) return;
    auto* label = new QCPItemText(&plot);
    label->setClipAxisRect(&panel);
    place(label->position, (begin + end) / 2.0, (bottom + top) / 2.0);
    label->setText(text);
    label->setFont(font);
    label->setColor(ink);
}

} // namespace

EmotionPlot::EmotionPlot(const AnalysedTrack& track, int widthPixels, QWidget* parent)
    : QCustomPlot(parent)
    , m_sides(new QCPMarginGroup(this))
    , m_durationSeconds(track.durationSeconds)
    , m_pixelsPerSecond((widthPixels - kSideLabelsPixels) / track.durationSeconds)
{
    setBackground(palette::kPaper);
    plotLayout()->clear();
    plotLayout()->setRowSpacing(6);
    addQuarterStrip(track);
    const EmotionCurve& curve = track.curve;
    BandedCurve valence = addCurve(tr("Valence"), track.valence, track.valenceInterval,
        palette::kValence, tr("unpleasant"), tr("pleasant"));
    valence.setValues(curve.startSeconds, curve.hopSeconds, curve.valence, curve.valenceLower,
        curve.valenceUpper);
    BandedCurve arousal = addCurve(tr("Arousal"), track.arousal, track.arousalInterval,
        palette::kArousal, tr("calm"), tr("excited"));
    arousal.setValues(curve.startSeconds, curve.hopSeconds, curve.arousal, curve.arousalLower,
        curve.arousalUpper);
    addMoodLanes(track);
    addChords(track);
}

QCPAxisRect& EmotionPlot::addPanel(const QString& name, int heightPixels)
{
    auto* panel = new QCPAxisRect(this, true);
    panel->setObjectName(name);
    plotLayout()->addElement(plotLayout()->rowCount(), 0, panel);
    if (heightPixels > 0) {
        panel->setMinimumSize(0, heightPixels);
        panel->setMaximumSize(QWIDGETSIZE_MAX, heightPixels);
        panel->setSizeConstraintRect(QCPLayoutElement::scrInnerRect);
    }
    panel->setMarginGroup(QCP::msLeft | QCP::msRight, m_sides);
    panel->setMinimumMargins({ 0, 0, 12, 0 });
    for (QCPAxis* axis : panel->axes())
        setQuietAxis(*axis);
    panel->axis(QCPAxis::atTop)->setVisible(false);
    panel->axis(QCPAxis::atRight)->setVisible(false);
    QCPAxis& time = *panel->axis(QCPAxis::atBottom);
    setTimeScale(time, m_durationSeconds);
    time.setTickLabels(false);
    return *panel;
}

void EmotionPlot::addQuarterStrip(const AnalysedTrack& track)
{
    QCPAxisRect& panel = addPanel(QStringLiteral("quarters"), 22);
    panel.axis(QCPAxis::atBottom)->setVisible(false);
    QCPAxis& lane = *panel.axis(QCPAxis::atLeft);
    lane.setRange(0.0, 1.0);
    lane.setBasePen(Qt::NoPen);
    lane.grid()->setVisible(false);
    const QSharedPointer<QCPAxisTickerText> name(new QCPAxisTickerText);
    name->addTick(0.5, tr("feels"));
    lane.setTicker(name);

    const EmotionCurve& curve = track.curve;
    const auto quarterAt = [&curve](std::size_t point) {
        return palette::quarterOf(
            static_cast<double>(curve.valence[point]), static_cast<double>(curve.arousal[point]));
    };
    double begin = 0.0;
    for (std::size_t point = 0; point < curve.valence.size(); ++point) {
        const bool isLast = point + 1 == curve.valence.size();
        if (!isLast && quarterAt(point + 1) == quarterAt(point)) continue;
        const double end = isLast
            ? m_durationSeconds
            : curve.startSeconds + (static_cast<double>(point) + 0.5) * curve.hopSeconds;
        const auto quarter = quarterAt(point);
        addBox(panel, begin, end, 0.0, 1.0, palette::tint(palette::quarterColour(quarter), 0.35),
            palette::kInk, palette::quarterName(quarter), m_pixelsPerSecond);
        begin = end;
    }
}

BandedCurve EmotionPlot::addCurve(const QString& title, double trackValue,
    const Interval& trackInterval, const QColor& colour, const QString& lowWord,
    const QString& highWord)
{
    QCPAxisRect& panel = addPanel(title, 0);
    panel.setMinimumMargins({ 0, 30, 12, 4 });
    QCPAxis& time = *panel.axis(QCPAxis::atBottom);
    QCPAxis& value = *panel.axis(QCPAxis::atLeft);
    setEmotionScale(value, lowWord, highWord);

    auto* heading = new QCPItemText(this);
    heading->setClipToAxisRect(false);
    heading->position->setAxisRect(&panel);
    heading->position->setType(QCPItemPosition::ptAxisRectRatio);
    heading->position->setCoords(0.0, 0.0);
    heading->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
    heading->setPadding({ 0, 0, 0, 4 });
    heading->setText(tr("%1  %2  (%3 to %4)")
                         .arg(title)
                         .arg(trackValue, 0, 'f', 1)
                         .arg(static_cast<double>(trackInterval.lower), 0, 'f', 1)
                         .arg(static_cast<double>(trackInterval.upper), 0, 'f', 1));
    heading->setFont(palette::font(15, QFont::DemiBold));
    heading->setColor(colour);

    QCPGraph* neutral = addGraph(&time, &value);
    neutral->setPen(QPen(palette::kSecondaryInk, 1.0));
    neutral->setData({ 0.0, m_durationSeconds }, { 5.0, 5.0 }, true);

    BandedCurve curve(time, value, title, colour);
    QCPGraph* whole = addGraph(&time, &value);
    whole->setName(title + QStringLiteral(" of the track"));
    whole->setPen(QPen(colour, 1.2, Qt::DotLine));
    whole->setData({ 0.0, m_durationSeconds }, { trackValue, trackValue }, true);
    return curve;
}

void EmotionPlot::addMoodLanes(const AnalysedTrack& track)
{
    std::vector<const AnalysedTrack::Mood*> lanes;
    for (const auto& mood : track.moods)
        if (lanes.size() < kMoodLanes && mood.overTime.size() > 1) lanes.push_back(&mood);
    if (lanes.empty()) return;

    const auto laneCount = static_cast<int>(lanes.size());
    QCPAxisRect& panel = addPanel(QStringLiteral("moods"), 20 * laneCount);
    panel.setMinimumMargins({ 0, 12, 12, 0 });
    QCPAxis& time = *panel.axis(QCPAxis::atBottom);
    QCPAxis& lane = *panel.axis(QCPAxis::atLeft);
    lane.setRange(-0.5, laneCount - 0.5);
    lane.setRangeReversed(true);
    lane.setBasePen(Qt::NoPen);
    lane.grid()->setVisible(false);
    time.setBasePen(Qt::NoPen);
    const QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText);

    const auto points = static_cast<int>(track.curve.valence.size());
    auto* map = new QCPColorMap(&time, &lane);
    map->setName(QStringLiteral("moods"));
    map->data()->setSize(points, laneCount);
    map->data()->setRange(QCPRange(track.curve.startSeconds,
                              track.curve.startSeconds + (points - 1) * track.curve.hopSeconds),
        QCPRange(0.0, std::max(laneCount - 1, 1)));
    for (int row = 0; row < laneCount; ++row) {
        const auto& mood = *lanes[static_cast<std::size_t>(row)];
        names->addTick(row, mood.tag);
        for (int point = 0; point < points; ++point)
            map->data()->setCell(point, row, mood.overTime[static_cast<std::size_t>(point)]);
    }
    lane.setTicker(names);
    QCPColorGradient greys;
    greys.setColorStops({ { 0.0, palette::kPanel }, { 1.0, QColor(0x39, 0x41, 0x4F) } });
    map->setGradient(greys);
    map->setDataRange(QCPRange(0.0, 1.0));
    map->setInterpolate(false);
    map->setTightBoundary(false);
    // Thin white lines keep the lanes apart.
    for (int row = 0; row + 1 < laneCount; ++row) {
        QCPGraph* gap = addGraph(&time, &lane);
        gap->setPen(QPen(palette::kPaper, 2.0));
        gap->setData({ 0.0, m_durationSeconds }, { row + 0.5, row + 0.5 }, true);
    }
}

void EmotionPlot::addChords(const AnalysedTrack& track)
{
    QCPAxisRect& panel = addPanel(QStringLiteral("chords"), 26);
    panel.setMinimumMargins({ 0, 12, 12, 24 });
    panel.axis(QCPAxis::atBottom)->setTickLabels(true);
    QCPAxis& lane = *panel.axis(QCPAxis::atLeft);
    lane.setRange(0.0, 1.0);
    lane.setBasePen(Qt::NoPen);
    lane.grid()->setVisible(false);
    const QSharedPointer<QCPAxisTickerText> name(new QCPAxisTickerText);
    name->addTick(0.5, tr("chords"));
    lane.setTicker(name);
    for (const auto& chord : track.chords) {
        const QString text = shortChord(chord.label);
        if (text.isEmpty()) continue;
        addBox(panel, chord.startSeconds, chord.endSeconds, 0.0, 1.0, palette::kPanel.darker(104),
            palette::kInk, text, m_pixelsPerSecond);
    }
}

} // namespace circumplex
