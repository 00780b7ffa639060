#pragma once

#include "app/cli/track_record.h"

#include <string>

namespace circumplex::cli {

/// The page of `show` for people.
std::string recordText(const TrackRecord& record);

} // namespace circumplex::cli
