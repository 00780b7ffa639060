#pragma once

#include "core/base/result.h"

#include <QString>

#include <string>

namespace circumplex {

/// What went wrong in the user's language: the kind as a sentence. The English detail, which names
/// files and ways out, follows it where it says more.
QString errorText(const Error& error);

/// @param codeName  of errorCodeName(); an unknown one adds nothing to the detail
QString errorText(const std::string& codeName, const std::string& detail);

} // namespace circumplex
