// Writes the three files that Music2Emo is published as, in their formats and full size, filled
// with the golden files' generated weights:
//
//   make_golden_model FOLDER
//
//   FOLDER/mert/pytorch_model.bin and config.json, FOLDER/J_all.ckpt,
//   FOLDER/btc_model_large_voca.pt
//
// BTC's features are neither shifted nor scaled (mean 0, standard deviation 1), as in
// golden_btc.json, whose features count as normalised.
#include "core/ml/encoders/mert_config.h"
#include "tests/support/checkpoint_writer.h"
#include "tests/support/golden_weights.h"
#include "tests/support/temporary_folder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>

namespace {

using namespace circumplex::test;

void writeGoldenModel(const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder / "mert");
    {
        CheckpointWriter writer(CheckpointWriter::Format::Archive);
        const auto state = writer.stateDict(goldenMert());
        writeBytes(folder / "mert" / "pytorch_model.bin", writer.file(state));
    }
    writeBytes(folder / "mert" / "config.json", circumplex::mertConfigJson({}).dump(2));

    CheckpointWriter head(CheckpointWriter::Format::Archive);
    const auto state = head.stateDict(goldenHead(), "model.");
    writeBytes(folder / "J_all.ckpt",
        head.file(pickle::dict({ { "epoch", pickle::integer(7) },
            { "pytorch-lightning_version", pickle::text("2.4.0") }, { "state_dict", state },
            { "callbacks", pickle::dict({ { "EarlyStopping", pickle::dict({}) } }) },
            { "optimizer_states", pickle::list({}) } })));

    CheckpointWriter btc(CheckpointWriter::Format::OldStream);
    const auto model = btc.stateDict(goldenBtc());
    writeBytes(folder / "btc_model_large_voca.pt",
        btc.file(pickle::dict({ { "mean", pickle::number(0.0) },
            { "std", pickle::numpyScalar(1.0) }, { "model", model } })));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: make_golden_model FOLDER\n";
        return 2;
    }
    writeGoldenModel(argv[1]);
    return 0;
}
