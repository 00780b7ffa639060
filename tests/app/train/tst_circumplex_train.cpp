#include "circumplex_version.h"
#include "core/ml/emotion/emotion_head.h"
#include "core/ml/training/training_pack.h"
#include "core/ml/weights/safetensors_file.h"
#include "tests/support/synthetic_pack.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <string>

using namespace circumplex;

namespace {

/// Runs circumplex-train in a folder of its own.
class TrainProgram {
public:
    std::filesystem::path file(const std::string& name) const { return m_folder / name; }

    /// @return the exit code
    int run(const std::string& arguments) const
    {
        const auto command = "cd '" + m_folder.path().string() + "' && '" CIRCUMPLEX_TRAIN "' "
            + arguments + " >stdout 2>stderr";
        const int status = std::system(command.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    std::string text(const std::string& name) const { return test::readBytes(file(name)); }

private:
    test::TemporaryFolder m_folder;
};

const std::string kPlan = " --folds 3 --batch-size 32 --learning-rate 0.01 --weight-decay 0.05 "
                          "--chord-gain 1 --hidden 24 --branch 16"
                          " --validation-parts 4 --sided-set sided --seed 4 ";

} // namespace

DOCTEST_TEST_CASE("a training from the command line beats the untrained head")
{
    const TrainProgram program;
    writeTrainingPack(program.file("pack.safetensors"), test::syntheticPack(72, 6));
    const auto train = [&](const std::string& name, const std::string& more) {
        const auto code = program.run("pack.safetensors --out " + name
            + ".safetensors --report=" + name + ".json" + kPlan + more);
        DOCTEST_INFO(program.text("stderr"));
        DOCTEST_REQUIRE(code == 0);
        return nlohmann::json::parse(program.text(name + ".json"));
    };
    const auto trained = train("trained", "--epochs 25");
    const auto untrained = train("untrained", "--epochs 0");
    const auto scores = [](const nlohmann::json& report, std::size_t set) {
        return report["sets"][set]["held_out"];
    };
    for (const char* name : { "valence_r2", "arousal_r2" })
        DOCTEST_CHECK(scores(trained, 1)[name]["mean"].get<double>()
            > scores(untrained, 1)[name]["mean"].get<double>() + 0.2);
    DOCTEST_CHECK(scores(trained, 0)["quadrant_accuracy"]["mean"].get<double>()
        > scores(untrained, 0)["quadrant_accuracy"]["mean"].get<double>());
    DOCTEST_CHECK(trained["interval_90"]["track"]["valence"].get<double>() > 0.0);
    DOCTEST_CHECK(trained["plan"]["seed"] == 4);
    const auto head = readSafetensors(program.file("trained.safetensors"));
    DOCTEST_CHECK(EmotionHead(head.tensors).embeddingDimension() == 6);
    DOCTEST_CHECK(head.metadata.at("encoder") == "synthetic");

    // two packs together, and the same command twice
    train("twice", "--epochs 2 pack.safetensors");
    const auto first = program.text("twice.safetensors");
    const auto report = train("twice", "--epochs 2 pack.safetensors");
    DOCTEST_CHECK(program.text("twice.safetensors") == first);
    DOCTEST_CHECK(report["sets"][1]["tracks"] == 72);
}

DOCTEST_TEST_CASE(
    "the published recipe trains on several sets, and a teacher changes what is learned")
{
    const TrainProgram program;
    writeTrainingPack(program.file("pack.safetensors"), test::syntheticPack(48, 6));
    const std::string recipe = "pack.safetensors --recipe published --hidden 16 --branch 8 "
                               "--batch-size 8 --learning-rate 0.003 --patience 5 --epochs 12 ";
    const auto train = [&](const std::string& more) {
        const auto code = program.run(recipe + more);
        DOCTEST_INFO(program.text("stderr"));
        DOCTEST_REQUIRE(code == 0);
    };
    train("--out alone.safetensors");
    DOCTEST_CHECK(program.text("stderr").find("final  epoch 2 ") != std::string::npos);
    DOCTEST_CHECK(
        EmotionHead(readSafetensors(program.file("alone.safetensors")).tensors).embeddingDimension()
        == 6);
    // any head with the task can teach
    train("--out taught.safetensors --teacher rated=alone.safetensors");
    DOCTEST_CHECK(program.text("taught.safetensors") != program.text("alone.safetensors"));
    train("--out again.safetensors");
    DOCTEST_CHECK(program.text("again.safetensors") == program.text("alone.safetensors"));
    DOCTEST_CHECK(program.run(recipe + "--out x --teacher absent=alone.safetensors") == 2);
    DOCTEST_CHECK(program.run("pack.safetensors --out x --teacher rated=alone.safetensors") == 2);
}

DOCTEST_TEST_CASE("exit codes tell wrong usage from what could not be done")
{
    const TrainProgram program;
    DOCTEST_CHECK(program.run("--version") == 0);
    DOCTEST_CHECK(program.text("stdout") == std::string("circumplex-train ") + kVersion + "\n");
    DOCTEST_CHECK(program.run("--help") == 0);
    DOCTEST_CHECK(program.text("stdout").find("--validation-parts") != std::string::npos);
    for (const char* wrong : { "", "pack.safetensors", "pack.safetensors --out head --epochs 3x",
             "pack.safetensors --out head --unknown 3", "pack.safetensors --out",
             "pack.safetensors --out head --folds 1",
             "pack.safetensors --out head --tag-targets x" })
        DOCTEST_CHECK(program.run(wrong) == 2);
    DOCTEST_CHECK(program.run("absent.safetensors --out head.safetensors") == 3);
    DOCTEST_CHECK(program.text("stderr").find("absent.safetensors") != std::string::npos);
    writeTrainingPack(program.file("small.safetensors"), test::syntheticPack(6, 3));
    DOCTEST_CHECK(program.run("small.safetensors --out head.safetensors") == 3);
    DOCTEST_CHECK_FALSE(std::filesystem::exists(program.file("head.safetensors")));
}
