#include "core/ml/training/training_checkpoint.h"

#include "core/ml/model_error.h"
#include "core/ml/weights/safetensors_file.h"

#include <system_error>

namespace circumplex {

namespace {

constexpr const char* kFormat = "circumplex-training-checkpoint-1";

} // namespace

TrainingCheckpoint::TrainingCheckpoint(std::filesystem::path file, std::string fingerprint,
    std::chrono::duration<double> every, std::function<void(const std::string&)> notice)
    : m_file(std::move(file))
    , m_fingerprint(std::move(fingerprint))
    , m_every(every)
    , m_notice(std::move(notice))
{
}

std::optional<TrainingCheckpoint::State> TrainingCheckpoint::read() const
{
    std::error_code ignored;
    if (m_file.empty() || !std::filesystem::exists(m_file, ignored)) return std::nullopt;
    try {
        WeightFile file = readSafetensors(m_file);
        const auto text = [&](const char* name) { return file.metadata[name]; };
        if (text("format") != kFormat || text("fingerprint") != m_fingerprint) return std::nullopt;
        auto numbers = nlohmann::json::parse(text("numbers"), nullptr, /*allow_exceptions=*/false);
        if (!numbers.is_object()) return std::nullopt;
        return State { std::move(file.tensors), std::move(numbers) };
    } catch (const ModelError&) {
        return std::nullopt;
    }
}

void TrainingCheckpoint::write(State state)
{
    m_writtenAt = Clock::now();
    m_hasWritten = true;
    if (m_file.empty()) return;
    try {
        writeSafetensors(m_file,
            { std::move(state.tensors),
                { { "format", kFormat }, { "fingerprint", m_fingerprint },
                    { "numbers", state.numbers.dump() } } });
    } catch (const ModelError& error) {
        if (!std::exchange(m_hasComplained, true) && m_notice)
            m_notice(
                std::string("The training goes on, but could not go on after an interruption: ")
                + error.what() + '.');
    }
}

Fingerprint& Fingerprint::add(const void* data, std::size_t size)
{
    const auto* bytes = static_cast<const unsigned char*>(data);
    for (std::size_t i = 0; i < size; ++i)
        m_hash = (m_hash ^ bytes[i]) * 1099511628211ULL;
    for (std::size_t shift = 0; shift < 64; shift += 8) // where one part ends and the next begins
        m_hash = (m_hash ^ ((size >> shift) & 0xFF)) * 1099511628211ULL;
    return *this;
}

std::string Fingerprint::text() const
{
    constexpr const char* digits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4)
        text += digits[(m_hash >> shift) & 0xF];
    return text;
}

} // namespace circumplex
