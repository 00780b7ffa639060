#pragma once

#include "core/base/result.h"
#include "core/types/comment.h"

#include <vector>

namespace circumplex {

class LibraryDatabase;

/// What people write beside tracks. One transaction per verb.
class CommentStore {
public:
    explicit CommentStore(LibraryDatabase& library)
        : m_library(library)
    {
    }

    /// @param comment  without id, or with the one that it had before it was removed
    /// @returns NotFound (no such track), Refused (empty text, or times that are no moment or
    ///   stretch)
    Result<CommentId> add(const TrackComment& comment);

    /// Changes times, text and time of writing. @returns NotFound, Refused
    Result<void> change(const TrackComment& comment);

    /// By start.
    Result<std::vector<TrackComment>> of(TrackId track) const;

    /// @returns NotFound
    Result<void> remove(CommentId comment);

private:
    LibraryDatabase& m_library;
};

} // namespace circumplex
