#include "ui/models/model_card_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace circumplex {

namespace {

struct CardText {
    Q_DECLARE_TR_FUNCTIONS(CardText)
};

QString text(const QJsonValue& object, const char* key)
{
    return object.toObject()[QLatin1StringView(key)].toString();
}

/// "valence_ccc" as people write it.
QString scoreName(const QString& key)
{
    QString name = key;
    const std::pair<const char*, const char*> words[] { { "_ccc", " CCC" }, { "_r2", " R\u00b2" },
        { "_rmse", " RMSE" }, { "roc_auc", "ROC AUC" }, { "_", " " } };
    for (const auto& [from, to] : words)
        name.replace(QLatin1StringView(from), QString::fromUtf8(to));
    return name;
}

} // namespace

QString encoderText(const QJsonObject& card)
{
    const QString encoder = text(card[QStringLiteral("encoder")], "kind");
    const QString chords = text(card[QStringLiteral("chords")], "kind");
    return chords.isEmpty() ? encoder : CardText::tr("%1; chords by %2").arg(encoder, chords);
}

QStringList licenceLines(const QJsonObject& card)
{
    QStringList lines;
    for (const QJsonValue& part : card[QStringLiteral("licences")].toArray())
        lines << QStringLiteral("%1: %2").arg(text(part, "part"), text(part, "licence"));
    return lines;
}

QStringList dataLines(const QJsonObject& card)
{
    QStringList lines;
    for (const QJsonValue& set : card[QStringLiteral("data")].toArray()) {
        const int tracks = set.toObject()[QStringLiteral("tracks")].toInt();
        const QString name = text(set, "set");
        lines << (tracks > 0 ? CardText::tr("%1, %2 recordings: %3")
                                   .arg(name, QLocale().toString(tracks), text(set, "what"))
                             : QStringLiteral("%1: %2").arg(name, text(set, "what")));
    }
    return lines;
}

std::vector<CardScore> cardScores(const QJsonObject& card)
{
    std::vector<CardScore> scores;
    for (const QJsonValue& set : card[QStringLiteral("scores")].toArray()) {
        const QJsonObject values = set.toObject()[QStringLiteral("scores")].toObject();
        for (auto it = values.begin(); it != values.end(); ++it) {
            const QJsonValue mean
                = it->isObject() ? it->toObject()[QStringLiteral("mean")] : QJsonValue(*it);
            if (mean.isDouble() && it.key() != u"scored_tags") // a count of what was scored
                scores.push_back({ text(set, "set"), scoreName(it.key()), mean.toDouble() });
        }
    }
    return scores;
}

QStringList scoreLines(const QJsonObject& card)
{
    QStringList lines;
    QString set;
    for (const CardScore& score : cardScores(card)) {
        const QString value
            = QStringLiteral("%1 %2").arg(score.measure, QLocale().toString(score.value, 'f', 2));
        if (lines.isEmpty() || score.set != set)
            lines << QStringLiteral("%1: %2").arg(score.set, value);
        else
            lines.last() += QStringLiteral(", ") + value;
        set = score.set;
    }
    return lines;
}

QStringList limitLines(const QJsonObject& card)
{
    QStringList lines;
    for (const QJsonValue& limit : card[QStringLiteral("limits")].toArray())
        lines << limit.toString();
    return lines;
}

} // namespace circumplex
