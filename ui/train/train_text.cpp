#include "ui/train/train_text.h"

#include "ui/common/core_text.h"
#include "ui/common/error_text.h"
#include "ui/common/mood_names.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

/// Gives the sentences of this file one place in the translations.
class TrainText {
    Q_DECLARE_TR_FUNCTIONS(TrainText)

public:
    /// @param quarter  in the order of palette::Quarter
    static QString wish(std::size_t quarter)
    {
        switch (quarter) {
        case 0:
            return tr("More joyful songs would help most.");
        case 1:
            return tr("More tense songs would help most.");
        case 2:
            return tr("More sad songs would help most.");
        default:
            return tr("More calm songs would help most.");
        }
    }

    static QString enough(const TrainPlan& plan)
    {
        if (plan.labelledTracks == 0)
            return tr("Nobody has rated anything yet. Rate songs, or import labels.");
        if (plan.usableTracks == 0)
            return tr("The model has heard none of the labelled songs. Analyse them first.");
        if (!missing(plan).isEmpty()) return tr("Not enough yet.");
        if (!plan.isEnough()) return coreText(plan.problem);
        QString text = plan.usableTracks < 100 ? tr("Enough for a first try.")
                                               : tr("Enough for a good try.");
        const auto thinnest = std::ranges::min_element(plan.quarters);
        const auto fullest = std::ranges::max_element(plan.quarters);
        // Nothing is thin where the difference is chance.
        if (*fullest > 2 * *thinnest)
            text += QLatin1Char(' ')
                + wish(static_cast<std::size_t>(thinnest - plan.quarters.begin()));
        return text;
    }

    static QString missing(const TrainPlan& plan)
    {
        if (const int songs = plan.leastTracks - plan.usableTracks; songs > 0)
            return tr("%Ln more labelled song(s) needed", nullptr, songs);
        if (const int artists = plan.leastGroups - plan.groups; artists > 0)
            return tr("labelled songs of %Ln more artist(s) needed", nullptr, artists);
        return {};
    }

    static QStringList lines(const TrainPlan& plan)
    {
        QStringList lines;
        lines << tr("%Ln labelled song(s) can be used", nullptr, plan.usableTracks);
        if (plan.groups > 0)
            lines << tr("in %Ln group(s) of one artist, album or recording, which the test keeps "
                        "together",
                nullptr, plan.groups);
        const QLocale locale;
        lines << tr("rated: valence %1, arousal %2, moods %3, curves while listening %4")
                     .arg(locale.toString(plan.valenceTracks), locale.toString(plan.arousalTracks),
                         locale.toString(plan.tagTracks), locale.toString(plan.tracedTracks));
        if (plan.notHeard > 0)
            lines << tr("%Ln labelled song(s) left out, since the model has not heard them",
                nullptr, plan.notHeard);
        for (const QString& warning : plan.warnings)
            lines << coreText(warning);
        return lines;
    }

    static QString time(double seconds)
    {
        if (seconds < 90.0)
            return tr("%Ln second(s)", nullptr, std::max(1, static_cast<int>(std::ceil(seconds))));
        return tr("%Ln minute(s)", nullptr, static_cast<int>(std::ceil(seconds / 60.0)));
    }

    static QString target(const QString& name)
    {
        if (name == u"valence") return tr("valence");
        if (name == u"arousal") return tr("arousal");
        return moodName(name.toStdString());
    }

    static QString example(const TrainVerdict::Example& example)
    {
        const QLocale locale;
        const bool isDimension = example.target == u"valence" || example.target == u"arousal";
        const int digits = isDimension ? 1 : 2;
        const QString said = isDimension ? locale.toString(example.label, 'f', digits)
            : example.label > 0.5        ? tr("yes", "a mood applies")
                                         : tr("no", "a mood does not apply");
        return tr("%1: you %2, old model %3, new model %4")
            .arg(target(example.target), said, locale.toString(example.base, 'f', digits),
                locale.toString(example.personal, 'f', digits));
    }

    static QString headline(const TrainVerdict& verdict)
    {
        if (verdict.overall == u"better") return tr("Better for you than the old model.");
        if (verdict.overall == u"worse") return tr("Worse than the old model.");
        if (verdict.overall == u"unclear") return tr("No better than the old model.");
        return tr("Too few labels to tell.");
    }

    static QStringList verdictLines(const TrainVerdict& verdict)
    {
        QStringList lines;
        const auto add = [&](const QString& sentence, QStringView judgement) {
            QStringList names;
            for (const auto& one : verdict.targets)
                if (one.judgement == judgement) names << target(one.name);
            if (!names.isEmpty()) lines << sentence.arg(QLocale().createSeparatedList(names));
        };
        add(tr("Better for %1."), u"better");
        add(tr("Worse for %1."), u"worse");
        add(tr("Unclear for %1: the difference may be chance."), u"unclear");
        if (verdict.moreLabels)
            lines << tr("About %Ln more label(s) would take 5 % off the error.", nullptr,
                *verdict.moreLabels);
        return lines;
    }

    static QString judgement(const QString& word)
    {
        if (word == u"better") return tr("better");
        if (word == u"worse") return tr("worse");
        if (word == u"unclear") return tr("unclear");
        return tr("too few labels");
    }

    static QString problem(const QString& code, const QString& detail)
    {
        if (code == u"model-missing" || code == u"model-unusable")
            return tr("The model that this starts from is gone or cannot be read. Take another "
                      "one into use on the page Models.");
        if (code == u"disk-full" || code == u"file-unwritable")
            return tr("There is no room to keep the trained model. Free some space, then go on "
                      "where it stopped.");
        if (code == u"refused")
            return tr("Songs of one artist would be learned from and tested on, which makes "
                      "scores too good. Nothing was trained; without the given split, artists "
                      "stay together.");
        if (code == u"memory-exceeded")
            return tr("There is not enough memory. Close other programs, then go on where it "
                      "stopped.");
        if (code == u"file-missing")
            return tr("There is no library yet. Add a folder with music first.");
        if (code == u"labels-unusable") return coreText(detail);
        return errorText(code.toStdString(), detail.toStdString());
    }
};

} // namespace

QString enoughText(const TrainPlan& plan)
{
    return TrainText::enough(plan);
}

QString missingText(const TrainPlan& plan)
{
    return TrainText::missing(plan);
}

QStringList labelLines(const TrainPlan& plan)
{
    return TrainText::lines(plan);
}

QString roughTime(double seconds)
{
    return TrainText::time(seconds);
}

QString targetName(const QString& target)
{
    return TrainText::target(target);
}

QString exampleText(const TrainVerdict::Example& example)
{
    return TrainText::example(example);
}

QString verdictHeadline(const TrainVerdict& verdict)
{
    return TrainText::headline(verdict);
}

QStringList verdictLines(const TrainVerdict& verdict)
{
    return TrainText::verdictLines(verdict);
}

QString judgementText(const QString& judgement)
{
    return TrainText::judgement(judgement);
}

QString trainProblem(const QString& code, const QString& detail)
{
    return TrainText::problem(code, detail);
}

} // namespace circumplex
