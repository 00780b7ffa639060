#pragma once

#include "core/base/result.h"
#include "core/ml/annotator.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace circumplex {

/// One model made ready on every device that shall work. Workers share the devices evenly; on a GPU
/// the windows of their tracks meet in batches. A device that has too little memory even for a
/// single window is replaced by the CPU, with a notice.
///
/// Any thread may call anything.
class DeviceSet {
public:
    using Notice = std::function<void(const std::string&)>; ///< English sentences, on any thread

    /// @param package  folder of a model package
    /// @param devices  of computeDevices(), at least one
    /// @throws ModelError
    DeviceSet(std::filesystem::path package, const std::vector<std::string>& devices,
        DataType dtype, Notice notice);

    /// A model on its device.
    struct Place {
        std::shared_ptr<const Annotator> annotator;
        std::string device;
        DataType dtype = DataType::Float32;
    };
    Place forWorker(int worker);

    /// The device of `place` ran out of memory: later workers get the CPU.
    /// @returns where to go on
    /// @throws ModelError, DeviceOutOfMemory  the place is the CPU already
    Place afterLackOfMemory(const Place& place);

    /// "cpu", or "cuda:0, cuda:1": those that work now.
    std::string names() const;

    const ModelCard& card() const { return m_card.annotator->card(); }

private:
    Place onCpu();

    std::filesystem::path m_package;
    Notice m_notice;
    mutable std::mutex m_mutex;
    std::vector<Place> m_places;
    Place m_card; ///< the first place, kept for its card
};

} // namespace circumplex
