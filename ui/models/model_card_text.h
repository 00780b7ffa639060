#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace circumplex {

/// What a model's card says of itself, as short lines for people. Fields that are missing or of
/// another form are left out: cards are written by many hands.
QString encoderText(const QJsonObject& card);
QStringList licenceLines(const QJsonObject& card);
QStringList dataLines(const QJsonObject& card);
QStringList scoreLines(const QJsonObject& card);
QStringList limitLines(const QJsonObject& card);

} // namespace circumplex
