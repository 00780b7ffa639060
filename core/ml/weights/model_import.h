#pragma once

#include <filesystem>
#include <string>

namespace circumplex {

/// The published files that a Music2Emo model (Kang and Herremans 2025) is put together from.
struct Music2EmoFiles {
    std::string name; ///< of the new model
    std::filesystem::path mert; ///< pytorch_model.bin, a safetensors file, or a folder with one of
                                ///< them, and optionally config.json and preprocessor_config.json
                                ///< beside it
    std::filesystem::path music2emo; ///< Lightning checkpoint, multitask or single task
    std::filesystem::path btc; ///< BTC's large vocabulary checkpoint
};

/// The weight file that `mert` means: itself, or the one in that folder.
/// @throws ModelError  the folder has none
std::filesystem::path mertWeightFile(const std::filesystem::path& mert);

/// Checks names, shapes and values of all three files, drops what the program does not need, and
/// writes the model package `folder` (see model_package.h). Its card has no `files`, and `sources`
/// without sizes and hashes. This header is free of LibTorch.
/// @throws ModelError  naming the file, the tensor and the reason
void importMusic2Emo(const Music2EmoFiles& files, const std::filesystem::path& folder);

} // namespace circumplex
