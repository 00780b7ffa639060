#pragma once

#include "core/types/annotation.h"

#include <QString>

#include <string>

namespace circumplex {

/// "Bb" as the user's language spells it: "B" in German, where "B" is "H".
QString tonicName(const std::string& tonic);

/// A key in the words of the user's language: "B minor" is "H-Moll" in German. For display only.
QString keyName(const KeyEstimate& key);

} // namespace circumplex
