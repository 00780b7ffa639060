#pragma once

#include "core/base/result.h"
#include "core/engine/evaluation.h"
#include "core/engine/row_hearing.h"
#include "core/ml/training/published_plan.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

/// A head that a row needed.
struct FinishedHead {
    std::string name; ///< "deam, seed 1"
    int epochs = 0, bestEpoch = 0; ///< 0: it was there from before
};

struct RowTraining {
    PublishedRecipe recipe;
    std::vector<std::uint64_t> seeds { 1 };
    std::filesystem::path heads; ///< folder, made if it is not there; see PublishedTraining
};

/// Trains the heads of a row and scores them on the test parts.
/// @return [seed][set]
/// @returns Cancelled: finished heads are kept; ModelUnusable: no number comes out, or a kept head
///   is damaged; FileUnwritable
Result<std::vector<std::vector<Evaluation>>> trainRow(const std::vector<RowSet>& sets,
    const HeardRow& heard, const RowTraining& training, const std::stop_token& stop,
    const std::function<void(const FinishedHead&)>& onHead);

} // namespace circumplex
