#include "core/ml/frame_spool.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <system_error>

namespace circumplex {

namespace {

[[noreturn]] void throwSystemError(const char* what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

void seekTo(std::FILE* file, std::size_t bytes)
{
    if (fseeko(file, static_cast<off_t>(bytes), SEEK_SET) != 0)
        throwSystemError("cannot seek in a temporary file");
}

} // namespace

FrameSpool::FrameSpool(std::size_t rowLength, std::size_t memoryLimitBytes)
    : m_rowLength(rowLength)
    , m_memoryLimitBytes(memoryLimitBytes)
{
}

void FrameSpool::append(std::span<const float> rows)
{
    if (rows.size() % m_rowLength != 0) throw std::invalid_argument("FrameSpool: not whole rows");
    if (!m_file && (m_memory.size() + rows.size()) * sizeof(float) > m_memoryLimitBytes)
        moveToFile();
    if (m_file) {
        seekTo(m_file.get(), m_rowCount * m_rowLength * sizeof(float));
        if (std::fwrite(rows.data(), sizeof(float), rows.size(), m_file.get()) != rows.size())
            throwSystemError(
                "cannot write a temporary file (set TMPDIR to a folder with more space)");
    } else {
        m_memory.insert(m_memory.end(), rows.begin(), rows.end());
    }
    m_rowCount += rows.size() / m_rowLength;
}

void FrameSpool::read(std::size_t begin, std::size_t count, std::span<float> out) const
{
    if (begin > m_rowCount || count > m_rowCount - begin || out.size() != count * m_rowLength)
        throw std::out_of_range("FrameSpool: rows outside the table");
    if (!m_file) {
        std::copy_n(m_memory.data() + begin * m_rowLength, out.size(), out.data());
        return;
    }
    seekTo(m_file.get(), begin * m_rowLength * sizeof(float));
    if (std::fread(out.data(), sizeof(float), out.size(), m_file.get()) != out.size())
        throwSystemError("cannot read back a temporary file");
}

void FrameSpool::moveToFile()
{
    auto name = (std::filesystem::temp_directory_path() / "circumplex-XXXXXX").string();
    const int descriptor = mkstemp(name.data());
    if (descriptor < 0) throwSystemError("cannot make a temporary file");
    unlink(name.c_str()); // the space is free again however the program ends
    m_file.reset(fdopen(descriptor, "w+b"));
    if (!m_file) throwSystemError("cannot open a temporary file");
    if (!m_memory.empty()
        && std::fwrite(m_memory.data(), sizeof(float), m_memory.size(), m_file.get())
            != m_memory.size())
        throwSystemError("cannot write a temporary file (set TMPDIR to a folder with more space)");
    m_memory = {};
}

} // namespace circumplex
