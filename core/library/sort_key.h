#pragma once

#include <string>
#include <string_view>

namespace circumplex {

/// What a text is sorted by: lower case and without accents for Latin letters, lower case for Greek
/// and Cyrillic, everything else as it is. Composed and decomposed letters give the same key. An
/// empty text sorts last.
std::string sortKey(std::string_view utf8);

/// Text with each byte that is not UTF-8 replaced by U+FFFD, and control characters by spaces.
std::string readableText(std::string_view bytes);

} // namespace circumplex
