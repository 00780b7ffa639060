#include "core/ml/training/personal_examples.h"

#include "core/ml/emotion/emotion_head.h"
#include "core/ml/harmony/chord_symbols.h"
#include "core/ml/training/row_tensors.h"
#include "core/types/mood_tags.h"

#include <ATen/core/grad_mode.h>

#include <algorithm>

namespace circumplex {

namespace {

constexpr std::int64_t kRowsAtOnce = 512;

} // namespace

WeightMap withoutStatistics(const WeightMap& weights)
{
    WeightMap rest;
    for (const auto& [name, tensor] : weights)
        if (!name.starts_with("embedding_")) rest[name] = tensor;
    return rest;
}

PersonalExamples personalExamples(
    const TrainingPack& pack, const WeightMap& base, const PersonalPlan& plan)
{
    return mindingMemory([&] {
        const at::NoGradGuard noGradients;
        const at::Device device(plan.device);
        WeightMap weights;
        for (const auto& [name, tensor] : base)
            weights[name] = tensor.to(device, at::kFloat);
        const EmotionHead whole(weights);
        if (whole.embeddingDimension() != static_cast<std::int64_t>(pack.dimension))
            throw ModelError("the base model's head is made for embeddings of "
                + std::to_string(whole.embeddingDimension()) + " values, the examples have "
                + std::to_string(pack.dimension));
        constexpr auto tagCount = static_cast<std::int64_t>(kMoodTags.size());
        PersonalExamples examples;
        examples.embedding
            = columnTensor(pack.embedding, static_cast<std::int64_t>(pack.dimension), device);
        if (!examples.embedding.isfinite().all().item<bool>())
            throw ModelError("what the model heard holds values that are not numbers; annotate the "
                             "labelled tracks again");
        if (const auto mean = weights.find("embedding_mean"); mean != weights.end())
            examples.embedding.sub_(mean->second).div_(weights.at("embedding_scale"));
        examples.key = columnTensor(pack.key, 1, device).squeeze(1);
        examples.emotion = columnTensor(pack.emotion, 2, device);
        examples.emotionWeight = columnTensor(pack.emotionWeight, 2, device);
        examples.tags = columnTensor(pack.tags, tagCount, device);
        examples.tagWeight = columnTensor(pack.tagWeight, tagCount, device);
        const auto root = columnTensor(pack.root, ChordSymbols::kLength, device);
        const auto quality = columnTensor(pack.quality, ChordSymbols::kLength, device);
        const EmotionHead head(withoutStatistics(weights));
        std::vector<at::Tensor> chords, emotion, tags;
        for (std::int64_t begin = 0; begin < root.size(0); begin += kRowsAtOnce) {
            const auto count = std::min(kRowsAtOnce, root.size(0) - begin);
            const auto part = [&](const at::Tensor& all) { return all.narrow(0, begin, count); };
            chords.push_back(
                head.chordSummary(part(root).to(at::kLong), part(quality).to(at::kLong), {}));
            const auto output
                = head.judge(part(examples.embedding), chords.back(), part(examples.key), {});
            if (!output.emotion.defined() || !output.tagLogits.defined())
                throw ModelError("the base model's head gives only tags or only valence and "
                                 "arousal; a personal model needs one that gives both");
            emotion.push_back(output.emotion);
            tags.push_back(at::sigmoid(output.tagLogits));
        }
        examples.chords = at::cat(chords);
        examples.baseEmotion = at::cat(emotion);
        examples.baseTags = at::cat(tags);
        return examples;
    });
}

void predictPersonal(const PersonalExamples& examples, const WeightMap& weights,
    std::span<const std::int64_t> rows, HeadPredictions& predictions)
{
    const at::NoGradGuard noGradients;
    const auto device = examples.embedding.device();
    WeightMap onDevice;
    for (const auto& [name, tensor] : withoutStatistics(weights))
        onDevice[name] = tensor.to(device);
    const EmotionHead head(onDevice);
    for (std::size_t begin = 0; begin < rows.size(); begin += kRowsAtOnce) {
        const auto part
            = rows.subspan(begin, std::min<std::size_t>(kRowsAtOnce, rows.size() - begin));
        const auto index = indexTensor(part, device);
        const auto take = [&](const at::Tensor& all) { return all.index_select(0, index); };
        const auto output
            = head.judge(take(examples.embedding), take(examples.chords), take(examples.key), {});
        const auto write = [&](const at::Tensor& values, std::vector<float>& to) {
            const auto onCpu = values.to(at::kCPU).contiguous();
            const auto columns = static_cast<std::size_t>(onCpu.size(1));
            const float* from = onCpu.const_data_ptr<float>();
            for (std::size_t i = 0; i < part.size(); ++i)
                std::copy_n(from + i * columns, columns,
                    to.begin()
                        + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(part[i]) * columns));
        };
        write(output.emotion, predictions.emotion);
        write(at::sigmoid(output.tagLogits), predictions.tagProbabilities);
    }
}

} // namespace circumplex
