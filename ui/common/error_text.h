#pragma once

#include "core/base/result.h"

#include <QString>

#include <string>

namespace circumplex {

/// What went wrong in the user's language, in whole sentences: first its kind, then the detail,
/// which names files and ways out. A detail that begins with the words of the kind stands alone, if
/// coreText() knows it.
QString errorText(const Error& error);

/// @param codeName  of errorCodeName(); an unknown one adds nothing to the detail
QString errorText(const std::string& codeName, const std::string& detail);

/// coreText() as a sentence: with a capital and a full stop, unless it is a name of something.
QString coreSentence(const QString& english);

} // namespace circumplex
