#include "tests/support/rater_pack.h"

#include "core/ml/emotion/emotion_head.h"
#include "core/types/mood_tags.h"
#include "tests/support/generator.h"
#include "tests/support/golden_weights.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace circumplex::test {

RaterPack raterPack(std::size_t trackCount, int dimension, std::size_t windowCount)
{
    constexpr std::size_t kChords = 100;
    const auto width = static_cast<std::size_t>(dimension);
    RaterPack made;
    made.base = generatedHead(dimension);
    made.base.at("regression_branch.2.weight").mul_(6.0);
    made.base.at("regression_branch.2.bias").add_(5.0);
    TrainingPack& pack = made.pack;
    pack.dimension = width;
    pack.encoder = "made up";
    pack.setNames = { "rater" };
    const std::size_t rows = trackCount * (1 + windowCount);
    for (std::size_t track = 0; track < trackCount; ++track) {
        // a few directions carry the music, as in a real embedding
        const auto traits = generate("traits" + std::to_string(track), 4);
        for (std::size_t row = 0; row <= windowCount; ++row) {
            const auto noise
                = generate("row" + std::to_string(track) + "." + std::to_string(row), width);
            for (std::size_t i = 0; i < width; ++i)
                pack.embedding.push_back(
                    1.5F * traits[i % 4] + (row == 0 ? 0.3F : 0.6F) * noise[i]);
        }
    }
    pack.root.assign(rows * kChords, 0);
    pack.quality.assign(rows * kChords, 0);
    pack.key.assign(rows, 0);
    const EmotionHead head(made.base);
    const auto embedding = at::from_blob(
        pack.embedding.data(), { static_cast<std::int64_t>(rows), dimension }, at::kFloat);
    const auto symbols = at::zeros({ static_cast<std::int64_t>(rows), kChords }, at::kLong);
    const auto emotion
        = head.forward(embedding, symbols, symbols, at::zeros({ static_cast<std::int64_t>(rows) }))
              .emotion.contiguous();
    const auto calm = moodTagIndex("calm"), happy = moodTagIndex("happy");
    pack.tags.assign(rows * kMoodTags.size(), 0.0F);
    pack.tagWeight.assign(rows * kMoodTags.size(), 0.0F);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t track = row / (1 + windowCount);
        const auto traits = generate("traits" + std::to_string(track), 4);
        const auto noise = generate("noise" + std::to_string(track), 2);
        const auto onScale = [](float value) { return std::clamp(value, 1.0F, 9.0F); };
        const std::size_t whole = track * (1 + windowCount);
        const float arousal = emotion.const_data_ptr<float>()[2 * whole + 1];
        pack.emotion.push_back(onScale(5.0F + 2.0F * traits[0] - traits[1] + 0.5F * noise[0]));
        pack.emotion.push_back(onScale(5.0F + 0.5F * (arousal - 5.0F) - 2.0F + 0.5F * noise[1]));
        pack.emotionWeight.insert(pack.emotionWeight.end(), 2, 1.0F);
        pack.tags[row * kMoodTags.size() + calm] = traits[2] > 0.5F ? 1.0F : 0.0F;
        pack.tags[row * kMoodTags.size() + happy] = traits[0] > 0.0F ? 1.0F : 0.0F;
        pack.tagWeight[row * kMoodTags.size() + calm] = 1.0F;
        pack.tagWeight[row * kMoodTags.size() + happy] = 1.0F;
        pack.whole.push_back(row == whole ? 1 : 0);
        pack.track.push_back(static_cast<std::int64_t>(track));
        pack.group.push_back(static_cast<std::int64_t>(track / 3));
        pack.set.push_back(0);
    }
    return made;
}

} // namespace circumplex::test
