#pragma once

#include "app/cli/cli_context.h"
#include "core/engine/evaluation.h"
#include "core/engine/row_hearing.h"
#include "core/engine/row_training.h"

#include <string>
#include <vector>

namespace circumplex::cli {

/// Every row with its published figures, on stdout.
void printRows(const CliContext& context);

/// What the folders hold, and what should be known of it.
void printPlan(const PublishedRow& row, const std::vector<RowSet>& sets,
    const std::vector<std::string>& warnings, const CliContext& context);

/// Names tracks whose sound the folders do not hold, the first of each part.
void saySilentTracks(const std::vector<RowSet>& sets);

/// What was lost while hearing. For people, sounds that are not there are left to
/// saySilentTracks().
void printLost(const LostTrack& lost, const CliContext& context);

void printHead(const FinishedHead& head, const CliContext& context);

/// What was measured on the test parts, beside what is published.
struct RowResult {
    std::string source; ///< model, or file of predictions
    std::vector<std::uint64_t> seeds; ///< empty: predictions
    std::vector<std::vector<Evaluation>> evaluations; ///< [seed][set]; one for predictions
    std::vector<LostTrack> lost;
};
void printResult(const PublishedRow& row, const std::vector<RowSet>& sets, const RowResult& result,
    const CliContext& context);

} // namespace circumplex::cli
