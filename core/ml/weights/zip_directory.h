#pragma once

#include "core/ml/weights/byte_file.h"

#include <cstdint>
#include <map>
#include <string>

namespace circumplex {

/// Where the members of a ZIP archive lie, as its central directory says (PKWARE's APPNOTE 6.3,
/// with ZIP64). Local headers are used only to find where data begins: writers that stream leave
/// their sizes zero and append a data descriptor.
class ZipDirectory {
public:
    struct Member {
        std::uint64_t begin = 0; ///< of the data, in the file
        std::uint64_t size = 0;
    };

    /// @throws ModelError  not a whole archive, a member is compressed, encrypted, there twice, or
    ///                     does not lie before the central directory
    explicit ZipDirectory(const ByteFile& file);

    const std::map<std::string, Member>& members() const { return m_members; }

private:
    std::map<std::string, Member> m_members;
};

} // namespace circumplex
