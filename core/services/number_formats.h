#pragma once

#include "core/base/result.h"
#include "core/types/data_type.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// How one model did in one number format on one device, measured on a few tracks.
struct FormatMeasurement {
    DataType dtype = DataType::Float32;
    double seconds = 0.0; ///< for all of the tracks
    double emotionDifference = 0.0; ///< largest one of valence or arousal from float32, 1..9 scale
    double tagDifference = 0.0; ///< largest one of a tag's probability from float32

    /// Whether the format may stand in for float32 unasked: at most 0.02 on the 1..9 scale and 0.01
    /// of probability away from it.
    bool isNearEnough() const { return emotionDifference <= 0.02 && tagDifference <= 0.01; }
};

/// The fastest format near enough to float32; float32 if there is none.
DataType fastestNearFormat(const std::vector<FormatMeasurement>& measurements);

/// What was measured on this machine, in a JSON file of the user's.
class NumberFormats {
public:
    explicit NumberFormats(QString file);

    /// nullopt: not measured
    std::optional<std::vector<FormatMeasurement>> find(
        const std::string& modelHash, const std::string& device) const;

    /// Replaces what was known of this model on this device.
    /// @returns FileUnwritable
    Result<void> store(const std::string& modelHash, const std::string& device,
        const std::vector<FormatMeasurement>& measurements);

private:
    QString m_file;
};

} // namespace circumplex
