#pragma once

#include "app/cli/cli_context.h"
#include "core/base/result.h"
#include "core/library/search_query.h"

#include <string>

namespace circumplex::cli {

/// Reports a query that cannot be understood: with --json {"error": {..., "position", "length"}}
/// (bytes of the query), and on stderr the query with a mark under the place.
/// @return kUsage
int failQuery(const CliContext& context, const std::string& query, const QueryError& error);

/// Two lines: the query, near the place, and the mark under it.
std::string markedQuery(const std::string& query, const QueryError& error);

} // namespace circumplex::cli
