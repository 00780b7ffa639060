#pragma once

#include <QString>

namespace circumplex {

/// What a card says in English, in the user's language: the sentences of the starter's own card
/// and those that this program writes into cards. What others wrote is quoted as it is.
QString cardText(const QString& english);

/// Whether it is one of those that can be translated.
bool isCardSentence(const QString& english);

} // namespace circumplex
