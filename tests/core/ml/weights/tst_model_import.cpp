#include "core/ml/model_error.h"
#include "core/ml/weights/model_import.h"
#include "core/ml/weights/model_package.h"
#include "core/ml/weights/safetensors_file.h"
#include "tests/support/small_music2emo.h"
#include "tests/support/temporary_folder.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <functional>
#include <limits>

using namespace circumplex;
using test::SmallMusic2Emo;
using test::TemporaryFolder;

namespace {

ModelPackage imported(const Music2EmoFiles& files)
{
    const TemporaryFolder folder;
    importMusic2Emo(files, folder / "model");
    return readModelPackage(folder / "model");
}

/// Every tensor of `part` is the one in `whole`.
bool isPartOf(const WeightMap& part, const WeightMap& whole)
{
    for (const auto& [name, tensor] : part)
        if (!whole.contains(name) || !at::equal(tensor, whole.at(name))) return false;
    return !part.empty();
}

void requireRefused(
    const std::function<void(SmallMusic2Emo&)>& change, const std::string& file, const char* reason)
{
    SmallMusic2Emo published;
    change(published);
    const TemporaryFolder folder;
    const auto files = published.write(folder.path(), "m");
    std::string message;
    try {
        importMusic2Emo(files, folder / "model");
    } catch (const ModelError& error) {
        message = error.what();
    }
    const auto place = message.find(reason);
    DOCTEST_CHECK_MESSAGE(message.starts_with((folder / file).string()), message);
    DOCTEST_CHECK_MESSAGE(place != std::string::npos, message, " lacks ", reason);
    DOCTEST_CHECK_FALSE(std::filesystem::exists(folder / "model"));
}

} // namespace

DOCTEST_TEST_CASE("published files become a package of what is needed")
{
    const SmallMusic2Emo published;
    const TemporaryFolder folder;
    const auto package = imported(published.write(folder.path(), "music2emo"));
    DOCTEST_CHECK(isPartOf(package.encoder, published.mert));
    DOCTEST_CHECK(isPartOf(package.chords, published.btc));
    DOCTEST_CHECK(isPartOf(package.head, published.head));
    DOCTEST_CHECK(package.encoder.size() == published.mert.size() - 1 - 16); // mask and last layer
    DOCTEST_CHECK(package.chords.size() == published.btc.size() - 8); // the LSTM
    DOCTEST_CHECK(package.head.size() == published.head.size());

    const ModelCard& card = package.card;
    DOCTEST_CHECK(card.name == "music2emo");
    DOCTEST_CHECK((card.encoder == ModelCard::Encoder::Mert));
    DOCTEST_CHECK((card.mert == published.config));
    DOCTEST_CHECK((card.chords == ModelCard::Chords::Btc));
    DOCTEST_CHECK(card.btcMean == published.btcMean);
    DOCTEST_CHECK(card.btcStd == published.btcStd);
    DOCTEST_CHECK_FALSE(card.loudnessLufs.has_value());
    // 1.645 sqrt((1 - 0.5184) 1.4130) and 1.645 sqrt((1 - 0.6228) 1.4437)
    DOCTEST_CHECK(card.trackInterval.valence == doctest::Approx(1.3570).epsilon(1e-4));
    DOCTEST_CHECK(card.trackInterval.arousal == doctest::Approx(1.2139).epsilon(1e-4));
    DOCTEST_CHECK(card.windowInterval.valence == doctest::Approx(1.9191).epsilon(1e-4));
    DOCTEST_CHECK(card.json["sources"].size() == 3);
}

DOCTEST_TEST_CASE("MERT is found as a file, as safetensors and with what is published beside it")
{
    const SmallMusic2Emo published;
    const TemporaryFolder folder;
    auto files = published.write(folder.path(), "m");
    const auto mert = files.mert;
    const auto weights = imported(files).encoder;
    files.mert = mert / "pytorch_model.bin";
    DOCTEST_CHECK(isPartOf(weights, imported(files).encoder));

    std::filesystem::remove(mert / "pytorch_model.bin");
    DOCTEST_CHECK_THROWS_AS(imported(files), ModelError);
    writeSafetensors(mert / "model.safetensors", { published.mert, {} });
    files.mert = mert;
    DOCTEST_CHECK(isPartOf(weights, imported(files).encoder));
    DOCTEST_CHECK(imported(files).card.mert.normalizeInput);

    test::writeBytes(mert / "preprocessor_config.json", R"({"do_normalize": false})");
    DOCTEST_CHECK_FALSE(imported(files).card.mert.normalizeInput);
    test::writeBytes(mert / "preprocessor_config.json", R"({"do_normalize": "yes"})");
    DOCTEST_CHECK_THROWS_AS(imported(files), ModelError);
}

DOCTEST_TEST_CASE("every spelling of the positional convolution is taken")
{
    const std::string prefix = "encoder.pos_conv_embed.conv.";
    for (const bool isFolded : { false, true }) {
        SmallMusic2Emo published;
        auto magnitude = published.mert.extract(prefix + "weight_g").mapped();
        auto direction = published.mert.extract(prefix + "weight_v").mapped();
        if (isFolded) {
            published.mert[prefix + "weight"] = direction;
        } else {
            published.mert[prefix + "parametrizations.weight.original0"] = magnitude;
            published.mert[prefix + "parametrizations.weight.original1"] = direction;
        }
        const TemporaryFolder folder;
        const auto package = imported(published.write(folder.path(), "m"));
        DOCTEST_CHECK(isPartOf(package.encoder, published.mert));
        // 4 of the front end, 4 of the projection, 2 of the norm, 7 times 16, bias and weight
        DOCTEST_CHECK(package.encoder.size() == (isFolded ? 124U : 125U));
    }
}

DOCTEST_TEST_CASE("single-task checkpoints are taken")
{
    SmallMusic2Emo published;
    for (const char* part : { ".0.weight", ".0.bias", ".2.weight", ".2.bias" }) {
        published.head.erase(std::string("classification_branch") + part);
        published.head[std::string("output_proj") + part]
            = published.head.extract(std::string("regression_branch") + part).mapped();
    }
    const TemporaryFolder folder;
    DOCTEST_CHECK(imported(published.write(folder.path(), "m")).head.size() == 32);
}

DOCTEST_TEST_CASE("files that do not fit are refused by file and tensor, and nothing is left")
{
    requireRefused([](auto& p) { p.mert.erase("encoder.layers.6.final_layer_norm.bias"); },
        "mert/pytorch_model.bin", "lacks the tensor encoder.layers.6.final_layer_norm.bias");
    requireRefused([](auto& p) { p.config.intermediateSize = 13; }, "mert/pytorch_model.bin",
        "feed_forward.intermediate_dense.bias is 12, expected 13");
    requireRefused([](auto& p) { p.config.headCount = 3; }, "mert/config.json",
        "num_attention_heads does not divide hidden_size");
    requireRefused(
        [](auto& p) {
            p.btc["output_layer.output_projection.bias"]
                = at::full({ 170 }, std::numeric_limits<float>::infinity());
        },
        "btc_model_large_voca.pt", "output_layer.output_projection.bias holds values");
    requireRefused([](auto& p) { p.btcStd = 0.0; }, "btc_model_large_voca.pt", "chords.std");
    requireRefused([](auto& p) { p.btcMean = std::numeric_limits<double>::quiet_NaN(); },
        "btc_model_large_voca.pt", "mean is not finite");
    requireRefused([](auto& p) { p.head.erase("input_proj.0.bias"); }, "J_all.ckpt",
        "lacks input_proj.0.bias");
    requireRefused([](auto& p) { p.head.clear(); }, "J_all.ckpt", "no tensors below");
    requireRefused([](auto& p) { p.head["extra"] = at::zeros({ 1 }); }, "J_all.ckpt",
        "does not know the tensor extra");
}
