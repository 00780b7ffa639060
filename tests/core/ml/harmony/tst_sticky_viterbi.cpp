#include "core/ml/harmony/sticky_viterbi.h"
#include "tests/support/generator.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using circumplex::StickyViterbi;
namespace test = circumplex::test;

namespace {

std::vector<int> pathThrough(
    std::span<const float> posteriors, std::size_t states, double stayProbability)
{
    StickyViterbi decoder(states, stayProbability);
    for (std::size_t begin = 0; begin < posteriors.size(); begin += states)
        decoder.push(posteriors.subspan(begin, states));
    return decoder.path();
}

/// The most probable of all paths, tried one by one.
std::vector<int> bestOfAllPaths(
    std::span<const float> posteriors, std::size_t states, double stayProbability)
{
    const auto frames = posteriors.size() / states;
    const double change = (1.0 - stayProbability) / static_cast<double>(states - 1);
    std::size_t pathCount = 1;
    for (std::size_t i = 0; i < frames; ++i)
        pathCount *= states;
    double bestScore = -1.0;
    std::vector<int> best;
    for (std::size_t number = 0; number < pathCount; ++number) {
        std::vector<int> path;
        double score = 1.0;
        for (std::size_t frame = 0, rest = number; frame < frames; ++frame, rest /= states) {
            path.push_back(static_cast<int>(rest % states));
            if (frame > 0) score *= path[frame] == path[frame - 1] ? stayProbability : change;
            score *= double { posteriors[frame * states + rest % states] };
        }
        if (score > bestScore) {
            bestScore = score;
            best = path;
        }
    }
    return best;
}

} // namespace

DOCTEST_TEST_CASE("the path is the best of all paths")
{
    constexpr std::size_t kStates = 3;
    for (const std::string seed : { "one", "two", "three", "four", "five", "six" }) {
        auto posteriors = test::generate(seed, 7 * kStates);
        for (float& value : posteriors)
            value = 0.01F + (value + 1.0F) * (value + 1.0F);
        for (const double stay : { 0.5, 0.8, 0.95 })
            DOCTEST_CHECK(pathThrough(posteriors, kStates, stay)
                == bestOfAllPaths(posteriors, kStates, stay));
    }
}

DOCTEST_TEST_CASE("short doubts are passed over, equal states go to the first")
{
    const std::vector<float> doubtful { 0.9F, 0.1F, 0.4F, 0.6F, 0.9F, 0.1F };
    DOCTEST_CHECK(pathThrough(doubtful, 2, 0.9) == std::vector<int> { 0, 0, 0 });
    const std::vector<float> equal { 0.5F, 0.5F, 0.5F, 0.5F };
    DOCTEST_CHECK(pathThrough(equal, 2, 0.9) == std::vector<int> { 0, 0 });
    DOCTEST_CHECK(StickyViterbi(2, 0.9).path().empty());
}

DOCTEST_TEST_CASE("impossible states do not make other paths impossible")
{
    const std::vector<float> posteriors { 1.0F, 0.0F, 0.0F, 1.0F, 0.0F, 1.0F };
    DOCTEST_CHECK(pathThrough(posteriors, 2, 0.9) == std::vector<int> { 0, 1, 1 });
}
