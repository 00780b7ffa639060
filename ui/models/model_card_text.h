#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace circumplex {

/// What a model's card says of itself, as short lines for people. Fields that are missing or of
/// another form are left out: cards are written by many hands.
QString encoderText(const QJsonObject& card);
QStringList licenceLines(const QJsonObject& card);
QStringList dataLines(const QJsonObject& card);
/// One number of the card's scores.
struct CardScore {
    QString set; ///< what it was measured on
    QString measure; ///< "valence CCC"
    double value = 0.0;
};
std::vector<CardScore> cardScores(const QJsonObject& card);

QStringList scoreLines(const QJsonObject& card);
QStringList limitLines(const QJsonObject& card);

} // namespace circumplex
