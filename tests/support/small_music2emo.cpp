#include "tests/support/small_music2emo.h"

#include "core/ml/weights/tensor_shapes.h"
#include "tests/support/checkpoint_writer.h"
#include "tests/support/generator.h"
#include "tests/support/golden_weights.h"
#include "tests/support/temporary_folder.h"

#include <nlohmann/json.hpp>

namespace circumplex::test {

namespace {

MertConfig smallConfig()
{
    MertConfig config = narrowMert();
    config.convChannels = { 4, 4 };
    config.convKernels = { 10, 3 };
    config.convStrides = { 5, 2 };
    return config;
}

} // namespace

MertConfig narrowMert()
{
    MertConfig config;
    config.hiddenSize = 8;
    config.layerCount = 8; // one more than is needed
    config.headCount = 2;
    config.intermediateSize = 12;
    config.convChannels.assign(config.convChannels.size(), 4);
    config.positionalKernel = 4;
    config.positionalGroups = 2;
    return config;
}

SmallMusic2Emo::SmallMusic2Emo()
    : SmallMusic2Emo(smallConfig())
{
}

SmallMusic2Emo::SmallMusic2Emo(const MertConfig& wanted)
    : config(wanted)
    , btc(goldenBtc())
    , head(generatedHead(config.embeddingDimension()))
{
    auto whole = config;
    whole.usedLayers = { config.layerCount - 1 };
    for (const auto& [name, shape] : mertShapes(whole, {}))
        mert.emplace(name, generatedWeight(name, shape));
    mert.emplace("masked_spec_embed", generatedWeight("masked_spec_embed", { config.hiddenSize }));
}

Music2EmoFiles SmallMusic2Emo::write(
    const std::filesystem::path& folder, const std::string& name) const
{
    using Format = CheckpointWriter::Format;
    const Music2EmoFiles files { .name = name,
        .mert = folder / "mert",
        .music2emo = folder / "J_all.ckpt",
        .btc = folder / "btc_model_large_voca.pt" };
    std::filesystem::create_directories(files.mert);
    CheckpointWriter mertWriter(Format::Archive);
    const auto mertState = mertWriter.stateDict(mert);
    writeBytes(files.mert / "pytorch_model.bin", mertWriter.file(mertState));
    auto json = mertConfigJson(config);
    for (const char* ours : { "used_layers", "do_normalize" })
        json.erase(ours); // not in the published file
    writeBytes(files.mert / "config.json", json.dump());

    CheckpointWriter headWriter(Format::Archive);
    const auto headState = headWriter.stateDict(head, "model.");
    writeBytes(files.music2emo,
        headWriter.file(
            pickle::dict({ { "epoch", pickle::integer(7) }, { "state_dict", headState } })));

    CheckpointWriter btcWriter(Format::OldStream);
    const auto btcState = btcWriter.stateDict(btc);
    writeBytes(files.btc,
        btcWriter.file(pickle::dict({ { "mean", pickle::number(btcMean) },
            { "std", pickle::numpyScalar(btcStd) }, { "model", btcState } })));
    return files;
}

} // namespace circumplex::test
