#include "ui/common/glossary.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace circumplex {

namespace {

struct Term {
    const char* key;
    const char* name;
    const char* text;
};

constexpr std::array kTerms {
    Term { "ccc", QT_TRANSLATE_NOOP("Glossary", "agreement (CCC)"),
        QT_TRANSLATE_NOOP("Glossary",
            "Concordance correlation (CCC): how well two ratings of the same songs agree; 1 is "
            "perfect, 0 is chance.") },
    Term { "icc", QT_TRANSLATE_NOOP("Glossary", "reliability (ICC)"),
        QT_TRANSLATE_NOOP("Glossary",
            "Intraclass correlation (ICC): how much of the differences between songs comes back "
            "when they are rated again; 1 is all of it, 0 is nothing.") },
    Term { "r2", QT_TRANSLATE_NOOP("Glossary", "explained (R\u00b2)"),
        QT_TRANSLATE_NOOP("Glossary",
            "R\u00b2: the share of the differences between songs that is foretold; 1 is all of "
            "it, 0 is no better than always saying the mean.") },
    Term { "rmse", QT_TRANSLATE_NOOP("Glossary", "error (RMSE)"),
        QT_TRANSLATE_NOOP("Glossary",
            "Root mean square error (RMSE): how far off it usually is, in points of the scale from "
            "1 to 9; less is better.") },
    Term { "mae", QT_TRANSLATE_NOOP("Glossary", "error (MAE)"),
        QT_TRANSLATE_NOOP("Glossary",
            "Mean absolute error (MAE): how far off it is on average, in points of the scale from "
            "1 to 9; less is better.") },
    Term { "roc_auc", QT_TRANSLATE_NOOP("Glossary", "told apart (ROC-AUC)"),
        QT_TRANSLATE_NOOP("Glossary",
            "ROC-AUC: how often a song with a tag gets more of it than a song without; 1 is "
            "always, 0.5 is chance.") },
    Term { "pr_auc", QT_TRANSLATE_NOOP("Glossary", "found (PR-AUC)"),
        QT_TRANSLATE_NOOP("Glossary",
            "Average precision (PR-AUC): how clean the list is when songs are sorted by a tag; 1 "
            "is perfect, and chance is as much as there are songs with it.") },
    Term { "accuracy", QT_TRANSLATE_NOOP("Glossary", "right (accuracy)"),
        QT_TRANSLATE_NOOP("Glossary",
            "Accuracy: the share of songs that were put where people put them; 1 is all. Chance is "
            "0.5 for high or low, and 0.25 for one of four quarters.") },
    Term { "vgmidi", QT_TRANSLATE_NOOP("Glossary", "game music (VGMIDI)"),
        QT_TRANSLATE_NOOP("Glossary",
            "VGMIDI: piano arrangements of music from video games, each rated by about 30 "
            "people.") },
    Term { "emopia", QT_TRANSLATE_NOOP("Glossary", "pop piano (EMOPIA)"),
        QT_TRANSLATE_NOOP("Glossary",
            "EMOPIA: pop songs played on the piano, each put into one quarter of the plane by one "
            "person.") },
    Term { "emotify", QT_TRANSLATE_NOOP("Glossary", "felt music (Emotify)"),
        QT_TRANSLATE_NOOP("Glossary",
            "Emotify: a minute each of classical, rock, electronic and pop recordings. People said "
            "what they felt; valence and arousal were derived from it.") },
    Term { "deam", QT_TRANSLATE_NOOP("Glossary", "DEAM"),
        QT_TRANSLATE_NOOP("Glossary",
            "DEAM: 1802 recordings of many kinds of music whose valence and arousal people rated "
            "while they listened.") },
    Term { "tags", QT_TRANSLATE_NOOP("Glossary", "mood tags"),
        QT_TRANSLATE_NOOP("Glossary",
            "Mood tags: the 56 words for moods of MTG-Jamendo. This model learned them from what "
            "another network says, not from people.") },
    Term { "labels", QT_TRANSLATE_NOOP("Glossary", "your ratings"),
        QT_TRANSLATE_NOOP("Glossary", "Your ratings: songs of this library that were rated.") },
};

const Term* find(const QString& key)
{
    // The same measure by another name.
    const QString wanted = key == u"average_precision" ? QStringLiteral("pr_auc")
        : key.startsWith(u"tags")                      ? QStringLiteral("tags")
                                                       : key;
    const auto found = std::ranges::find_if(
        kTerms, [&](const Term& term) { return wanted == QLatin1StringView(term.key); });
    return found == kTerms.end() ? nullptr : &*found;
}

} // namespace

QString glossaryName(const QString& key)
{
    const Term* term = find(key);
    return term ? QCoreApplication::translate("Glossary", term->name) : QString();
}

QString glossaryText(const QString& key)
{
    const Term* term = find(key);
    return term ? QCoreApplication::translate("Glossary", term->text) : QString();
}

QString glossaryTip(const QStringList& keys)
{
    QStringList texts;
    for (const QString& key : keys)
        texts << glossaryText(key);
    texts.removeDuplicates();
    return wrappedTip(texts);
}

QString wrappedTip(const QStringList& paragraphs)
{
    QString tip;
    for (const QString& text : paragraphs)
        if (!text.isEmpty()) tip += QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
    return tip;
}

} // namespace circumplex
