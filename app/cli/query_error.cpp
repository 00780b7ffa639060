#include "app/cli/query_error.h"

#include "app/cli/annotation_text.h"
#include "app/cli/text_columns.h"

#include <algorithm>

namespace circumplex::cli {

namespace {

constexpr std::size_t kBefore = 60, kBehind = 40; ///< bytes shown around the place

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

} // namespace

std::string markedQuery(const std::string& query, const QueryError& error)
{
    const std::size_t place = std::min(error.offset, query.size());
    const std::size_t length = std::min(error.length, query.size() - place);
    std::size_t begin = place > kBefore ? place - kBefore : 0;
    while (begin > 0 && isContinuation(query[begin]))
        --begin;
    std::size_t end = std::min(query.size(), place + length + kBehind);
    while (end < query.size() && isContinuation(query[end]))
        ++end;
    const std::string before
        = (begin > 0 ? "..." : "") + printable(query.substr(begin, place - begin));
    const std::string meant = printable(query.substr(place, length));
    const std::string behind = printable(query.substr(place + length, end - place - length));
    return "  " + before + meant + behind + (end < query.size() ? "..." : "") + "\n  "
        + std::string(static_cast<std::size_t>(columnsOf(before)), ' ')
        + std::string(static_cast<std::size_t>(std::max(columnsOf(meant), 1)), '^');
}

int failQuery(const CliContext& context, const std::string& query, const QueryError& error)
{
    if (context.json)
        printLine({ { "error",
            { { "code", errorCodeName(ErrorCode::QueryUnusable) }, { "message", error.sentence },
                { "position", error.offset }, { "length", error.length } } } });
    say("circumplex-cli: " + error.sentence + "\n" + markedQuery(query, error));
    return kUsage;
}

} // namespace circumplex::cli
