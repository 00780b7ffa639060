#pragma once

#include "core/base/result.h"

#include <QString>

namespace circumplex {

/// What went wrong in the user's language: the kind as a sentence. The English detail, which names
/// files and ways out, follows it where it says more.
QString errorText(const Error& error);

} // namespace circumplex
