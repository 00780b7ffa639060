#pragma once

#include "core/ml/weights/weight_file.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace circumplex {

/// Where an interrupted training can go on from. One safetensors file, replaced whole or not at
/// all, so that a kill in any moment leaves the last one or the one before.
class TrainingCheckpoint {
public:
    struct State {
        WeightMap tensors;
        nlohmann::json numbers;
    };

    /// @param file         empty: nothing is kept
    /// @param fingerprint  of all that the training depends on; a file of another one is no
    ///   checkpoint of this
    /// @param every        at most so often is it written, and for the first time as soon as
    ///   an epoch is over
    /// @param notice       an English sentence, once, when it cannot be written: the training
    ///   itself goes on
    TrainingCheckpoint(std::filesystem::path file, std::string fingerprint,
        std::chrono::duration<double> every, std::function<void(const std::string&)> notice);

    /// nullopt: there is none, or it is of another training, or damaged.
    std::optional<State> read() const;

    bool isDue(bool hasEpoch) const
    {
        const bool isFirst = hasEpoch && !m_hasWritten;
        return !m_file.empty() && (isFirst || Clock::now() >= m_writtenAt + m_every);
    }

    void write(State state);

private:
    using Clock = std::chrono::steady_clock;

    std::filesystem::path m_file;
    std::string m_fingerprint;
    std::chrono::duration<double> m_every;
    std::function<void(const std::string&)> m_notice;
    Clock::time_point m_writtenAt = Clock::now();
    bool m_hasWritten = false;
    bool m_hasComplained = false;
};

/// Collects bytes into a short name for them (FNV-1a, 64 bits, hexadecimal).
class Fingerprint {
public:
    Fingerprint& add(const void* data, std::size_t size);
    Fingerprint& add(const std::string& text) { return add(text.data(), text.size()); }
    template <class Value> Fingerprint& add(const std::vector<Value>& values)
    {
        return add(values.data(), values.size() * sizeof(Value));
    }
    std::string text() const;

private:
    std::uint64_t m_hash = 14695981039346656037ULL;
};

} // namespace circumplex
