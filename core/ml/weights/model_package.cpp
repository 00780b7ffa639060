#include "core/ml/weights/model_package.h"

#include "core/ml/emotion/emotion_head.h"
#include "core/ml/encoders/low_rank_adapter.h"
#include "core/ml/model_error.h"
#include "core/ml/weights/atomic_write.h"
#include "core/ml/weights/byte_file.h"
#include "core/ml/weights/safetensors_file.h"
#include "core/ml/weights/strict_json.h"
#include "core/ml/weights/tensor_shapes.h"

#include <ATen/ATen.h>

using Json = nlohmann::ordered_json;

namespace circumplex {

namespace {

constexpr const char* kCardFile = "card.json";
constexpr const char* kEncoderFile = "encoder.safetensors";
constexpr const char* kAdapterFile = "adapter.safetensors";
constexpr const char* kChordsFile = "chords.safetensors";
constexpr const char* kHeadFile = "head.safetensors";
constexpr std::uint64_t kLargestCard = 1 << 20;
constexpr int kDeepestCard = 32;

ModelCard readCard(const std::filesystem::path& path)
{
    const ByteFile file(path);
    if (file.size() > kLargestCard) file.refuse("is larger than 1 MB");
    const auto text = file.text(0, file.size());
    try {
        return parseModelCard(parseStrictJson<Json>(text, kDeepestCard, kLargestCard));
    } catch (const ModelError& error) {
        file.refuse(error.what());
    }
}

} // namespace

WeightMap usableHead(const std::string& where, const WeightMap& weights, int dimension)
{
    WeightMap usable;
    for (const auto& [name, tensor] : weights)
        usable.emplace(name, usableTensor(where, name, tensor));
    std::int64_t expected = 0;
    try {
        expected = EmotionHead(usable).embeddingDimension();
    } catch (const ModelError& error) {
        throw ModelError(where + ": " + error.what());
    }
    if (expected != dimension)
        throw ModelError(where + ": the head is made for embeddings of " + std::to_string(expected)
            + " values, the encoder gives " + std::to_string(dimension));
    if (const auto scale = usable.find("embedding_scale");
        scale != usable.end() && (scale->second <= 0).any().item<bool>())
        throw ModelError(where + ": embedding_scale is not above zero everywhere");
    return usable;
}

ModelPackage readModelPackage(const std::filesystem::path& folder)
{
    ModelPackage package;
    package.card = readCard(folder / kCardFile);
    const auto take = [&folder](const char* name, auto shapesOf) {
        const auto path = folder / name;
        const auto weights = readSafetensors(path).tensors;
        return takeWeights(path.string(), weights, shapesOf(weights));
    };
    const ModelCard& card = package.card;
    package.encoder = take(kEncoderFile, [&card](const WeightMap& present) {
        return card.encoder == ModelCard::Encoder::Mert ? mertShapes(card.mert, present)
                                                        : musiCnnShapes();
    });
    if (card.adapter) {
        const auto adapter = take(kAdapterFile,
            [&card](const WeightMap&) { return adapterShapes(card.mert, card.adapter->rank); });
        package.encoder
            = withAdapter(std::move(package.encoder), adapter, card.mert, *card.adapter);
    }
    package.chords = take(kChordsFile, [&card](const WeightMap&) {
        return card.chords == ModelCard::Chords::Btc ? btcShapes() : cremaShapes();
    });
    const auto head = folder / kHeadFile;
    package.head
        = usableHead(head.string(), readSafetensors(head).tensors, card.embeddingDimension());
    return package;
}

void writeModelPackage(const std::filesystem::path& folder, const ModelPackage& package)
{
    AtomicFolder made(folder);
    writeSafetensors(made.path() / kEncoderFile, { package.encoder, {} });
    writeSafetensors(made.path() / kChordsFile, { package.chords, {} });
    writeSafetensors(made.path() / kHeadFile, { package.head, {} });
    const auto text = package.card.json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    AtomicFile card(made.path() / kCardFile);
    card.write(text.data(), text.size());
    card.commit();
    made.commit();
}

} // namespace circumplex
