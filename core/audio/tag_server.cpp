#include "core/audio/tag_server.h"

#include "core/audio/tag_json.h"

#include <sys/resource.h>
#include <unistd.h>

#include <iostream>
#include <new>
#include <stdexcept>
#include <string>

namespace circumplex {

namespace {

void limitThisProcess([[maybe_unused]] const TagServerOptions& options)
{
    const rlimit noCore { 0, 0 };
    ::setrlimit(RLIMIT_CORE, &noCore);
#ifndef __SANITIZE_ADDRESS__ // whose shadow memory takes terabytes of address space
    const auto bytes = static_cast<rlim_t>(options.maxMemoryBytes);
    const rlimit memory { bytes, bytes };
    ::setrlimit(RLIMIT_AS, &memory);
#endif
}

Error tooLarge(const TagServerOptions& options)
{
    return { ErrorCode::TagsUnreadable,
        "Reading the tags needs more than " + std::to_string(options.maxMemoryBytes >> 20)
            + " MiB of memory: they are damaged. Write them again with a tag editor." };
}

} // namespace

int serveTags(const TagServerOptions& options,
    const std::function<Result<FileTags>(const std::filesystem::path&)>& read)
{
    limitThisProcess(options);
    for (std::string path; std::getline(std::cin, path, '\0');) {
        ::alarm(options.maxSecondsPerFile);
        std::string line;
        try {
            line = tagLine(read(path));
        } catch (const std::bad_alloc&) {
            line = tagLine(tl::unexpected(tooLarge(options)));
        } catch (const std::length_error&) {
            line = tagLine(tl::unexpected(tooLarge(options)));
        }
        ::alarm(0);
        std::cout << line << '\n' << std::flush;
        if (!std::cout) return 1;
    }
    return 0;
}

} // namespace circumplex
