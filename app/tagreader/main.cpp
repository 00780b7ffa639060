#include "core/audio/tag_server.h"

#include <charconv>
#include <iostream>
#include <string_view>

/// circumplex-tagreader [MAX_COVER_BYTES]
///
/// Reads the tags of files in a process of its own, for circumplex-cli: paths, each ended by a
/// zero, on stdin; a JSON line for each on stdout.
int main(int argc, char** argv)
{
    circumplex::TagOptions options;
    if (argc > 1) {
        const std::string_view text = argv[1];
        const auto [end, error]
            = std::from_chars(text.data(), text.data() + text.size(), options.maxCoverBytes);
        if (argc > 2 || error != std::errc() || end != text.data() + text.size()) {
            std::cerr << "usage: circumplex-tagreader [MAX_COVER_BYTES]\n"
                         "Reads paths, each ended by a zero, from stdin; writes their tags.\n";
            return 2;
        }
    }
    return circumplex::serveTags(
        {}, [&options](const auto& path) { return circumplex::readTags(path, options); });
}
