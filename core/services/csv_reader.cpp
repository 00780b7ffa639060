#include "core/services/csv_reader.h"

namespace circumplex {

CsvReader::CsvReader(std::istream& in)
    : m_in(in)
{
    for (const char mark : { '\xEF', '\xBB', '\xBF' })
        if (m_in.peek() == static_cast<unsigned char>(mark)) m_in.get();
}

std::optional<std::vector<std::string>> CsvReader::next()
{
    std::vector<std::string> cells { {} };
    bool isQuoted = false, isEmpty = true;
    m_rowLine = m_line;
    for (int read = m_in.get(); read != std::istream::traits_type::eof(); read = m_in.get()) {
        const char c = static_cast<char>(read);
        if (c == '\n') ++m_line;
        if (isQuoted) {
            if (c != '"')
                cells.back() += c;
            else if (m_in.peek() == '"')
                cells.back() += static_cast<char>(m_in.get());
            else
                isQuoted = false;
        } else if (c == '"' && cells.back().empty()) {
            isQuoted = true;
            isEmpty = false;
        } else if (c == ',') {
            cells.emplace_back();
            isEmpty = false;
        } else if (c == '\n') {
            if (!isEmpty) return cells;
            m_rowLine = m_line;
        } else if (c != '\r') {
            cells.back() += c;
            isEmpty = false;
        }
    }
    if (isEmpty) return std::nullopt;
    return cells;
}

std::vector<std::string> cellsBetweenTabs(const std::string& line)
{
    std::vector<std::string> cells { {} };
    for (const char c : line) {
        if (c == '\t')
            cells.emplace_back();
        else if (c != '\r')
            cells.back() += c;
    }
    return cells;
}

} // namespace circumplex
