#include "ui/models/card_sentences.h"

#include "ui/common/bidi_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace circumplex {

namespace {

constexpr std::array kSentences {
    // models/starter/card.json.
    QT_TRANSLATE_NOOP("Card",
        "piano arrangements of game music, rendered with FluidR3 GM; means of about 30 raters of "
        "valence and arousal"),
    QT_TRANSLATE_NOOP("Card",
        "pop piano performances, rendered with FluidR3 GM; one quadrant of valence and arousal, by "
        "one annotator"),
    QT_TRANSLATE_NOOP("Card",
        "one-minute excerpts of classical, rock, electronic and pop recordings; nobody rated "
        "valence and arousal: they are derived from shares of people who felt other emotions, and "
        "weigh a fifth"),
    QT_TRANSLATE_NOOP("Card",
        "the 56 tags of all recordings are outputs of the MTG-Jamendo baseline network, not of "
        "people; odds divided by the tag's frequency, so that 0.5 means as likely as usual"),
    QT_TRANSLATE_NOOP("Card",
        "People rated valence and arousal of rendered piano only. For recordings with voices, "
        "drums or guitars the head learned from numbers derived from felt emotions; the intervals "
        "say nothing about them, and valence is weak there."),
    QT_TRANSLATE_NOOP("Card",
        "The intervals are those of held-out game series; 10 % of ratings lie outside by "
        "construction, and a window is compared with the rating of its whole piece."),
    QT_TRANSLATE_NOOP("Card",
        "Mood tags imitate another network that hears 29 s of levelled sound; nobody has rated "
        "them for this model."),
    QT_TRANSLATE_NOOP(
        "Card", "Words are not understood: a sad text over happy music counts as happy."),
    QT_TRANSLATE_NOOP("Card", "see data"),
    QT_TRANSLATE_NOOP("Card",
        "trained for this program; non-commercial terms of the data reach a model trained on it in "
        "ways that nobody has settled"),
    // Personal models and imports, core/engine/personal_installer.cpp, training_session.cpp and
    // core/ml/weights/model_import.cpp.
    QT_TRANSLATE_NOOP("Card",
        "It says what the named raters would say, which others need not agree with; all limits of "
        "its base hold."),
    QT_TRANSLATE_NOOP(
        "Card", "labels of this library's tracks; they are not in the model's folder"),
    QT_TRANSLATE_NOOP("Card", "CC-BY-NC-4.0 (MERT-v1-95M's model card)"),
    QT_TRANSLATE_NOOP("Card", "MIT (the project's code; nothing is said of the weights)"),
    QT_TRANSLATE_NOOP("Card", "MIT (the project's code; its model page says Apache-2.0)"),
};

} // namespace

bool isCardSentence(const QString& english)
{
    return std::ranges::any_of(
        kSentences, [&](const char* sentence) { return english == QString::fromUtf8(sentence); });
}

QString cardText(const QString& english)
{
    return isCardSentence(english)
        ? QCoreApplication::translate("Card", english.toUtf8().constData())
        : quotation(english);
}

} // namespace circumplex
