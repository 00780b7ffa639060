#include "core/ml/weights/model_card.h"

#include "core/ml/model_error.h"
#include "core/types/model_name.h"

#include <cmath>

using Json = nlohmann::ordered_json;

namespace circumplex {

namespace {

constexpr int kCardFormat = 1;
constexpr int kMusiCnnRateHz = 16000;
constexpr int kMusiCnnDimension = 753 + 200; // averaged channels and penultimate layer
constexpr double kWidestInterval = 8.0; // the scale from 1 to 9
constexpr double kQuietestLufs = -70.0;

[[noreturn]] void refuse(const std::string& field, const std::string& reason)
{
    throw ModelError("model card: " + field + " " + reason);
}

const Json& object(const Json& parent, const std::string& path, const char* field)
{
    const auto found = parent.find(field);
    if (found == parent.end() || !found->is_object()) refuse(path + field, "is not an object");
    return *found;
}

double number(const Json& parent, const std::string& path, const char* field)
{
    const auto found = parent.find(field);
    if (found == parent.end() || !found->is_number()) refuse(path + field, "is not a number");
    const auto value = found->get<double>();
    if (!std::isfinite(value)) refuse(path + field, "is not finite");
    return value;
}

std::string text(const Json& parent, const std::string& path, const char* field)
{
    const auto found = parent.find(field);
    if (found == parent.end() || !found->is_string()) refuse(path + field, "is not text");
    return found->get<std::string>();
}

IntervalHalfWidth interval(const Json& parent, const char* field)
{
    const std::string path = "interval_90.";
    const auto& found = object(parent, path, field);
    const auto halfWidth = [&](const char* axis) {
        const auto value = number(found, path + field + ".", axis);
        if (!(value > 0.0 && value <= kWidestInterval))
            refuse(path + field + "." + axis, "is not above 0 and at most 8");
        return value;
    };
    return { halfWidth("valence"), halfWidth("arousal") };
}

} // namespace

int ModelCard::encoderSampleRateHz() const
{
    return encoder == Encoder::Mert ? mert.sampleRateHz : kMusiCnnRateHz;
}

int ModelCard::embeddingDimension() const
{
    return encoder == Encoder::Mert ? mert.embeddingDimension() : kMusiCnnDimension;
}

ModelCard parseModelCard(const Json& json)
{
    if (!json.is_object()) throw ModelError("model card: not a JSON object");
    const auto format = json.find("format");
    if (format == json.end() || *format != kCardFormat)
        refuse("format", "is not 1, the only one this version knows");

    ModelCard card;
    card.json = json;
    card.name = text(json, "", "name");
    if (!isModelName(card.name)) refuse("name", "is not a model's name: " + modelNameRule());

    const auto& encoder = object(json, "", "encoder");
    if (const auto kind = text(encoder, "encoder.", "kind"); kind == "mert") {
        card.encoder = ModelCard::Encoder::Mert;
        card.mert = parseMertConfig(object(encoder, "encoder.", "config"));
    } else if (kind == "musicnn") {
        card.encoder = ModelCard::Encoder::MusiCnn;
    } else {
        refuse("encoder.kind", "is not \"mert\" or \"musicnn\"");
    }

    if (json.contains("adapter")) {
        const auto& adapter = object(json, "", "adapter");
        if (card.encoder != ModelCard::Encoder::Mert) refuse("adapter", "is for a MERT encoder");
        const double rank = number(adapter, "adapter.", "rank");
        if (!(rank >= 1.0 && rank <= card.mert.hiddenSize) || rank != std::floor(rank))
            refuse("adapter.rank", "is not from 1 to the encoder's width");
        card.adapter = { static_cast<int>(rank), number(adapter, "adapter.", "alpha") };
    }

    const auto& chords = object(json, "", "chords");
    if (const auto kind = text(chords, "chords.", "kind"); kind == "btc") {
        card.chords = ModelCard::Chords::Btc;
        card.btcMean = number(chords, "chords.", "mean");
        card.btcStd = number(chords, "chords.", "std");
        if (!(card.btcStd > 0.0)) refuse("chords.std", "is not above 0");
    } else if (kind == "crema") {
        card.chords = ModelCard::Chords::Crema;
    } else {
        refuse("chords.kind", "is not \"btc\" or \"crema\"");
    }

    if (json.contains("loudness_lufs")) {
        card.loudnessLufs = number(json, "", "loudness_lufs");
        if (*card.loudnessLufs < kQuietestLufs || *card.loudnessLufs > 0.0)
            refuse("loudness_lufs", "is not between -70 and 0");
    }
    const auto& intervals = object(json, "", "interval_90");
    card.trackInterval = interval(intervals, "track");
    card.windowInterval = interval(intervals, "window");
    return card;
}

} // namespace circumplex
