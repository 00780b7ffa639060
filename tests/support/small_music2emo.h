#pragma once

#include "core/ml/encoders/mert_config.h"
#include "core/ml/weights/model_import.h"
#include "core/ml/weights/weight_file.h"

#include <filesystem>
#include <string>

namespace circumplex::test {

/// A MERT of a few values whose frames lie as the published one's do, 75 a second.
MertConfig narrowMert();

/// The files that Music2Emo is published as, of generated weights and with a MERT of a few values,
/// so that importing them takes no time. Change what a test is about, then write().
struct SmallMusic2Emo {
    SmallMusic2Emo();
    explicit SmallMusic2Emo(const MertConfig& config);

    MertConfig config;
    WeightMap mert, btc, head; ///< with the tensors that an import leaves out
    double btcMean = -3.25, btcStd = 2.5;

    /// FOLDER/mert/pytorch_model.bin and config.json, FOLDER/J_all.ckpt,
    /// FOLDER/btc_model_large_voca.pt
    Music2EmoFiles write(const std::filesystem::path& folder, const std::string& name) const;
};

} // namespace circumplex::test
