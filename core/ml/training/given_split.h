#pragma once

#include <vector>

namespace circumplex {

/// Which tracks learn, stop and judge, where a published split says so. In the order of tracksOf().
enum class SplitPart { Training, Validation, Test };
using GivenSplit = std::vector<SplitPart>;

} // namespace circumplex
