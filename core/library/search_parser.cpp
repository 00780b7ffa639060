#include "core/library/search_query.h"
#include "core/library/search_values.h"
#include "core/library/track_texts.h"
#include "core/types/mood_tags.h"

#include <algorithm>
#include <array>
#include <utility>

namespace circumplex {

namespace {

using Kind = SearchNode::Kind;
using Parsed = tl::expected<SearchNode, QueryError>;

constexpr std::array<std::pair<std::string_view, TextField>, 6> kTextFields { {
    { "title", TextField::Title },
    { "artist", TextField::Artist },
    { "album", TextField::Album },
    { "albumartist", TextField::AlbumArtist },
    { "genre", TextField::Genre },
    { "path", TextField::Path },
} };

struct NumberName {
    std::string_view name;
    NumberField field;
    NumberUnit unit;
};

constexpr std::array<NumberName, 7> kNumberFields { {
    { "valence", NumberField::Valence, NumberUnit::Real },
    { "arousal", NumberField::Arousal, NumberUnit::Real },
    { "year", NumberField::Year, NumberUnit::Whole },
    { "track", NumberField::Track, NumberUnit::Whole },
    { "disc", NumberField::Disc, NumberUnit::Whole },
    { "duration", NumberField::Duration, NumberUnit::Duration },
    { "added", NumberField::Added, NumberUnit::Date },
} };

constexpr std::array<std::string_view, 9> kShapes { "start", "end", "mean", "range", "slope",
    "peak", "turns", "path", "entropy" };

constexpr std::array<std::pair<std::string_view, StateField>, 10> kStates { {
    { "annotated", StateField::Annotated },
    { "unannotated", StateField::Unannotated },
    { "stale", StateField::Stale },
    { "coarse", StateField::Coarse },
    { "offline", StateField::Offline },
    { "missing", StateField::Missing },
    { "labelled", StateField::Labelled },
    { "duplicate", StateField::Duplicate },
    { "failed", StateField::Failed },
    { "removed", StateField::Removed },
} };

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lowerCased(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
    }
    return lower;
}

std::string quoted(std::string_view text)
{
    return "'" + readableText(text) + "'";
}

template <class Pairs> std::string namesOf(const Pairs& pairs)
{
    std::string names;
    for (const auto& [name, ignored] : pairs)
        names += (names.empty() ? "" : ", ") + std::string(name);
    return names;
}

/// What a name before ":" or a comparison stands for. kind Everything: nothing that we know.
struct Field {
    SearchNode node;
    NumberUnit unit = NumberUnit::Real;
};

Field fieldNamed(const std::string& name)
{
    Field field;
    for (const auto& [text, textField] : kTextFields) {
        if (text == name) {
            field.node.kind = Kind::Text;
            field.node.textField = textField;
        }
    }
    for (const NumberName& number : kNumberFields) {
        if (number.name == name) {
            field.node.kind = Kind::Number;
            field.node.numberField = number.field;
            field.unit = number.unit;
        }
    }
    if (name.starts_with("valence.") || name.starts_with("arousal.")) {
        const std::string shape = name.substr(8);
        if (std::find(kShapes.begin(), kShapes.end(), shape) != kShapes.end()) {
            field.node.kind = Kind::Number;
            field.node.numberField = NumberField::Shape;
            field.node.shapeColumn = name.substr(0, 7) + "_" + shape;
        }
    }
    if (const std::size_t tag = moodTagIndex(name); tag < kMoodTags.size()) {
        field.node.kind = Kind::Mood;
        field.node.tag = static_cast<int>(tag);
    }
    if (name == "mood") field.node.kind = Kind::StrongMood;
    if (name == "key") field.node.kind = Kind::Key;
    if (name == "is") field.node.kind = Kind::State;
    if (name == "tag") field.node.kind = Kind::Label;
    if (name == "playlist") field.node.kind = Kind::Playlist;
    return field;
}

class Parser {
public:
    explicit Parser(std::string_view query)
        : m_query(query)
    {
    }

    Parsed parse()
    {
        if (m_query.size() > kLongestQuery)
            return fail(kLongestQuery, m_query.size() - kLongestQuery, "This query is too long.");
        skipSpaces();
        if (isAtEnd()) return SearchNode {};
        Parsed node = parseOr(0);
        if (node && !isAtEnd()) return fail(m_at, 1, "This parenthesis was never opened.");
        return node;
    }

private:
    static tl::unexpected<QueryError> fail(
        std::size_t offset, std::size_t length, std::string sentence)
    {
        return tl::unexpected(QueryError { offset, length, std::move(sentence) });
    }

    bool isAtEnd() const { return m_at >= m_query.size(); }
    char peek() const { return isAtEnd() ? '\0' : m_query[m_at]; }

    void skipSpaces()
    {
        // A dash that stands alone joins "artist - title" and asks for nothing.
        while (!isAtEnd()
            && (isSpace(peek())
                || (peek() == '-' && (m_at + 1 == m_query.size() || isSpace(m_query[m_at + 1])))))
            ++m_at;
    }

    /// The word here, if it is this keyword and nothing more.
    bool isKeyword(std::string_view keyword) const
    {
        const std::string_view rest = m_query.substr(m_at);
        if (lowerCased(rest.substr(0, keyword.size())) != keyword) return false;
        if (rest.size() == keyword.size()) return true;
        const char next = rest[keyword.size()];
        return isSpace(next) || next == '(' || next == ')' || next == '"';
    }

    Parsed parseOr(int depth) { return parseList(depth, Kind::Or, "or"); }
    Parsed parseAnd(int depth) { return parseList(depth, Kind::And, "and"); }

    Parsed parseList(int depth, Kind kind, std::string_view keyword)
    {
        std::vector<SearchNode> children;
        for (;;) {
            Parsed child = kind == Kind::Or ? parseAnd(depth) : parseUnary(depth);
            if (!child) return child;
            children.push_back(std::move(*child));
            skipSpaces();
            if (isAtEnd() || peek() == ')') break;
            if (isKeyword(keyword)) {
                const std::size_t begin = m_at;
                m_at += keyword.size();
                skipSpaces();
                if (isAtEnd() || peek() == ')')
                    return fail(begin, keyword.size(),
                        "Something is missing after '" + std::string(keyword) + "'.");
            } else if (kind == Kind::Or || isKeyword("or")) {
                break; // conditions side by side are joined by "and", one level below
            }
        }
        if (children.size() == 1) return std::move(children.front());
        SearchNode node;
        node.kind = kind;
        node.children = std::move(children);
        return node;
    }

    Parsed parseUnary(int depth)
    {
        skipSpaces();
        const std::size_t begin = m_at;
        if (isAtEnd()) return fail(begin, 0, "Something is missing at the end.");
        if (depth > kDeepestQuery)
            return fail(
                begin, 1, "This query is nested too deeply. Write it with fewer parentheses.");
        for (const std::string_view keyword : { "and", "or" }) {
            if (isKeyword(keyword))
                return fail(begin, keyword.size(),
                    "Something is missing before '" + std::string(keyword)
                        + "'. To search for the word, put it in quotes.");
        }
        if (peek() == '-' || isKeyword("not")) {
            const std::size_t length = peek() == '-' ? 1 : 3;
            m_at += length;
            skipSpaces();
            if (isAtEnd() || peek() == ')')
                return fail(begin, length,
                    "Something is missing after " + quoted(m_query.substr(begin, length)) + ".");
            return negated(parseUnary(depth + 1));
        }
        if (peek() == '(') return parseParentheses(depth);
        if (peek() == ')') return fail(begin, 1, "This parenthesis was never opened.");
        if (++m_terms > kMostTerms)
            return fail(begin, 1,
                "This query has too many conditions; " + std::to_string(kMostTerms)
                    + " are possible.");
        return parseTerm();
    }

    static Parsed negated(Parsed child)
    {
        if (!child) return child;
        SearchNode node;
        node.kind = Kind::Not;
        node.children.push_back(std::move(*child));
        return node;
    }

    Parsed parseParentheses(int depth)
    {
        const std::size_t begin = m_at++;
        skipSpaces();
        if (peek() == ')' && !isAtEnd())
            return fail(begin, m_at - begin + 1, "There is nothing between these parentheses.");
        if (isAtEnd()) return fail(begin, 1, "This parenthesis is never closed.");
        Parsed node = parseOr(depth + 1);
        if (!node) return node;
        if (isAtEnd()) return fail(begin, 1, "This parenthesis is never closed.");
        ++m_at;
        return node;
    }

    Parsed parseTerm()
    {
        const std::size_t begin = m_at;
        std::size_t end = begin;
        while (end < m_query.size() && (isLetter(m_query[end]) || m_query[end] == '.'))
            ++end;
        const std::string name = lowerCased(m_query.substr(begin, end - begin));
        Field field = fieldNamed(name);
        const bool isKnown = field.node.kind != Kind::Everything;
        std::size_t sign = end;
        // "valence > 6" is a comparison, but only after a name that can be compared.
        while (isKnown && sign < m_query.size() && isSpace(m_query[sign]))
            ++sign;
        const char c = sign < m_query.size() ? m_query[sign] : '\0';
        const bool isComparison = c == '<' || c == '>' || c == '=';
        if (!name.empty() && (isComparison || (c == ':' && sign == end))) {
            m_at = sign + 1;
            if ((c == '<' || c == '>') && peek() == '=') ++m_at;
            if (!isKnown)
                return fail(begin, end - begin,
                    "There is no field " + quoted(name)
                        + ". To search for these words, put them in quotes.");
            return parseCondition(std::move(field), name, begin, m_query.substr(sign, m_at - sign));
        }
        bool isPhrase = false;
        auto word = readWord(isPhrase);
        if (!word) return tl::unexpected(word.error());
        SearchNode node;
        node.kind = Kind::Text;
        node.text = std::move(*word);
        node.isPhrase = isPhrase;
        return node;
    }

    /// A word or what stands in quotes, in readable UTF-8.
    tl::expected<std::string, QueryError> readWord(bool& isPhrase)
    {
        const std::size_t begin = m_at;
        isPhrase = peek() == '"';
        if (isPhrase) {
            const std::size_t end = m_query.find('"', begin + 1);
            if (end == std::string_view::npos)
                return fail(begin, m_query.size() - begin, "This quotation mark is never closed.");
            m_at = end + 1;
            return readableText(m_query.substr(begin + 1, end - begin - 1));
        }
        while (!isAtEnd() && !isSpace(peek()) && peek() != '(' && peek() != ')' && peek() != '"')
            ++m_at;
        return readableText(m_query.substr(begin, m_at - begin));
    }

    Parsed parseCondition(
        Field field, const std::string& name, std::size_t begin, std::string_view sign)
    {
        const std::size_t signEnd = m_at;
        skipSpaces();
        bool isPhrase = false;
        const std::size_t valueBegin = m_at;
        auto value = readWord(isPhrase);
        if (!value) return tl::unexpected(value.error());
        if (value->find_first_not_of(' ') == std::string::npos)
            return fail(begin, signEnd - begin,
                "Something is missing after '" + name + std::string(sign) + "'.");
        const std::size_t length = m_at - valueBegin;
        SearchNode& node = field.node;
        node.isPhrase = isPhrase;
        const bool isNumber = node.kind == Kind::Number || node.kind == Kind::Mood;
        if (!isNumber && sign != ":" && sign != "=")
            return fail(begin, signEnd - begin,
                "'" + name + "' cannot be compared; write " + name + ":" + *value + ".");
        switch (node.kind) {
        case Kind::Number:
        case Kind::Mood:
            return numberCondition(
                std::move(field), name, sign, *value, { valueBegin, length, {} });
        case Kind::StrongMood: {
            const std::size_t tag = moodTagIndex(lowerCased(*value));
            if (tag >= kMoodTags.size())
                return fail(valueBegin, length,
                    "There is no mood " + quoted(*value)
                        + ". Examples: mood:happy, mood:calm, "
                          "mood:dark.");
            node.tag = static_cast<int>(tag);
            break;
        }
        case Kind::Key:
            if (!readKey(lowerCased(*value), node))
                return fail(valueBegin, length,
                    quoted(*value)
                        + " is not a key. Write for example key:D, key:minor or "
                          "key:\"Eb minor\".");
            break;
        case Kind::State: {
            const std::string state = lowerCased(*value);
            const auto* known = std::find_if(kStates.begin(), kStates.end(),
                [&state](const auto& pair) { return pair.first == state; });
            if (known == kStates.end())
                return fail(valueBegin, length,
                    "There is no state " + quoted(*value) + ". Possible are " + namesOf(kStates)
                        + ".");
            node.state = known->second;
            break;
        }
        default:
            node.text = std::move(*value);
            break;
        }
        return std::move(node);
    }

    static Parsed numberCondition(Field field, const std::string& name, std::string_view sign,
        const std::string& value, QueryError place)
    {
        const bool isRange = sign == ":" || sign == "=";
        const auto range
            = isRange ? readRange(field.unit, value) : readBound(field.unit, sign, value);
        if (!range) {
            const bool isDate = field.unit == NumberUnit::Date;
            const std::string what = isDate ? "a date" : "a number";
            const std::string example = isDate       ? "2024-01-31"
                : field.unit == NumberUnit::Duration ? "5:30"
                : field.unit == NumberUnit::Whole    ? "1977"
                                                     : "6.5";
            place.sentence = quoted(value) + " is not " + what
                + (isRange ? " or a range that begins before it ends" : "") + ". Write for example "
                + name + ":" + example + ", " + name + ">" + example + " or " + name + ":.."
                + example + ".";
            return tl::unexpected(std::move(place));
        }
        field.node.range = *range;
        return std::move(field.node);
    }

    std::string_view m_query;
    std::size_t m_at = 0;
    int m_terms = 0;
};

} // namespace

tl::expected<SearchNode, QueryError> parseSearch(std::string_view query)
{
    return Parser(query).parse();
}

} // namespace circumplex
