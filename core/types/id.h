#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility> // and with it std::strong_ordering; Qt 6.4's moc cannot begin with <compare>

namespace circumplex {

/// Names one row of the library. Each kind of row has its own type, so that handing a ModelId for a
/// TrackId does not compile. 0 names nothing; the database gives numbers from 1.
template <class Entity> struct Id {
    std::int64_t value = 0;

    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(Id, Id) = default;
};

using TrackId = Id<struct TrackEntity>;
using VolumeId = Id<struct VolumeEntity>;
using FolderId = Id<struct FolderEntity>;
using ModelId = Id<struct ModelEntity>;
using RaterId = Id<struct RaterEntity>;
using SessionId = Id<struct SessionEntity>;
using TraceId = Id<struct TraceEntity>;
using PlaylistId = Id<struct PlaylistEntity>;
using CommentId = Id<struct CommentEntity>;

} // namespace circumplex

template <class Entity> struct std::hash<circumplex::Id<Entity>> {
    std::size_t operator()(circumplex::Id<Entity> id) const noexcept
    {
        return std::hash<std::int64_t> {}(id.value);
    }
};
