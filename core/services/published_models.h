#pragma once

#include <array>
#include <cstdint>

namespace circumplex {

/// A file as its authors publish it. Nothing of it comes with this program.
struct PublishedFile {
    const char* key; ///< "mert", "music2emo", "btc": as the command line calls it
    const char* title;
    const char* name; ///< of the file
    const char* address; ///< at its authors
    std::int64_t bytes;
    const char* sha256; ///< 64 lower-case hex digits
    const char* licence; ///< as its authors name it
    const char* licenceAddress;
};

/// The three files of a Music2Emo model (Kang and Herremans 2025). Sizes and hashes are those that
/// several projects which ship or check these files agree on.
inline constexpr std::array<PublishedFile, 3> kMusic2EmoFiles { {
    { "mert", "MERT-v1-95M", "pytorch_model.bin",
        "https://huggingface.co/m-a-p/MERT-v1-95M/resolve/main/pytorch_model.bin", 377'552'987,
        "a2b8b747f72c06e0595aeae41ae5473f4364938c6b39b2c58be38c48e6bd3fcd", "CC BY-NC 4.0",
        "https://creativecommons.org/licenses/by-nc/4.0/legalcode" },
    { "music2emo", "Music2Emo", "J_all.ckpt",
        "https://github.com/AMAAI-Lab/Music2Emotion/raw/main/saved_models/J_all.ckpt", 12'958'092,
        "deaceb291f7974deb688167d3639b7f6eb66eb0715824668618393777d1e07a5", "MIT",
        "https://github.com/AMAAI-Lab/Music2Emotion/blob/main/LICENSE" },
    { "btc", "BTC", "btc_model_large_voca.pt",
        "https://github.com/jayg996/BTC-ISMIR19/raw/master/test/btc_model_large_voca.pt",
        12'229'576, "1673d23f8f9a55ae7f9e8b80a51da616debb22675b8d8b67ea6ce0ef37b0ab51", "MIT",
        "https://github.com/jayg996/BTC-ISMIR19/blob/master/LICENSE" },
} };

} // namespace circumplex
