#pragma once

#include <string>

namespace circumplex::cli {

enum class Align { Left, Right };

/// `utf8` in exactly `width` columns of a terminal, padded, or cut with an ellipsis at its end.
/// Control characters and what is not UTF-8 are replaced.
std::string inColumns(const std::string& utf8, int width, Align align = Align::Left);

/// How many columns of a terminal a text takes: two for letters of East Asia, none for accents that
/// stand on another letter.
int columnsOf(const std::string& utf8);

} // namespace circumplex::cli
