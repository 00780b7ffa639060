#pragma once

#include "core/types/annotation.h"

#include <QString>

namespace circumplex {

/// A key in the words of the user's language: "B minor" is "H-Moll" in German. For display only.
QString keyName(const KeyEstimate& key);

} // namespace circumplex
