#include "ui/library/track_cell_texts.h"

#include "ui/common/bidi_text.h"
#include "ui/common/durations.h"
#include "ui/common/error_text.h"
#include "ui/common/key_name.h"
#include "ui/common/mood_names.h"
#include "ui/common/palette.h"

#include <QFileInfo>
#include <QLocale>

#include <numeric>

namespace circumplex {

namespace {

constexpr double kSteady = 0.4; ///< a curve that changes by less, on the scale 1..9

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString titleOf(const TrackRow& row)
{
    return row.title.empty() ? QFileInfo(text(row.path)).completeBaseName() : text(row.title);
}

QString levelText(const std::optional<double>& level)
{
    return level ? QLocale().toString(*level, 'f', 1) : QStringLiteral("\u2013");
}

QString quarterText(const TrackRow& row)
{
    if (!row.valence || !row.arousal) return {};
    return palette::quarterName(palette::quarterOf(*row.valence, *row.arousal));
}

/// How levels 0..255 of 1..9 go: their last third beside their first.
QString courseText(const std::vector<std::uint8_t>& levels)
{
    const auto third = static_cast<std::ptrdiff_t>(levels.size() / 3);
    const auto mean = [third](auto begin) {
        return std::accumulate(begin, begin + third, 0.0) / static_cast<double>(third) / 255.0
            * 8.0;
    };
    if (third == 0) return TrackListModel::tr("steady", "a curve");
    const double change = mean(levels.end() - third) - mean(levels.begin());
    return change > kSteady ? TrackListModel::tr("rising", "a curve")
        : change < -kSteady ? TrackListModel::tr("falling", "a curve")
                            : TrackListModel::tr("steady", "a curve");
}

QString yearText(int year)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(year);
}

} // namespace

QString trackStateText(const TrackRow& row)
{
    if (row.isRemoved) return TrackListModel::tr("removed");
    if (row.state == TrackState::Missing) return TrackListModel::tr("missing");
    if (!row.isOnline) return TrackListModel::tr("disk away");
    if (!row.failureCode.empty()) return TrackListModel::tr("failed");
    if (!row.valence) return TrackListModel::tr("not analysed");
    if (row.isAudioChanged) return TrackListModel::tr("changed since");
    if (row.isCoarse) return TrackListModel::tr("first value");
    return TrackListModel::tr("analysed");
}

QString curveText(const TrackRow& row, const Sparkline* curve)
{
    if (!row.valence || !row.arousal) return TrackListModel::tr("no curve");
    if (!curve || curve->valence.empty())
        return TrackListModel::tr("valence %1; arousal %2")
            .arg(levelText(row.valence), levelText(row.arousal));
    return TrackListModel::tr("valence %1, %2; arousal %3, %4")
        .arg(levelText(row.valence), courseText(curve->valence), levelText(row.arousal),
            courseText(curve->arousal));
}

QString moodsText(const TrackRow& row)
{
    QStringList names;
    for (const StrongMood& mood : row.moods)
        if (mood.place <= kStrongMoodPlaces) names << moodName(mood.tag); // as mood:NAME finds
    return names.join(QStringLiteral(", "));
}

QString pathText(const TrackRow& row)
{
    const QString mountPoint = text(row.mountPoint);
    return mountPoint.endsWith(u'/') ? mountPoint + text(row.path)
                                     : QStringLiteral("%1/%2").arg(mountPoint, text(row.path));
}

QString stateReason(const TrackRow& row)
{
    if (row.isRemoved)
        return TrackListModel::tr(
            "You removed it from the library. "
            "“Bring back to the library” in the menu Song puts it there again.");
    if (row.state == TrackState::Missing)
        return TrackListModel::tr("Its file is no longer at %1").arg(isolated(pathText(row)));
    if (!row.isOnline)
        return TrackListModel::tr("Its disk is not connected: %1").arg(isolated(pathText(row)));
    if (!row.failureCode.empty()) return errorText(row.failureCode, row.failureReason);
    return trackStateText(row);
}

QString cellText(const TrackRow& row, TrackColumn column)
{
    switch (column) {
    case TrackColumn::Title:
        return titleOf(row);
    case TrackColumn::Artist:
        return text(row.artist);
    case TrackColumn::Album:
        return text(row.album);
    case TrackColumn::Moods:
        return moodsText(row);
    case TrackColumn::Curve:
        return {};
    case TrackColumn::Place:
        return quarterText(row);
    case TrackColumn::Valence:
        return levelText(row.valence);
    case TrackColumn::Arousal:
        return levelText(row.arousal);
    case TrackColumn::Length:
        return row.durationSeconds ? durationText(*row.durationSeconds) : QString();
    case TrackColumn::Year:
        return row.year ? yearText(*row.year) : QString();
    case TrackColumn::Genre:
        return text(row.genre);
    case TrackColumn::Key:
        return row.key ? keyName(*row.key) : QString();
    case TrackColumn::State:
        return trackStateText(row);
    }
    return {};
}

} // namespace circumplex
