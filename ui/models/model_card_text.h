#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace circumplex {

/// What a model's card says of itself, as short lines for people in their language. Fields that are
/// missing or of another form are left out: cards are written by many hands.
struct CardLine {
    QString text;
    QString tip {}; ///< rich text: what its words mean, or more of the same
};

/// "MusiCNN hears the music, crema hears the chords"
QString partsText(const QJsonObject& card);
std::vector<CardLine> licenceLines(const QJsonObject& card);
std::vector<CardLine> dataLines(const QJsonObject& card);
std::vector<CardLine> scoreLines(const QJsonObject& card);
std::vector<CardLine> limitLines(const QJsonObject& card);

/// One number of the card's scores.
struct CardScore {
    QString set; ///< key of what it was measured on
    QString target; ///< key: "valence", "arousal", "quadrant"; empty: none
    QString measure; ///< key: "ccc", "roc_auc", ...
    double value = 0.0;
};
std::vector<CardScore> cardScores(const QJsonObject& card);

/// Smaller is better for errors, larger for everything else that cards name.
bool isError(const CardScore& score);

/// @param key  of a set; what nobody has named is quoted
QString setName(const QString& key);
/// "Valence: agreement (CCC)"
QString measureName(const CardScore& score);

/// How well a model agrees with people: the first set of its card that has both.
struct CardAgreement {
    QString set;
    double valence = 0.0, arousal = 0.0; ///< CCC
};
std::optional<CardAgreement> cardAgreement(const QJsonObject& card);

} // namespace circumplex
