#pragma once

#include <QString>

#include <span>

namespace circumplex {

/// What the program's core says in English, in the user's language. A sentence may stand behind the
/// name of a file and a colon, and several may be joined by semicolons; what is put into one may be
/// another. A sentence that is not known here stays as it is.
QString coreText(const QString& english);

/// The sentences that coreText() knows, with %1, %2, ... for what is put into them.
std::span<const char* const> coreSentences();

} // namespace circumplex
