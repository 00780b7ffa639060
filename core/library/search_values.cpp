#include "core/library/search_values.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace circumplex {

namespace {

/// One value, and the half-open interval of what rounds to it.
struct Value {
    double exact = 0.0;
    double begin = 0.0;
    double end = 0.0;
};

template <class Number> std::optional<Number> readNumber(std::string_view text)
{
    Number number {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc {} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<double> readFinite(std::string_view text)
{
    const auto number = readNumber<double>(text);
    if (!number || !std::isfinite(*number)) return std::nullopt;
    return number;
}

std::optional<Value> readReal(std::string_view text)
{
    const auto number = readFinite(text);
    if (!number) return std::nullopt;
    const std::size_t point = text.find('.');
    const std::size_t decimals = point == std::string_view::npos ? 0 : text.size() - point - 1;
    const double half = 0.5 * std::pow(10.0, -static_cast<double>(decimals));
    return Value { *number, *number - half, *number + half };
}

std::optional<Value> readWhole(std::string_view text)
{
    const auto number = readNumber<int>(text);
    if (!number) return std::nullopt;
    return Value { static_cast<double>(*number), *number - 0.5, *number + 0.5 };
}

std::optional<Value> readDuration(std::string_view text)
{
    double seconds = 0.0;
    for (int parts = 1;; ++parts) {
        const std::size_t colon = text.find(':');
        const auto part = readFinite(text.substr(0, colon));
        if (!part || *part < 0.0 || parts > 3) return std::nullopt;
        seconds = seconds * 60.0 + *part;
        if (colon == std::string_view::npos) break;
        text.remove_prefix(colon + 1);
    }
    return Value { seconds, seconds - 0.5, seconds + 0.5 };
}

std::optional<Value> readDate(std::string_view text)
{
    using namespace std::chrono;
    std::array<int, 3> parts { 0, 1, 1 };
    std::size_t count = 0;
    for (;; ++count) {
        const std::size_t dash = text.find('-');
        const auto part = readNumber<int>(text.substr(0, dash));
        if (!part || *part < 1 || *part > 9999 || count > 2) return std::nullopt;
        parts[count] = *part;
        if (dash == std::string_view::npos) break;
        text.remove_prefix(dash + 1);
    }
    const year_month_day first { year { parts[0] }, month { static_cast<unsigned>(parts[1]) },
        day { static_cast<unsigned>(parts[2]) } };
    if (!first.ok()) return std::nullopt;
    const auto seconds = [](sys_days days) {
        return static_cast<double>(days.time_since_epoch().count()) * 86400.0;
    };
    sys_days next = sys_days { first } + days { 1 };
    if (count == 0) next = sys_days { first + years { 1 } };
    if (count == 1) next = sys_days { first + months { 1 } };
    return Value { seconds(first), seconds(first), seconds(next) };
}

std::optional<Value> readValue(NumberUnit unit, std::string_view text)
{
    switch (unit) {
    case NumberUnit::Whole:
        return readWhole(text);
    case NumberUnit::Duration:
        return readDuration(text);
    case NumberUnit::Date:
        return readDate(text);
    case NumberUnit::Real:
        break;
    }
    return readReal(text);
}

} // namespace

std::optional<NumberRange> readRange(NumberUnit unit, std::string_view text)
{
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) {
        const auto value = readValue(unit, text);
        if (!value) return std::nullopt;
        return NumberRange { value->begin, value->end, true, false };
    }
    const std::string_view first = text.substr(0, dots);
    const std::string_view last = text.substr(dots + 2);
    NumberRange range;
    if (!first.empty()) {
        const auto value = readValue(unit, first);
        if (!value) return std::nullopt;
        range.lower = value->exact;
    }
    if (!last.empty()) {
        const auto value = readValue(unit, last);
        if (!value) return std::nullopt;
        // A day, month or year is meant with its end.
        range.upper = unit == NumberUnit::Date ? value->end : value->exact;
        range.isUpperIncluded = unit != NumberUnit::Date;
    }
    if (!range.lower && !range.upper) return std::nullopt;
    if (range.lower && range.upper && *range.lower > *range.upper) return std::nullopt;
    return range;
}

std::optional<NumberRange> readBound(
    NumberUnit unit, std::string_view comparison, std::string_view text)
{
    const auto value = readValue(unit, text);
    if (!value) return std::nullopt;
    const bool isDate = unit == NumberUnit::Date;
    NumberRange range;
    if (comparison == ">") {
        range.lower = isDate ? value->end : value->exact;
        range.isLowerIncluded = isDate;
    } else if (comparison == ">=") {
        range.lower = value->exact;
    } else if (comparison == "<") {
        range.upper = value->exact;
        range.isUpperIncluded = false;
    } else {
        range.upper = isDate ? value->end : value->exact;
        range.isUpperIncluded = !isDate;
    }
    return range;
}

bool readKey(std::string_view text, SearchNode& node)
{
    // Every spelling of the twelve tonics.
    static constexpr std::array<std::array<std::string_view, 2>, 12> kTonics { { { "C", "B#" },
        { "C#", "Db" }, { "D", "D" }, { "D#", "Eb" }, { "E", "Fb" }, { "F", "E#" }, { "F#", "Gb" },
        { "G", "G" }, { "G#", "Ab" }, { "A", "A" }, { "A#", "Bb" }, { "B", "Cb" } } };
    std::string_view rest = text;
    if (rest != "major" && rest != "minor") {
        std::string tonic(1, static_cast<char>(rest.empty() ? ' ' : rest[0] & ~0x20));
        rest.remove_prefix(rest.empty() ? 0 : 1);
        if (!rest.empty() && (rest[0] == '#' || rest[0] == 'b')) {
            tonic += rest[0];
            rest.remove_prefix(1);
        }
        for (const auto& spellings : kTonics) {
            if (spellings[0] == tonic || spellings[1] == tonic)
                node.keyTonics = { std::string(spellings[0]), std::string(spellings[1]) };
        }
        if (node.keyTonics.empty()) return false;
        if (!rest.empty() && rest[0] == ' ') rest.remove_prefix(1);
    }
    if (rest == "m" || rest == "minor")
        node.keyMode = "minor";
    else if (rest == "major")
        node.keyMode = "major";
    else
        return rest.empty();
    return true;
}

} // namespace circumplex
