#include "ui/label/label_plan.h"

#include "ui/common/palette.h"

#include <QCoreApplication>
#include <QLocale>

#include <filesystem>

namespace circumplex {

QString sourceName(RatingPlane::Source source)
{
    switch (source) {
    case RatingPlane::Source::Keys:
        return QStringLiteral("keys");
    case RatingPlane::Source::Gamepad:
        return QStringLiteral("gamepad");
    case RatingPlane::Source::Fader:
        return QStringLiteral("fader");
    case RatingPlane::Source::Mouse:
        break;
    }
    return QStringLiteral("mouse");
}

QString songTitle(const TrackView& view)
{
    const QString artist = QString::fromStdString(view.track.tags.artist);
    return artist.isEmpty() ? view.title() : QStringLiteral("%1 – %2").arg(view.title(), artist);
}

QString songTitle(const TrackRow& row)
{
    const QString title = QString::fromStdString(
        row.title.empty() ? std::filesystem::path(row.path).stem().string() : row.title);
    return row.artist.empty()
        ? title
        : QStringLiteral("%1 – %2").arg(title, QString::fromStdString(row.artist));
}

QString LabelPlan::instrumentName() const
{
    if (!isContinuous) return QStringLiteral("after the song");
    return sourceName(instrument)
        + (axes == RatingPlane::Axes::Both           ? QStringLiteral(" 2-D")
                : axes == RatingPlane::Axes::Valence ? QStringLiteral(" valence")
                                                     : QStringLiteral(" arousal"))
        + (mode == TraceMode::Relative ? QStringLiteral(", relative") : QString());
}

std::vector<TraceDimension> LabelPlan::dimensions() const
{
    std::vector<TraceDimension> dimensions;
    if (axes != RatingPlane::Axes::Arousal) dimensions.push_back(TraceDimension::Valence);
    if (axes != RatingPlane::Axes::Valence) dimensions.push_back(TraceDimension::Arousal);
    return dimensions;
}

QString reasonText(const LabelProposal& proposal)
{
    const char* const context = "LabelProposal";
    const auto translated
        = [context](const char* text) { return QCoreApplication::translate(context, text); };
    const QString points = QLocale().toString(proposal.amount, 'f', 1);
    switch (proposal.reason) {
    case LabelProposal::Reason::ModelsDisagree:
        return (proposal.isOfValence ? translated(
                    QT_TRANSLATE_NOOP("LabelProposal", "Models are %1 points apart in valence"))
                                     : translated(QT_TRANSLATE_NOOP(
                                         "LabelProposal", "Models are %1 points apart in arousal")))
            .arg(points);
    case LabelProposal::Reason::ModelUnsure:
        return (proposal.isOfValence ? translated(QT_TRANSLATE_NOOP(
                    "LabelProposal", "The model is unsure of its valence, by %1 points"))
                                     : translated(QT_TRANSLATE_NOOP("LabelProposal",
                                         "The model is unsure of its arousal, by %1 points")))
            .arg(points);
    case LabelProposal::Reason::ThinCorner:
        break;
    }
    return proposal.amount < 0.5
        ? translated(
            QT_TRANSLATE_NOOP("LabelProposal", "You have rated nothing in its part of the plane"))
        : translated(
            QT_TRANSLATE_NOOP("LabelProposal", "You have rated little in its part of the plane"));
}

} // namespace circumplex
