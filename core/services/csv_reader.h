#pragma once

#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// Reads comma-separated values (RFC 4180): quoted cells may hold commas, doubled quotes and line
/// breaks. A UTF-8 byte order mark at the beginning is dropped; bytes are kept as they are.
class CsvReader {
public:
    explicit CsvReader(std::istream& in);

    /// The next row's cells; nullopt at the end. Empty lines are passed over.
    std::optional<std::vector<std::string>> next();

    /// Line on which the last row began, from 1.
    int line() const { return m_rowLine; }

private:
    std::istream& m_in;
    int m_line = 1, m_rowLine = 1;
};

/// The cells of a line of tab-separated values, which know no quotes; a carriage return is dropped.
std::vector<std::string> cellsBetweenTabs(const std::string& line);

} // namespace circumplex
