#pragma once

#include "core/base/result.h"
#include "core/types/known_model.h"

#include <CLI/CLI.hpp>

#include <string>

namespace circumplex {
class LibraryDatabase;
}

namespace circumplex::cli {

/// "name@hash", the hash shortened as InstalledModel::label() does.
std::string labelOf(const KnownModel& model);

/// --model NAME of the commands that read annotations.
struct LibraryModelOption {
    std::string name; ///< empty: the one in use

    void addTo(CLI::App& command);

    /// The model whose annotations are meant: an installed one by its name, or one that is no
    /// longer installed by name, name@hash or hash. Its id is 0 if it is installed and has
    /// annotated nothing yet; if it is also the default, stderr names those that have.
    /// @returns ModelMissing
    Result<KnownModel> find(LibraryDatabase& library) const;
};

/// Where a model has annotated nothing, says on stderr which ones have.
void sayWhoAnnotated(LibraryDatabase& library, const KnownModel& model);

} // namespace circumplex::cli
