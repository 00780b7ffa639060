#include "core/ml/window_batcher.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

using circumplex::WindowBatcher;

namespace {

/// Frames that depend on the window alone: [batch, sample] -> [batch, sample, 1], each doubled.
at::Tensor doubled(const at::Tensor& windows)
{
    return (windows * 2).unsqueeze(2);
}

/// Hands `count` windows, of two lengths, to the batcher from a thread each and checks every
/// answer.
void embedMany(WindowBatcher& batcher, int count)
{
    std::vector<std::jthread> jobs;
    std::atomic<int> right = 0;
    for (int i = 0; i < count; ++i)
        jobs.emplace_back([&batcher, &right, i] {
            const auto window = at::full({ 1, i % 2 == 0 ? 8 : 5 }, i);
            const auto frames = batcher.embed(window);
            if (at::equal(frames, doubled(window))) ++right;
        });
    jobs.clear();
    DOCTEST_CHECK(right == count);
}

[[noreturn]] void runOutOfMemory()
{
    throw c10::OutOfMemoryError({ __func__, __FILE__, __LINE__ }, "out of memory");
}

} // namespace

DOCTEST_TEST_CASE("every window gets its own frames, whatever it was batched with")
{
    std::atomic<std::int64_t> largest = 0;
    WindowBatcher batcher({ .encode =
                                [&](const at::Tensor& windows) {
                                    largest = std::max<std::int64_t>(largest, windows.size(0));
                                    std::this_thread::sleep_for(std::chrono::milliseconds(2));
                                    return doubled(windows);
                                },
        .largestBatch = 4,
        .notice = [](const std::string&) {} });
    embedMany(batcher, 40);
    DOCTEST_CHECK(largest > 1);
    DOCTEST_CHECK(largest <= 4);
}

DOCTEST_TEST_CASE("a device out of memory gets half as many, and says so")
{
    std::vector<std::string> notices;
    WindowBatcher batcher({ .encode =
                                [](const at::Tensor& windows) {
                                    if (windows.size(0) > 2) runOutOfMemory();
                                    std::this_thread::sleep_for(std::chrono::milliseconds(2));
                                    return doubled(windows);
                                },
        .largestBatch = 8,
        .notice = [&](const std::string& sentence) { notices.push_back(sentence); } });
    embedMany(batcher, 60);
    DOCTEST_CHECK(batcher.batchLimit() <= 3);
    DOCTEST_CHECK_FALSE(notices.empty());
}

DOCTEST_TEST_CASE("a window that does not even fit alone fails, and the others go on")
{
    WindowBatcher batcher({ .encode =
                                [](const at::Tensor& windows) {
                                    if (windows.size(1) == 3) runOutOfMemory();
                                    return doubled(windows);
                                },
        .largestBatch = 4,
        .notice = [](const std::string&) {} });
    DOCTEST_CHECK_THROWS_AS(batcher.embed(at::zeros({ 1, 3 })), c10::OutOfMemoryError);
    embedMany(batcher, 30);
}

DOCTEST_TEST_CASE("an encoder's failure reaches those who waited, and only them")
{
    WindowBatcher batcher({ .encode =
                                [](const at::Tensor& windows) {
                                    if (windows.size(1) == 3)
                                        throw std::runtime_error("odd window");
                                    return doubled(windows);
                                },
        .largestBatch = 4,
        .notice = [](const std::string&) {} });
    DOCTEST_CHECK_THROWS_WITH_AS(
        batcher.embed(at::zeros({ 1, 3 })), "odd window", std::runtime_error);
    embedMany(batcher, 6);
}
