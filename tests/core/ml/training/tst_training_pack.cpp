#include "core/ml/model_error.h"
#include "core/ml/training/training_pack.h"
#include "core/ml/weights/safetensors_file.h"
#include "tests/support/synthetic_pack.h"
#include "tests/support/temporary_folder.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <set>

using namespace circumplex;

DOCTEST_TEST_CASE("a pack comes back as it was written, embeddings in half precision")
{
    const test::TemporaryFolder folder;
    const auto written = test::syntheticPack(9, 5);
    writeTrainingPack(folder / "pack.safetensors", written);
    const auto read = readTrainingPack(folder / "pack.safetensors");
    DOCTEST_CHECK(read.size() == 27);
    DOCTEST_CHECK(read.dimension == written.dimension);
    DOCTEST_CHECK(read.encoder == written.encoder);
    DOCTEST_CHECK(read.setNames == written.setNames);
    DOCTEST_CHECK(read.root == written.root);
    DOCTEST_CHECK(read.quality == written.quality);
    DOCTEST_CHECK(read.key == written.key);
    DOCTEST_CHECK(read.whole == written.whole);
    DOCTEST_CHECK(read.emotion == written.emotion);
    DOCTEST_CHECK(read.emotionWeight == written.emotionWeight);
    DOCTEST_CHECK(read.tags == written.tags);
    DOCTEST_CHECK(read.tagWeight == written.tagWeight);
    DOCTEST_CHECK(read.track == written.track);
    DOCTEST_CHECK(read.group == written.group);
    DOCTEST_CHECK(read.set == written.set);
    DOCTEST_REQUIRE(read.embedding.size() == written.embedding.size());
    for (std::size_t i = 0; i < read.embedding.size(); ++i)
        DOCTEST_REQUIRE(std::abs(read.embedding[i] - written.embedding[i])
            <= std::abs(written.embedding[i]) / 2048); // half a step of float16
}

DOCTEST_TEST_CASE("embeddings that half precision cannot hold are written in full")
{
    const test::TemporaryFolder folder;
    auto written = test::syntheticPack(3, 5);
    written.embedding[0] = 1e6F;
    writeTrainingPack(folder / "pack.safetensors", written);
    DOCTEST_CHECK(readTrainingPack(folder / "pack.safetensors").embedding == written.embedding);
}

DOCTEST_TEST_CASE("a damaged pack is refused, naming what is wrong")
{
    struct Damage {
        const char* named;
        std::function<void(WeightFile&)> apply;
    };
    const std::initializer_list<Damage> damages {
        { "lacks tags", [](WeightFile& file) { file.tensors.erase("tags"); } },
        { "lacks key", [](WeightFile& file) { file.tensors.erase("key"); } },
        { "holds no examples",
            [](WeightFile& file) { file.tensors["key"] = at::empty({ 0 }, at::kByte); } },
        { "root of an unexpected shape",
            [](WeightFile& file) {
                file.tensors["root"] = at::zeros({ 27, 99 }, at::kByte);
            } },
        { "track of an unexpected type",
            [](WeightFile& file) { file.tensors["track"] = at::zeros({ 27 }); } },
        { "embedding of an unexpected shape",
            [](WeightFile& file) { file.tensors["embedding"] = at::zeros({ 27 }); } },
        { "embedding that are not numbers",
            [](WeightFile& file) {
                file.tensors["embedding"][3][1] = std::numeric_limits<float>::quiet_NaN();
            } },
        { "root that are out of range", [](WeightFile& file) { file.tensors["root"][0][0] = 14; } },
        { "quality that are out of range",
            [](WeightFile& file) {
                file.tensors["quality"] = at::full({ 27, 100 }, 256);
            } },
        { "key that are out of range", [](WeightFile& file) { file.tensors["key"][0] = 2; } },
        { "tags that are out of range",
            [](WeightFile& file) { file.tensors["tags"][0][0] = 1.5; } },
        { "tag_weight that are out of range",
            [](WeightFile& file) { file.tensors["tag_weight"][0][0] = -1; } },
        { "emotion that are out of range",
            [](WeightFile& file) { file.tensors["emotion"][0][0] = 0; } },
        { "set that are out of range", [](WeightFile& file) { file.tensors["set"][0] = 2; } },
        { "track in two groups", [](WeightFile& file) { file.tensors["group"][0] = 77; } },
        { "of another format", [](WeightFile& file) { file.metadata["format"] = "other"; } },
        { "lacks the metadata encoder", [](WeightFile& file) { file.metadata.erase("encoder"); } },
        { "not a list of names", [](WeightFile& file) { file.metadata["sets"] = "[1, 2"; } },
        { "not a list of names", [](WeightFile& file) { file.metadata["sets"] = "[1, 2]"; } },
    };
    const test::TemporaryFolder folder;
    writeTrainingPack(folder / "whole.safetensors", test::syntheticPack(9, 5));
    for (const auto& damage : damages) {
        auto file = readSafetensors(folder / "whole.safetensors");
        damage.apply(file);
        writeSafetensors(folder / "damaged.safetensors", file);
        std::string reason;
        try {
            readTrainingPack(folder / "damaged.safetensors");
        } catch (const ModelError& error) {
            reason = error.what();
        }
        DOCTEST_INFO(damage.named, " / ", reason);
        DOCTEST_CHECK(reason.find(damage.named) != std::string::npos);
        DOCTEST_CHECK(reason.find("damaged.safetensors") != std::string::npos);
    }
}

DOCTEST_TEST_CASE("an unlabelled example may hold any number as its label")
{
    const test::TemporaryFolder folder;
    auto pack = test::syntheticPack(3, 5);
    pack.emotion[0] = 0.0F;
    pack.emotionWeight[0] = 0.0F;
    writeTrainingPack(folder / "pack.safetensors", pack);
    DOCTEST_CHECK(readTrainingPack(folder / "pack.safetensors").emotion[0] == 0.0F);
}

DOCTEST_TEST_CASE("joined packs share sets by name and nothing else")
{
    const auto first = test::syntheticPack(6, 5);
    auto second = test::syntheticPack(9, 5);
    second.setNames = { "rated", "new" };
    const auto joined = joinTrainingPacks(std::vector { first, second });
    DOCTEST_CHECK(joined.size() == 45);
    DOCTEST_CHECK(joined.setNames == std::vector<std::string> { "sided", "rated", "new" });
    DOCTEST_CHECK(joined.setNames[static_cast<std::size_t>(joined.set[18])] == "rated");
    const std::set<std::int64_t> tracks(joined.track.begin(), joined.track.end());
    const std::set<std::int64_t> groups(joined.group.begin(), joined.group.end());
    DOCTEST_CHECK(tracks.size() == 15);
    DOCTEST_CHECK(groups.size() == 5);
    DOCTEST_CHECK(joined.embedding.size() == 45 * 5);

    second.encoder = "other";
    DOCTEST_CHECK_THROWS_AS(joinTrainingPacks(std::vector { first, second }), ModelError);
}
