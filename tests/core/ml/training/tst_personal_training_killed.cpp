#include "core/ml/weights/safetensors_file.h"
#include "tests/support/temporary_folder.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <random>
#include <string>
#include <thread>

using namespace circumplex;

namespace {

/// The program that trains, as a process of its own.
pid_t start(const std::filesystem::path& checkpoint, const std::filesystem::path& out)
{
    const pid_t child = fork();
    if (child == 0) {
        execl(CIRCUMPLEX_TRAINING_RUN, "personal_training_run", checkpoint.c_str(), out.c_str(),
            "30", "16", "4", static_cast<char*>(nullptr));
        _exit(127);
    }
    return child;
}

/// Exit status; -1: it was killed.
int end(pid_t child)
{
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

DOCTEST_TEST_CASE("a training killed at random moments resumes to the same weights")
{
    const char* wanted = std::getenv("CIRCUMPLEX_KILLS");
    const int kills = wanted == nullptr ? 6 : std::atoi(wanted);
    const test::TemporaryFolder folder;
    DOCTEST_REQUIRE(end(start(folder / "none", folder / "whole")) == 0);
    const auto whole = readSafetensors(folder / "whole").tensors;

    std::mt19937 random(3);
    int killed = 0, finished = 0;
    while (killed < kills || finished == 0) {
        // loading takes about 0.3 s; every life gets on a little
        const pid_t child = start(folder / "checkpoint", folder / "pieces");
        const bool mayFinish = killed >= kills;
        if (!mayFinish) {
            std::this_thread::sleep_for(std::chrono::milliseconds(300 + random() % 400));
            kill(child, SIGKILL);
        }
        const int status = end(child);
        DOCTEST_REQUIRE((status == 0 || (status == -1 && !mayFinish)));
        killed += status == -1 ? 1 : 0;
        if (status != 0) continue;
        // one was through before it was to be killed: the next begins anew
        ++finished;
        const auto pieces = readSafetensors(folder / "pieces").tensors;
        DOCTEST_REQUIRE(pieces.size() == whole.size());
        for (const auto& [name, tensor] : whole)
            DOCTEST_CHECK(at::equal(tensor, pieces.at(name)));
    }
}
