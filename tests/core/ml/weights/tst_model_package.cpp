#include "core/ml/encoders/low_rank_adapter.h"
#include "core/ml/model_error.h"
#include "core/ml/weights/model_import.h"
#include "core/ml/weights/model_package.h"
#include "core/ml/weights/safetensors_file.h"
#include "core/ml/weights/tensor_shapes.h"
#include "tests/support/generator.h"
#include "tests/support/golden_weights.h"
#include "tests/support/small_music2emo.h"
#include "tests/support/temporary_folder.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <limits>

using namespace circumplex;
using test::TemporaryFolder;
using Json = nlohmann::ordered_json;

namespace {

constexpr int kStarterDimension = 953;

Json starterCard()
{
    return Json::parse(R"({"format": 1, "name": "starter", "title": "Starter", "colour": "kept",
        "encoder": {"kind": "musicnn"}, "chords": {"kind": "crema"}, "loudness_lufs": -20.5,
        "interval_90": {"track": {"valence": 1.5, "arousal": 1.25},
                        "window": {"valence": 2.5, "arousal": 2.25}, "source": "a test"}})");
}

/// The published networks that set-up converts, and a head of generated weights.
ModelPackage starterPackage()
{
    ModelPackage package;
    package.card = parseModelCard(starterCard());
    const std::filesystem::path folder = CIRCUMPLEX_STARTER_WEIGHTS;
    package.encoder = readSafetensors(folder / "encoder.safetensors").tensors;
    package.chords = readSafetensors(folder / "chords.safetensors").tensors;
    package.head = test::generatedHead(kStarterDimension);
    return package;
}

bool areEqual(const WeightMap& a, const WeightMap& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && at::equal(x.second, y.second);
    });
}

/// What reading `package` after writing it says; empty if it is fine.
std::string refusal(const ModelPackage& package)
{
    const TemporaryFolder folder;
    writeModelPackage(folder / "model", package);
    try {
        readModelPackage(folder / "model");
    } catch (const ModelError& error) {
        return error.what();
    }
    return {};
}

std::string refusalOfCard(const std::function<void(Json&)>& change)
{
    auto json = starterCard();
    change(json);
    try {
        parseModelCard(json);
    } catch (const ModelError& error) {
        return error.what();
    }
    return {};
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

DOCTEST_TEST_CASE("a package read again is the one that was written")
{
    const TemporaryFolder folder;
    const auto package = starterPackage();
    writeModelPackage(folder / "starter", package);
    const auto read = readModelPackage(folder / "starter");
    DOCTEST_CHECK(areEqual(read.encoder, package.encoder));
    DOCTEST_CHECK(areEqual(read.chords, package.chords));
    DOCTEST_CHECK(areEqual(read.head, package.head));
    DOCTEST_CHECK(read.card.json == package.card.json);
    DOCTEST_CHECK(read.card.json["colour"] == "kept");
    DOCTEST_CHECK(read.card.name == "starter");
    DOCTEST_CHECK(read.card.loudnessLufs == -20.5);
    DOCTEST_CHECK(read.card.trackInterval.arousal == 1.25);
    DOCTEST_CHECK(read.card.windowInterval.valence == 2.5);
    DOCTEST_CHECK(read.card.encoderSampleRateHz() == 16000);
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        files += entry.path().filename() == "starter" ? 1 : 100; // nothing temporary is left
    DOCTEST_CHECK(files == 1);
}

DOCTEST_TEST_CASE("a package is never written over something")
{
    const TemporaryFolder folder;
    writeModelPackage(folder / "starter", starterPackage());
    DOCTEST_CHECK_THROWS_AS(writeModelPackage(folder / "starter", starterPackage()), ModelError);
    std::filesystem::create_directory(folder / "empty");
    DOCTEST_CHECK_THROWS_AS(writeModelPackage(folder / "empty", starterPackage()), ModelError);
    DOCTEST_CHECK_THROWS_AS(
        writeModelPackage(folder / "missing" / "starter", starterPackage()), ModelError);
}

DOCTEST_TEST_CASE("tensors that do not fit are refused by file and name")
{
    const auto good = starterPackage();
    DOCTEST_CHECK(refusal(good) == "");

    auto package = good;
    package.encoder.erase("dense.bias");
    DOCTEST_CHECK(contains(refusal(package), "encoder.safetensors: lacks the tensor dense.bias"));

    package = good;
    package.chords["tag.bias"] = at::zeros({ 169 });
    DOCTEST_CHECK(contains(refusal(package), "chords.safetensors: tag.bias is 169, expected 170"));

    package = good;
    package.encoder["mid_1.bias"] = package.encoder["mid_1.bias"].clone();
    package.encoder["mid_1.bias"][63] = std::numeric_limits<float>::quiet_NaN();
    DOCTEST_CHECK(contains(refusal(package), "mid_1.bias holds values that are not finite"));

    package = good;
    package.head["regression_branch.2.bias"]
        = at::full({ 2 }, -std::numeric_limits<float>::infinity());
    DOCTEST_CHECK(contains(refusal(package), "regression_branch.2.bias holds values"));

    package = good;
    package.chords["bn_1.moving_variance"] = at::full({ 2 }, -1.0);
    DOCTEST_CHECK(contains(refusal(package), "bn_1.moving_variance holds a variance below zero"));

    package = good;
    package.chords["conv_1.bias"] = at::zeros({ 1 }, at::kLong);
    DOCTEST_CHECK(contains(refusal(package), "conv_1.bias does not hold floating-point"));

    package = good;
    package.head = test::generatedHead(kStarterDimension - 1);
    DOCTEST_CHECK(contains(refusal(package), "embeddings of 952 values, the encoder gives 953"));

    package = good;
    package.head.erase("input_proj.0.bias");
    DOCTEST_CHECK(contains(refusal(package), "head.safetensors: the emotion head lacks"));

    package = good;
    package.head["embedding_mean"] = at::zeros({ kStarterDimension });
    package.head["embedding_scale"] = at::zeros({ kStarterDimension });
    DOCTEST_CHECK(contains(refusal(package), "embedding_scale is not above zero"));
}

DOCTEST_TEST_CASE("half precision weights are read as float32")
{
    auto package = starterPackage();
    package.head["input_proj.0.weight"] = package.head["input_proj.0.weight"].to(at::kHalf);
    const TemporaryFolder folder;
    writeModelPackage(folder / "model", package);
    const auto read = readModelPackage(folder / "model").head.at("input_proj.0.weight");
    DOCTEST_CHECK(read.is_floating_point());
    DOCTEST_CHECK(read.element_size() == 4);
    DOCTEST_CHECK(at::equal(read, package.head["input_proj.0.weight"].to(at::kFloat)));
}

DOCTEST_TEST_CASE("missing and damaged files are refused")
{
    for (const char* name :
        { "card.json", "encoder.safetensors", "chords.safetensors", "head.safetensors" }) {
        const TemporaryFolder folder;
        writeModelPackage(folder / "model", starterPackage());
        const auto path = folder / "model" / name;
        const auto bytes = test::readBytes(path);
        test::writeBytes(path, bytes.substr(0, bytes.size() / 2));
        DOCTEST_CHECK_THROWS_AS(readModelPackage(folder / "model"), ModelError);
        std::filesystem::remove(path);
        DOCTEST_CHECK_THROWS_AS(readModelPackage(folder / "model"), ModelError);
    }
}

DOCTEST_TEST_CASE("a hostile card is refused before it costs anything")
{
    const TemporaryFolder folder;
    writeModelPackage(folder / "model", starterPackage());
    const auto path = folder / "model" / "card.json";
    const auto refused = [&](const std::string& text, const char* reason) {
        test::writeBytes(path, text);
        std::string message;
        try {
            readModelPackage(folder / "model");
        } catch (const ModelError& error) {
            message = error.what();
        }
        DOCTEST_CHECK_MESSAGE(contains(message, reason), message);
    };
    refused(std::string(500'000, '['), "nested too deeply");
    refused(R"({"format": 1, "format": 1})", "\"format\" twice");
    refused(std::string(2'000'000, ' '), "larger than 1 MB");
    refused("{\"format\": 1, \"name\": \"\xff\"}", "cannot be read");
    refused("[]", "not a JSON object");
}

DOCTEST_TEST_CASE("impossible card fields are refused by name")
{
    DOCTEST_CHECK(refusalOfCard([](Json&) {}) == "");
    const auto refused = [](const char* field, const std::function<void(Json&)>& change) {
        const auto message = refusalOfCard(change);
        DOCTEST_CHECK_MESSAGE(contains(message, std::string("model card: ") + field), message);
    };
    refused("format", [](Json& card) { card["format"] = 2; });
    refused("name", [](Json& card) { card["name"] = "../x"; });
    refused("name", [](Json& card) { card["name"] = ".hidden"; });
    refused("name", [](Json& card) { card["name"] = std::string(65, 'a'); });
    refused("encoder", [](Json& card) { card.erase("encoder"); });
    refused("encoder.kind", [](Json& card) { card["encoder"]["kind"] = "vggish"; });
    refused("encoder.config", [](Json& card) { card["encoder"]["kind"] = "mert"; });
    refused("chords.mean", [](Json& card) { card["chords"]["kind"] = "btc"; });
    refused("chords.std", [](Json& card) {
        card["chords"] = { { "kind", "btc" }, { "mean", 1.0 }, { "std", 0.0 } };
    });
    refused("loudness_lufs", [](Json& card) { card["loudness_lufs"] = "loud"; });
    refused("loudness_lufs", [](Json& card) { card["loudness_lufs"] = 1.0; });
    refused("interval_90.track.valence",
        [](Json& card) { card["interval_90"]["track"]["valence"] = 0; });
    refused("interval_90.window", [](Json& card) { card["interval_90"].erase("window"); });
}

DOCTEST_TEST_CASE("the tables of shapes hold the published number of values")
{
    const auto count = [](const ShapeMap& shapes) {
        std::int64_t values = 0;
        for (const auto& [name, shape] : shapes)
            values += c10::multiply_integers(shape);
        return std::pair(shapes.size(), values);
    };
    DOCTEST_CHECK(count(musiCnnShapes()) == std::pair<std::size_t, std::int64_t>(64, 792'079));
    DOCTEST_CHECK(count(cremaShapes()) == std::pair<std::size_t, std::int64_t>(44, 528'139));
    DOCTEST_CHECK(count(btcShapes()) == std::pair<std::size_t, std::int64_t>(213, 2'937'514));
    MertConfig whole;
    whole.usedLayers = { 11 };
    DOCTEST_CHECK(count(mertShapes(whole, {}))
        == std::pair<std::size_t, std::int64_t>(210, 94'371'712 - 768));
    DOCTEST_CHECK(count(mertShapes({}, {})).first == 210 - 5 * 16);
}

DOCTEST_TEST_CASE(
    "an adapter is read into the encoder's weights, if it is the one the card tells of")
{
    const TemporaryFolder folder;
    const test::SmallMusic2Emo published;
    importMusic2Emo(published.write(folder.path(), "tiny"), folder / "tiny");
    const auto plain = readModelPackage(folder / "tiny");
    const MertConfig& config = plain.card.mert;
    WeightMap adapter;
    for (const auto& [name, shape] : adapterShapes(config, 2))
        adapter[name] = test::generatedWeight(name, shape);
    const auto readWith = [&](const Json& described) {
        auto card = plain.card.json;
        card["adapter"] = described;
        test::writeBytes(folder / "tiny/card.json", card.dump());
        return readModelPackage(folder / "tiny");
    };
    DOCTEST_CHECK_THROWS_AS(readWith({ { "rank", 2 }, { "alpha", 4.0 } }), ModelError); // no file
    writeSafetensors(folder / "tiny/adapter.safetensors", { adapter, {} });
    const auto adapted = readWith({ { "rank", 2 }, { "alpha", 4.0 } });
    DOCTEST_CHECK(areEqual(
        adapted.encoder, withAdapter(plain.encoder, adapter, config, { .rank = 2, .alpha = 4.0 })));
    DOCTEST_CHECK(!areEqual(adapted.encoder, plain.encoder));
    for (const Json& wrong : { Json { { "rank", 3 }, { "alpha", 4.0 } },
             Json { { "rank", 2.5 }, { "alpha", 4.0 } }, Json { { "rank", 2 } }, Json(2) })
        DOCTEST_CHECK_THROWS_AS(readWith(wrong), ModelError);
    auto starter = starterCard();
    starter["adapter"] = { { "rank", 2 }, { "alpha", 4.0 } };
    DOCTEST_CHECK_THROWS_AS(parseModelCard(starter), ModelError);
}
