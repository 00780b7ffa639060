#pragma once

#include <c10/core/ScalarType.h>

#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace circumplex {

/// Index into Pickle::values. Values refer to each other by it, so that cycles and deep nesting
/// cost nothing to build and to destroy.
using PickleId = std::uint32_t;

/// The names that PyTorch's checkpoints of tensors and numbers need. Others become PickleOpaque.
enum class PickleGlobal {
    OrderedDict,
    RebuildTensor,
    RebuildParameter,
    TorchSize,
    NumpyScalar,
    NumpyDtype,
    CodecsEncode,
};

struct PickleOpaque { }; ///< something that is not understood, and does no harm until it is needed
struct PickleStorageType {
    c10::ScalarType type;
};
struct PickleBytes {
    std::string bytes;
};
struct PickleDtype {
    std::string code; ///< "f8"
    bool isBigEndian = false;
};
struct PickleList { ///< or tuple
    std::vector<PickleId> items;
};
struct PickleDict {
    std::vector<std::pair<PickleId, PickleId>> entries;
};

/// A run of elements in one of the checkpoint's blocks of numbers.
struct PickleStorage {
    std::string key;
    c10::ScalarType type {};
    std::int64_t wholeCount = 0; ///< elements of the block
    std::int64_t begin = 0, count = 0; ///< the part that is meant
};
struct PickleTensor {
    PickleStorage storage;
    std::int64_t offset = 0; ///< in elements, from storage.begin
    std::vector<std::int64_t> sizes, strides;
};

using PickleValue = std::variant<std::monostate, bool, std::int64_t, double, std::string,
    PickleBytes, PickleList, PickleDict, PickleGlobal, PickleStorageType, PickleDtype,
    PickleStorage, PickleTensor, PickleOpaque>;

/// What one pickle holds.
struct Pickle {
    std::deque<PickleValue> values;
    PickleId root = 0;
    std::size_t length = 0; ///< bytes read, up to and with its STOP

    template <class Kind> const Kind* as(PickleId id) const
    {
        return std::get_if<Kind>(&values[id]);
    }
};

} // namespace circumplex
