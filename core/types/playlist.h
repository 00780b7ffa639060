#pragma once

#include "core/types/id.h"

#include <cstdint>
#include <string>

namespace circumplex {

enum class PlaylistKind {
    Manual, ///< exactly its items
    Smart, ///< what a query finds
    Arc, ///< tracks chosen to follow a drawn arc; the items are the last choice
};

struct Playlist {
    PlaylistId id {};
    std::string name {};
    PlaylistKind kind = PlaylistKind::Manual;
    std::string definition {}; ///< a smart playlist's query (core/library/search_query.h), or the
                               ///< drawn arc as JSON
    std::int64_t createdAt = 0; ///< seconds since 1970
    std::int64_t changedAt = 0;
};

} // namespace circumplex
