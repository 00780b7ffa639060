#pragma once

#include "core/ml/encoders/adaptable_mert.h"
#include "core/ml/encoders/mert_network.h"
#include "core/ml/frame_spool.h"
#include "core/ml/training/training_checkpoint.h"

#include <optional>
#include <span>
#include <vector>

namespace circumplex {

/// What is behind AdapterSections.
class SectionStore {
public:
    SectionStore(const std::filesystem::path& package, const std::string& device);

    struct Section {
        std::int64_t track = 0, row = 0;
        std::int64_t frames = 0;
        at::Tensor base; ///< [dimension], its embedding without an adapter, on the device
    };

    void add(std::int64_t track, std::int64_t row, std::span<const float> mono);

    const std::vector<Section>& sections() const { return m_sections; }
    const AdaptableMert& mert() const { return m_mert; }
    const at::Device& device() const { return m_device; }
    std::optional<double> loudnessLufs() const { return m_loudnessLufs; }
    std::int64_t mostFrames() const { return m_mostFrames; }
    std::string fingerprint() const { return m_fingerprint.text(); }

    /// @param indices  of sections with equally many frames
    /// @return [section, frame, hidden], float32, on the device
    at::Tensor firstStates(std::span<const int> indices) const;

private:
    struct Base;
    SectionStore(Base base, const std::string& device);

    at::Device m_device;
    std::optional<double> m_loudnessLufs;
    MertNetwork m_hearing; ///< of its layers only the first, which is not used
    AdaptableMert m_mert;
    std::int64_t m_mostFrames;
    FrameSpool m_states; ///< [section], half precision, two values in each float
    std::vector<Section> m_sections;
    Fingerprint m_fingerprint;
};

} // namespace circumplex
