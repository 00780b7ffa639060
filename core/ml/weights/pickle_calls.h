#pragma once

#include "core/ml/weights/pickle_value.h"

#include <optional>
#include <string_view>

namespace circumplex {

/// What the name "module name" stands for in a checkpoint.
PickleValue pickleGlobal(std::string_view moduleName, std::string_view name);

/// What calling `global` with the tuple `arguments` gives: a new value, or the id of one that
/// exists.
/// @throws ModelError  arguments that the published functions do not take
std::variant<PickleValue, PickleId> callPickleGlobal(
    PickleGlobal global, const Pickle& pickle, const PickleList& arguments);

/// The storage that a persistent id stands for.
/// @throws ModelError  it is not a tuple ("storage", type, key, location, count[, view])
PickleStorage pickleStorage(const Pickle& pickle, PickleId persistentId);

} // namespace circumplex
