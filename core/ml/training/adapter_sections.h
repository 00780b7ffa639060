#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace circumplex {

class SectionStore;

/// Short pieces of labelled tracks that an adapter learns from, as MERT's unchanging part hears
/// them: what comes before the first transformer layer is computed once and kept in half precision,
/// beyond 128 MB in an unnamed temporary file. A piece of ten seconds of MERT-v1-95M takes 1.2 MB.
///
/// One thread at a time.
class AdapterSections {
public:
    static constexpr double kSeconds = 10.0; ///< of sound at most; more is left out
    static constexpr std::int64_t kNoRow = -1;

    /// @param package  folder of the base model
    /// @throws ModelError  it cannot be read, its encoder has no transformer layers, or has an
    ///   adapter already
    AdapterSections(const std::filesystem::path& package, const std::string& device);
    ~AdapterSections();

    int sampleRateHz() const;
    std::optional<double> loudnessLufs() const; ///< that tracks are brought to first

    /// @param track  as the training pack numbers it
    /// @param row    of the pack whose window this is; kNoRow: of none
    /// @param mono   at sampleRateHz()
    /// @throws TrackTooShort, DeviceOutOfMemory, std::system_error (no room for the file)
    void add(std::int64_t track, std::int64_t row, std::span<const float> mono);

    std::size_t count() const;
    std::string fingerprint() const; ///< of all that was added

    const SectionStore& store() const { return *m_store; }

private:
    std::unique_ptr<SectionStore> m_store;
};

/// What a base asks of an adapter before anything is heard.
struct AdapterNeeds {
    std::size_t bytesPerSection = 0;
    double secondsToHear = 0.0; ///< one section, measured
    double secondsPerStep = 0.0; ///< of learning from one section, measured
    double secondsPerGlance = 0.0; ///< of hearing one with an adapter, measured
};

/// @param rank  of the adapter
/// @throws as AdapterSections, and ModelError if the rank does not suit the base
AdapterNeeds measureAdapter(
    const std::filesystem::path& package, const std::string& device, int rank);

} // namespace circumplex
