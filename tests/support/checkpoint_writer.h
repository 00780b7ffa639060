#pragma once

#include "core/ml/weights/weight_file.h"

#include <string>
#include <utility>
#include <vector>

namespace circumplex::test {

/// Pieces of pickles (protocol 2) that are put together by adding strings; nothing is checked, so
/// broken ones can be made too.
namespace pickle {
std::string text(const std::string& utf8);
std::string integer(std::int32_t value);
std::string number(double value);
std::string global(const std::string& moduleName, const std::string& name);
std::string tuple(const std::vector<std::string>& items);
std::string list(const std::vector<std::string>& items);
std::string dict(const std::vector<std::pair<std::string, std::string>>& entries);
std::string call(const std::string& callee, const std::vector<std::string>& arguments);
std::string numpyScalar(double value);
/// @param view  what older files add: None, or which part of the storage is meant
std::string storage(const std::string& type, const std::string& key, std::int32_t count,
    const std::string& view = {});
std::string tensor(const std::string& storage, std::int32_t offset,
    const std::vector<std::int32_t>& sizes, const std::vector<std::int32_t>& strides);

inline const std::string kNone = "N", kTrue = "\x88", kFalse = "\x89";

std::string whole(const std::string& object); ///< with what stands before and after
}

/// One member of a ZIP archive, and what a damaged directory says of it.
struct ZipMember {
    std::string name, bytes;
    std::uint16_t method = 0;
    std::int64_t sizeError = 0; ///< added to the sizes in the central directory
    std::int64_t offsetError = 0; ///< added to the offset in the central directory
};

/// A ZIP archive as PyTorch writes it: stored members, sizes in data descriptors and the central
/// directory, data at multiples of 64 bytes.
enum class ZipSize { Classic, Zip64 };
std::string zipArchive(const std::vector<ZipMember>& members, ZipSize size = ZipSize::Classic);

/// Writes what torch.save writes, in either of its formats.
class CheckpointWriter {
public:
    enum class Format { Archive, OldStream };

    explicit CheckpointWriter(Format format)
        : m_format(format)
    {
    }

    /// @return the pickle of an OrderedDict; float32 tensors, each with a storage of its own
    std::string stateDict(const WeightMap& weights, const std::string& prefix = "");

    /// @return the whole file; `object` holds what stateDict() gave
    std::string file(const std::string& object) const;

private:
    std::string archive(const std::string& object) const;
    std::string oldStream(const std::string& object) const;

    Format m_format;
    std::vector<std::string> m_storages;
};

} // namespace circumplex::test
