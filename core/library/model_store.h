#pragma once

#include "core/base/result.h"
#include "core/types/known_model.h"

#include <optional>
#include <string>
#include <vector>

namespace circumplex {

class LibraryDatabase;

/// The models that annotations name. One transaction per verb.
class ModelStore {
public:
    explicit ModelStore(LibraryDatabase& library)
        : m_library(library)
    {
    }

    /// Adds a model or finds it by its hash; name and card are renewed. @param model  without id
    Result<ModelId> add(const KnownModel& model);

    Result<std::optional<KnownModel>> find(const std::string& hash) const;

    /// @returns NotFound
    Result<KnownModel> model(ModelId id) const;

    /// Newest first.
    Result<std::vector<KnownModel>> all() const;

    /// How many tracks the model has annotated.
    Result<std::int64_t> annotationCount(ModelId id) const;

    /// The one with this hash; where the library does not know it, the one that annotated most. Id
    /// 0 without any.
    Result<ModelId> inUse(const std::string& hash) const;

    /// With all its annotations, because a person said so.
    Result<void> remove(ModelId id);

private:
    LibraryDatabase& m_library;
};

} // namespace circumplex
