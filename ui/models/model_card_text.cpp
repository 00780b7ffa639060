#include "ui/models/model_card_text.h"

#include "ui/common/bidi_text.h"
#include "ui/common/glossary.h"
#include "ui/models/card_sentences.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>

namespace circumplex {

namespace {

struct CardText {
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

QString text(const QJsonValue& object, const char* key)
{
    return object.toObject()[QLatin1StringView(key)].toString();
}

QString networkName(const QString& kind)
{
    if (kind == u"musicnn") return QStringLiteral("MusiCNN");
    if (kind == u"mert" || kind == u"btc") return kind.toUpper();
    return kind;
}

/// What a part of a model does, by the name of its file.
QString partName(const QString& file)
{
    const QString part = file.section(u'.', 0, 0);
    if (part == u"encoder") return CardText::tr("Hears the music");
    if (part == u"chords") return CardText::tr("Hears the chords");
    if (part == u"head") return CardText::tr("Judges");
    if (part == u"adapter") return CardText::tr("Adapts what is heard to you");
    return isolated(file);
}

QString targetName(const QString& key)
{
    if (key == u"valence") return CardText::tr("Valence");
    if (key == u"arousal") return CardText::tr("Arousal");
    if (key == u"quadrant") return CardText::tr("Quarter of the plane");
    return {};
}

QString named(const QString& name, const QString& value)
{
    return CardText::tr("%1: %2", "what, and what is said of it").arg(name, value);
}

/// "agreement (CCC)"
QString plainMeasure(const QString& key)
{
    const QString name = glossaryName(key);
    return name.isEmpty() ? isolated(QString(key).replace(u'_', u' ')) : name;
}

/// "valence_ccc" parted; what comes before the measure is a target only if it is a known one.
CardScore scoreOf(const QString& set, const QString& key, double value)
{
    const QString target = key.section(u'_', 0, 0);
    if (targetName(target).isEmpty() || !key.contains(u'_')) return { set, {}, key, value };
    return { set, target, key.section(u'_', 1), value };
}

/// Valence before arousal before the rest, agreement before the rest.
int rank(const CardScore& score)
{
    const int target = score.target == u"valence" ? 0 : score.target == u"arousal" ? 1 : 2;
    return 2 * target + (score.measure == u"ccc" ? 0 : 1);
}

} // namespace

QString partsText(const QJsonObject& card)
{
    const QString encoder = networkName(text(card[QStringLiteral("encoder")], "kind"));
    const QString chords = networkName(text(card[QStringLiteral("chords")], "kind"));
    if (encoder.isEmpty()) return {};
    return chords.isEmpty() ? CardText::tr("%1 hears the music").arg(isolated(encoder))
                            : CardText::tr("%1 hears the music, %2 hears the chords")
                                  .arg(isolated(encoder), isolated(chords));
}

std::vector<CardLine> licenceLines(const QJsonObject& card)
{
    std::vector<CardLine> lines;
    for (const QJsonValue& part : card[QStringLiteral("licences")].toArray()) {
        const QString licence = text(part, "licence");
        const QString shown = isCardSentence(licence) ? cardText(licence) : isolated(licence);
        lines.push_back({ named(partName(text(part, "part")), shown),
            wrappedTip({ cardText(text(part, "source")) }) });
    }
    return lines;
}

std::vector<CardLine> dataLines(const QJsonObject& card)
{
    std::vector<CardLine> lines;
    for (const QJsonValue& set : card[QStringLiteral("data")].toArray()) {
        const int tracks = set.toObject()[QStringLiteral("tracks")].toInt();
        const QString key = text(set, "set");
        const QString what = cardText(text(set, "what"));
        lines.push_back({ tracks > 0 ? CardText::tr("%1, %2 recordings: %3")
                                           .arg(setName(key), QLocale().toString(tracks), what)
                                     : named(setName(key), what),
            glossaryTip({ key }) });
    }
    return lines;
}

std::vector<CardScore> cardScores(const QJsonObject& card)
{
    std::vector<CardScore> scores;
    for (const QJsonValue& set : card[QStringLiteral("scores")].toArray()) {
        const QJsonObject values = set.toObject()[QStringLiteral("scores")].toObject();
        const auto first = static_cast<std::ptrdiff_t>(scores.size());
        for (auto it = values.begin(); it != values.end(); ++it) {
            const QJsonValue mean
                = it->isObject() ? it->toObject()[QStringLiteral("mean")] : QJsonValue(*it);
            if (mean.isDouble() && it.key() != u"scored_tags") // a count of what was scored
                scores.push_back(scoreOf(text(set, "set"), it.key(), mean.toDouble()));
        }
        std::stable_sort(scores.begin() + first, scores.end(),
            [](const CardScore& a, const CardScore& b) { return rank(a) < rank(b); });
    }
    return scores;
}

std::vector<CardLine> scoreLines(const QJsonObject& card)
{
    std::vector<CardLine> lines;
    const auto scores = cardScores(card);
    for (auto at = scores.begin(); at != scores.end();) {
        const auto end = std::find_if(
            at, scores.end(), [&](const auto& other) { return other.set != at->set; });
        QStringList values, terms { at->set };
        const QString set = at->set;
        for (; at != end; ++at) {
            values << CardText::tr("%1 %2", "a measure and its value")
                          .arg(measureName(*at), QLocale().toString(at->value, 'f', 2));
            terms << at->measure;
        }
        lines.push_back({ named(setName(set), values.join(CardText::tr(", ", "between values"))),
            glossaryTip(terms) });
    }
    return lines;
}

std::vector<CardLine> limitLines(const QJsonObject& card)
{
    std::vector<CardLine> lines;
    for (const QJsonValue& limit : card[QStringLiteral("limits")].toArray())
        if (limit.isString()) lines.push_back({ cardText(limit.toString()) });
    return lines;
}

bool isError(const CardScore& score)
{
    const std::array<QStringView, 3> errors { u"rmse", u"mae", u"error" };
    return std::ranges::any_of(
        errors, [&](QStringView error) { return score.measure.contains(error); });
}

QString setName(const QString& key)
{
    const QString name = glossaryName(key);
    return name.isEmpty() ? isolated(key) : name;
}

QString measureName(const CardScore& score)
{
    const QString measure = plainMeasure(score.measure);
    return score.target.isEmpty()
        ? measure
        : CardText::tr("%1, %2", "valence, agreement (CCC)").arg(targetName(score.target), measure);
}

std::optional<CardAgreement> cardAgreement(const QJsonObject& card)
{
    const auto scores = cardScores(card);
    for (const CardScore& valence : scores) {
        if (valence.target != u"valence" || valence.measure != u"ccc") continue;
        const auto arousal = std::ranges::find_if(scores, [&](const CardScore& other) {
            return other.set == valence.set && other.target == u"arousal"
                && other.measure == u"ccc";
        });
        if (arousal != scores.end())
            return CardAgreement { valence.set, valence.value, arousal->value };
    }
    return std::nullopt;
}

} // namespace circumplex
