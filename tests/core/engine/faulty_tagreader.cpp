#include "core/audio/tag_server.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <new>

/// circumplex-tagreader with faults: a file whose name holds one of the words below makes it fail
/// in that way, as a crafted file might make TagLib.
namespace {

using namespace circumplex;

void appendByte(const std::filesystem::path& path)
{
    std::ofstream(path, std::ios::app | std::ios::binary) << 'x';
}

Result<FileTags> readWithFaults(const std::filesystem::path& path)
{
    const std::string name = path.filename().native();
    const auto is = [&name](const char* word) { return name.find(word) != std::string::npos; };
    if (is("crash")) {
        ::signal(SIGSEGV, SIG_DFL); // sanitizers would print a report and end normally
        ::raise(SIGSEGV);
    }
    if (is("hang"))
        for (;;)
            ::pause();
    if (is("gigabytes")) throw std::bad_alloc(); // what operator new does beyond the limit
    if (is("unlimited")) {
        // As C code that does not look at what malloc gives it.
        for (;;) {
            auto* block = static_cast<volatile char*>(std::malloc(std::size_t { 64 } << 20));
            if (!block) std::abort();
            block[0] = 1;
        }
    }
    if (is("exit")) std::_Exit(7);
    if (is("nonsense")) std::cout << "nonsense\n";
    // Not a fault of TagLib: somebody writes to the file while it is read.
    if (is("busy")) appendByte(path);
    if (const auto mark = path.native() + ".mark"; is("once") && !std::filesystem::exists(mark)) {
        std::ofstream(mark) << 'x';
        appendByte(path);
    }
    return readTags(path);
}

} // namespace

int main()
{
    return serveTags({}, readWithFaults);
}
