#include "core/library/library_benchmark.h"
#include "core/library/library_maker.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

/// library_bench FILE [TRACKS]: measures a library, after inventing one of TRACKS tracks if FILE
/// does not exist. The figures in README.md are its output.
int main(int argc, char** argv)
{
    using namespace circumplex;
    if (argc < 2 || argc > 3) {
        std::fputs("usage: library_bench FILE [TRACKS]\n", stderr);
        return 2;
    }
    if (argc == 3 && !std::filesystem::exists(argv[1])) {
        const auto begin = std::chrono::steady_clock::now();
        const auto made
            = makeLibrary(argv[1], { .tracks = std::atoll(argv[2]) }, {}, [](std::int64_t) {});
        if (!made) {
            std::fprintf(stderr, "%s\n", made.error().detail.c_str());
            return 3;
        }
        std::printf("made in %.1f s\n",
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    const auto measured = benchmarkLibrary(argv[1], {});
    if (!measured) {
        std::fprintf(stderr, "%s\n", measured.error().detail.c_str());
        return 3;
    }
    std::printf("%lld tracks, %.0f MB, at most %.0f MB of memory\n",
        static_cast<long long>(measured->tracks), static_cast<double>(measured->fileBytes) / 1e6,
        static_cast<double>(measured->peakMemoryBytes) / 1e6);
    std::printf("%-50s %5s %8s %8s %8s %8s   %8s %8s\n", "milliseconds", "n", "min", "median",
        "p95", "max", "sqlite3", "its p95");
    for (const LibraryFigure& figure : measured->figures) {
        std::printf("%-50s %5d %8.2f %8.2f %8.2f %8.2f", figure.what.c_str(), figure.count,
            figure.minMs, figure.medianMs, figure.p95Ms, figure.maxMs);
        if (figure.shellMedianMs)
            std::printf("   %8.0f %8.0f", *figure.shellMedianMs, *figure.shellP95Ms);
        std::printf("\n");
    }
    return 0;
}
