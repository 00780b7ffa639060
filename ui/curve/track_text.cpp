#include "ui/curve/track_text.h"

#include "ui/common/key_name.h"
#include "ui/common/mood_names.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace circumplex {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("circumplex", text);
}

const ChordSpan* chordAt(const std::vector<ChordSpan>& chords, double seconds)
{
    const auto after = std::ranges::upper_bound(chords, seconds, {}, &ChordSpan::startSeconds);
    if (after == chords.begin() || seconds >= std::prev(after)->endSeconds) return nullptr;
    return &*std::prev(after);
}

/// What a person says less what the main model says; nullopt: one of them says nothing.
std::optional<double> distance(const TrackScene& scene, const Trace& trace, double seconds)
{
    const auto said = traceValueAt(trace, seconds);
    if (!said || scene.curves.empty()) return std::nullopt;
    const EmotionCurve& curve = scene.curves.front().curve;
    const bool isValence = trace.dimension == TraceDimension::Valence;
    const auto model = curveValueAt(curve, isValence ? curve.valence : curve.arousal, seconds);
    if (!model) return std::nullopt;
    return *said - *model;
}

void addTraces(QStringList& parts, const TrackScene& scene, double seconds, bool isSpoken)
{
    for (const auto* human : scene.shownTraces()) {
        const auto value = traceValueAt(human->trace, seconds);
        if (!value) continue;
        QString text = human->trace.dimension == TraceDimension::Valence ? tr("%1: valence %2")
                                                                         : tr("%1: arousal %2");
        text = text.arg(raterName(human->rater), numberText(*value));
        if (const auto off = distance(scene, human->trace, seconds))
            text += (isSpoken ? tr(" (%1 from the model)") : QStringLiteral(" (%1)"))
                        .arg(signedText(*off));
        parts.append(text);
    }
}

/// The second and later models, beside the first.
void addOtherModels(QStringList& parts, const TrackScene& scene, double seconds)
{
    for (std::size_t i = 1; i < scene.curves.size(); ++i) {
        const EmotionCurve& main = scene.curves.front().curve;
        const EmotionCurve& other = scene.curves[i].curve;
        const auto text = [&](const std::vector<float>& values, const std::vector<float>& mains) {
            const auto value = curveValueAt(other, values, seconds);
            if (!value) return QStringLiteral("–");
            const auto base = curveValueAt(main, mains, seconds);
            return base
                ? QStringLiteral("%1 (%2)").arg(numberText(*value), signedText(*value - *base))
                : numberText(*value);
        };
        parts.append(tr("%1: V %2, A %3")
                         .arg(scene.curves[i].model, text(other.valence, main.valence),
                             text(other.arousal, main.arousal)));
    }
}

QStringList lines(const TrackScene& scene, double seconds, bool isSpoken)
{
    QStringList parts { timeText(seconds, readoutDecimals(scene.time)) };
    if (!scene.curves.empty()) {
        const EmotionCurve& curve = scene.curves.front().curve;
        const auto add
            = [&](const QString& name, const auto& values, const auto& lower, const auto& upper) {
                  const auto value = curveValueAt(curve, values, seconds);
                  if (!value) return;
                  const auto low = curveValueAt(curve, lower, seconds);
                  const auto high = curveValueAt(curve, upper, seconds);
                  QString text = QStringLiteral("%1 %2").arg(name, numberText(*value));
                  if (low && high)
                      text += QStringLiteral(" (%1–%2)").arg(numberText(*low), numberText(*high));
                  parts.append(text);
              };
        add(tr("valence"), curve.valence, curve.valenceLower, curve.valenceUpper);
        add(tr("arousal"), curve.arousal, curve.arousalLower, curve.arousalUpper);
    }
    if (const auto* reading = scene.mainReading()) {
        const ChordSpan* chord = chordAt(reading->stored.annotation.chords, seconds);
        if (chord && !chordText(chord->chordClass).isEmpty())
            parts.append(chordText(chord->chordClass));
    }
    addOtherModels(parts, scene, seconds);
    addTraces(parts, scene, seconds, isSpoken);
    return parts;
}

QString percentText(float share)
{
    return QLocale().toString(static_cast<qlonglong>(std::lround(share * 100.0F)));
}

/// 1 s is "1", 0.5 s is "0.5".
QString shortNumber(double value)
{
    return QLocale().toString(value, 'g', 4);
}

} // namespace

QString numberText(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString signedText(double value)
{
    const double rounded = std::round(value * 10.0) / 10.0;
    if (rounded == 0.0) return numberText(0.0);
    return (rounded > 0.0 ? QStringLiteral("+") : QStringLiteral("−"))
        + numberText(std::abs(rounded));
}

int readoutDecimals(const TimeWindow& time)
{
    constexpr double kPixels = 400.0;
    const double step = std::max(time.span() / kPixels, 1e-6);
    return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 1, 5);
}

double arrowStep(const TimeWindow& time)
{
    if (time.span() >= 20.0 || time.span() <= 0.0) return 1.0;
    return std::pow(10.0, std::floor(std::log10(time.span() / 20.0) + 1e-9));
}

QString timeText(double seconds, int decimals)
{
    const double factor = std::pow(10.0, decimals);
    const auto units = static_cast<qint64>(std::floor(std::max(seconds, 0.0) * factor + 1e-6));
    const qint64 whole = units / static_cast<qint64>(factor);
    const qint64 hours = whole / 3600;
    const qint64 minutes = whole / 60 % 60;
    const auto two
        = [](qint64 value) { return QStringLiteral("%L1").arg(value, 2, 10, QLatin1Char('0')); };
    QString text = hours > 0
        ? QStringLiteral("%L1:%2:%3").arg(hours).arg(two(minutes), two(whole % 60))
        : QStringLiteral("%L1:%2").arg(minutes).arg(two(whole % 60));
    if (decimals > 0)
        text += QLocale().decimalPoint()
            + QStringLiteral("%L1").arg(
                units % static_cast<qint64>(factor), decimals, 10, QLatin1Char('0'));
    return text;
}

QString chordText(int chordClass)
{
    // The order of the annotation's classes (core/types/annotation.h).
    static constexpr std::array kRoots { "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#",
        "B" };
    static constexpr std::array kQualities { "m", "", "dim", "aug", "m6", "6", "m7", "mM7", "maj7",
        "7", "dim7", "m7b5", "sus2", "sus4" };
    const auto count = static_cast<int>(kRoots.size() * kQualities.size());
    if (chordClass < 0 || chordClass >= count) return {};
    const auto qualities = static_cast<int>(kQualities.size());
    return tonicName(kRoots[static_cast<std::size_t>(chordClass / qualities)])
        + QString::fromLatin1(kQualities[static_cast<std::size_t>(chordClass % qualities)]);
}

QString keyText(const TrackView::Reading& reading)
{
    const auto& key = reading.stored.annotation.key;
    if (!key) return {};
    return keyName(*key);
}

std::optional<double> curveValueAt(
    const EmotionCurve& curve, const std::vector<float>& values, double seconds)
{
    if (values.empty()) return std::nullopt;
    const double point = (seconds - curve.startSeconds) / curve.hopSeconds;
    const auto last = static_cast<double>(values.size() - 1);
    // The first and last point describe windows that reach to the track's ends.
    const double reach = curve.windowSeconds / curve.hopSeconds / 2.0;
    if (point < -reach || point > last + reach) return std::nullopt;
    const double within = std::clamp(point, 0.0, last);
    const auto left = static_cast<std::size_t>(within);
    const std::size_t right = std::min(left + 1, values.size() - 1);
    const double share = within - static_cast<double>(left);
    return (1.0 - share) * static_cast<double>(values[left])
        + share * static_cast<double>(values[right]);
}

std::optional<double> traceValueAt(const Trace& trace, double seconds)
{
    const auto time = static_cast<float>(seconds + trace.latencySeconds);
    const auto after = std::ranges::upper_bound(trace.samples, time, {}, &TraceSample::seconds);
    if (after == trace.samples.begin()) return std::nullopt;
    // A hand at rest gives no samples; after the last one, the rater had stopped.
    if (after == trace.samples.end() && time > trace.samples.back().seconds + 0.5F)
        return std::nullopt;
    return static_cast<double>(std::prev(after)->value);
}

const TrackComment* commentAt(const TrackScene& scene, double seconds)
{
    if (!scene.view) return nullptr;
    // Moments have no length: some pixels beside one mean it too.
    const double near = scene.time.span() / 100.0;
    const TrackComment* found = nullptr;
    for (const TrackComment& comment : scene.view->comments)
        if (seconds >= comment.startSeconds - near / 2.0
            && seconds <= comment.endSeconds.value_or(comment.startSeconds + near))
            found = &comment;
    return found;
}

QStringList readoutLines(const TrackScene& scene, double seconds)
{
    return lines(scene, seconds, false);
}

QString readoutText(const TrackScene& scene, double seconds)
{
    QStringList parts = lines(scene, seconds, true);
    if (const TrackComment* comment = commentAt(scene, seconds))
        parts.append(tr("“%1”").arg(QString::fromStdString(comment->text).simplified()));
    for (const auto& lane : scene.tags)
        if (const auto value = curveValueAt(scene.curves.front().curve, lane.values, seconds))
            parts.append(QStringLiteral("%1 %L2 %").arg(lane.name).arg(std::lround(*value * 100)));
    return parts.join(QStringLiteral("   "));
}

QString captionText(const TrackScene& scene)
{
    const auto* reading = scene.mainReading();
    if (!reading) return {};
    const EmotionCurve& curve = scene.curves.front().curve;
    QStringList parts;
    if (scene.curves.size() > 1) {
        QStringList others;
        for (std::size_t i = 1; i < scene.curves.size(); ++i)
            others.append(scene.curves[i].model);
        parts.append(tr("Models: %1 (bold), %2 (thin).")
                         .arg(reading->model, others.join(QStringLiteral(", "))));
    } else {
        parts.append(tr("Model %1.").arg(reading->model));
    }
    if (reading->stored.provenance.isCoarse)
        parts.append(tr("A first value from a few windows; the rest is being analysed."));
    if (!curve.valence.empty())
        parts.append(tr("Each point describes the %1 s around it, every %2 s.")
                         .arg(shortNumber(curve.windowSeconds), shortNumber(curve.hopSeconds)));
    parts.append(scene.smoothingSeconds > 0.0
            ? tr("Smoothed: mean over %1 s.").arg(shortNumber(scene.smoothingSeconds))
            : tr("Not smoothed."));
    parts.append(tr("Bands: %1 % of human ratings are expected inside. Scale %2 to %3.")
                     .arg(shortNumber(90), shortNumber(1), shortNumber(9)));
    parts.append(tr("ø: the whole track."));
    if (scene.hasResidual())
        parts.append(tr("Residual: what others say less what %1 says, in points of the scale; "
                        "arrows at the edge: more than %2.")
                         .arg(reading->model, shortNumber(4)));
    return parts.join(QLatin1Char(' '));
}

QString hiddenLanesText(int lanes)
{
    return tr("Hidden lanes: %1").arg(shortNumber(lanes));
}

QString laneText(const TrackScene::TagLane& lane)
{
    return tr("Lane of %1: the palest shade is %2 %, the darkest %3 %.")
        .arg(lane.name, percentText(std::max(lane.least, 0.0F)),
            percentText(std::min(lane.most, 1.0F)));
}

QString summaryText(const TrackScene& scene)
{
    if (!scene.view) return tr("No track is open.");
    QStringList parts { scene.view->title(), tr("%1 long.").arg(timeText(scene.time.duration())) };
    const auto* reading = scene.mainReading();
    if (!reading) {
        parts.append(tr("Not analysed yet."));
        return parts.join(QLatin1Char(' '));
    }
    const Annotation& said = reading->stored.annotation;
    const auto v = static_cast<double>(said.valence);
    const auto a = static_cast<double>(said.arousal);
    parts.append(tr("As a whole %1: valence %2, arousal %3, of %4 to %5.")
                     .arg(palette::quarterName(palette::quarterOf(v, a)), numberText(v),
                         numberText(a), shortNumber(1), shortNumber(9)));
    const auto extreme = [&](const QString& sentence, const std::vector<float>& values) {
        if (values.empty()) return;
        const EmotionCurve& curve = scene.curves.front().curve;
        const auto place = std::ranges::max_element(values);
        const auto point = static_cast<double>(place - values.begin());
        parts.append(sentence.arg(numberText(static_cast<double>(*place)),
            timeText(curve.startSeconds + point * curve.hopSeconds)));
    };
    extreme(tr("Most pleasant, %1, at %2."), scene.curves.front().curve.valence);
    extreme(tr("Most excited, %1, at %2."), scene.curves.front().curve.arousal);
    QStringList moods;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, said.moods.size()); ++i)
        moods.append(moodName(said.moods[i].tag));
    if (!moods.isEmpty()) parts.append(tr("Moods: %1.").arg(moods.join(QStringLiteral(", "))));
    if (const QString key = keyText(*reading); !key.isEmpty())
        parts.append(tr("Key: %1.").arg(key));
    for (const auto& lane : scene.tags)
        parts.append(laneText(lane));
    if (!scene.view->comments.empty())
        parts.append(
            tr("Comments: %1.")
                .arg(QLocale().toString(static_cast<qlonglong>(scene.view->comments.size()))));
    return parts.join(QLatin1Char(' '));
}

} // namespace circumplex
