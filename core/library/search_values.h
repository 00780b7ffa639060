#pragma once

#include "core/library/search_query.h"

#include <optional>
#include <string_view>

namespace circumplex {

/// What a number in a query is counted in.
enum class NumberUnit {
    Real,
    Whole, ///< years, track numbers
    Duration, ///< seconds, m:ss, h:mm:ss
    Date, ///< YYYY, YYYY-MM, YYYY-MM-DD, as seconds since 1970
};

/// "6", "6..8", "6..", "..8". @returns nullopt: not of this unit, or a range that ends before it
/// begins
std::optional<NumberRange> readRange(NumberUnit unit, std::string_view text);

/// The value of a comparison. @param comparison  ">", ">=", "<" or "<="
std::optional<NumberRange> readBound(
    NumberUnit unit, std::string_view comparison, std::string_view text);

/// "D", "d minor", "minor", "Ebm": fills keyTonics and keyMode. @return false: not a key
bool readKey(std::string_view text, SearchNode& node);

} // namespace circumplex
