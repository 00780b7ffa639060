#include "tests/support/synthetic_pack.h"

#include "core/types/mood_tags.h"
#include "tests/support/generator.h"

#include <string>

namespace circumplex::test {

TrainingPack syntheticPack(std::size_t trackCount, std::size_t dimension)
{
    constexpr std::size_t kRowsPerTrack = 3;
    constexpr std::size_t kChords = 100;
    TrainingPack pack;
    pack.dimension = dimension;
    pack.encoder = "synthetic";
    pack.setNames = { "sided", "rated" };
    for (std::size_t track = 0; track < trackCount; ++track) {
        const auto centre = generate("track" + std::to_string(track), dimension);
        const std::size_t group = track / 3;
        const bool isRated = group % 2 == 1;
        const float valence = 5.0F + 2.0F * centre[0];
        const float arousal = 5.0F + 1.5F * (centre[1] + centre[2]) / 2.0F;
        const auto side = [](float value) { return value > 5.0F ? 7.0F : 3.0F; };
        for (std::size_t row = 0; row < kRowsPerTrack; ++row) {
            const auto noise
                = generate("row" + std::to_string(track) + "." + std::to_string(row), dimension);
            for (std::size_t i = 0; i < dimension; ++i)
                pack.embedding.push_back(
                    3.0F + 2.0F * centre[i] + (row == 0 ? 0.02F : 0.2F) * noise[i]);
            for (std::size_t i = 0; i < kChords; ++i) {
                pack.root.push_back(i < 20 ? static_cast<std::uint8_t>(1 + (track + i) % 12) : 0);
                pack.quality.push_back(i < 20 ? 1 : 0);
            }
            pack.key.push_back(track % 2 == 0 ? 0 : 1);
            pack.whole.push_back(row == 0 ? 1 : 0);
            pack.emotion.push_back(isRated ? valence : side(valence));
            pack.emotion.push_back(isRated ? arousal : side(arousal));
            pack.emotionWeight.insert(pack.emotionWeight.end(), 2, 1.0F);
            for (std::size_t tag = 0; tag < kMoodTags.size(); ++tag) {
                pack.tags.push_back(tag < 2 && centre[tag] > 0.0F ? 0.9F : 0.1F);
                pack.tagWeight.push_back(tag < 2 ? 1.0F : 0.0F);
            }
            pack.track.push_back(static_cast<std::int64_t>(track));
            pack.group.push_back(static_cast<std::int64_t>(group));
            pack.set.push_back(isRated ? 1 : 0);
        }
    }
    return pack;
}

} // namespace circumplex::test
