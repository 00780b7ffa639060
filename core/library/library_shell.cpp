#include "core/library/library_shell.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace circumplex {

namespace {

std::string shellQuoted(const std::string& text)
{
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    }
    return quoted + '\'';
}

} // namespace

std::vector<double> shellMilliseconds(
    const std::filesystem::path& file, const std::vector<std::string>& statements)
{
    char scriptName[] = "/tmp/circumplex-sql-XXXXXX";
    const int descriptor = ::mkstemp(scriptName);
    if (descriptor < 0) return {};
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> script(
        ::fdopen(descriptor, "w"), &std::fclose);
    // The page cache that the library has.
    std::fputs("PRAGMA cache_size = -65536;\n.output /dev/null\n.timer on\n", script.get());
    for (const std::string& statement : statements)
        std::fprintf(script.get(), "%s\n", statement.c_str());
    std::fflush(script.get());

    const std::string command = "sqlite3 -readonly -batch " + shellQuoted(file.string()) + " <"
        + scriptName + " 2>/dev/null";
    std::vector<double> times;
    {
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> output(
            ::popen(command.c_str(), "r"), &::pclose);
        char line[256];
        double seconds = 0.0;
        while (output && std::fgets(line, sizeof line, output.get()) != nullptr) {
            if (std::sscanf(line, "Run Time: real %lf", &seconds) == 1)
                times.push_back(seconds * 1000.0);
        }
    }
    ::unlink(scriptName);
    return times.size() == statements.size() ? times : std::vector<double> {};
}

} // namespace circumplex
