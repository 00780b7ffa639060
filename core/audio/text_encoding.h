#pragma once

#include <string>
#include <string_view>

namespace circumplex {

bool isUtf8(std::string_view bytes);

/// Text of an unknown source as UTF-8: by its byte-order mark (UTF-8, UTF-16), else as UTF-8 if it
/// is that, else as Windows-1252, of which Latin-1 is the printable part. Lone surrogates become
/// U+FFFD.
std::string textToUtf8(std::string_view bytes);

} // namespace circumplex
