#include "core/engine/device_set.h"

#include "core/ml/compute_device.h"
#include "core/ml/model_error.h"

#include <algorithm>
#include <utility>

namespace circumplex {

namespace {

constexpr std::size_t kLargestBatch = 16; ///< windows; halved where memory does not allow it

bool isCpu(const std::string& device)
{
    return device == "cpu";
}

} // namespace

DeviceSet::DeviceSet(std::filesystem::path package, const std::vector<std::string>& devices,
    DataType dtype, Notice notice)
    : m_package(std::move(package))
    , m_notice(std::move(notice))
{
    for (const std::string& device : devices) {
        WindowBatching batching;
        if (!isCpu(device)) batching = { kLargestBatch, m_notice };
        m_places.push_back(
            { std::make_shared<const Annotator>(m_package, device, dtype, std::move(batching)),
                device, dtype });
    }
    m_card = m_places.front();
}

DeviceSet::Place DeviceSet::forWorker(int worker)
{
    const std::scoped_lock lock(m_mutex);
    return m_places[static_cast<std::size_t>(worker) % m_places.size()];
}

DeviceSet::Place DeviceSet::afterLackOfMemory(const Place& place)
{
    if (isCpu(place.device)) throw DeviceOutOfMemory();
    const std::scoped_lock lock(m_mutex);
    const auto failed = std::ranges::find(m_places, place.device, &Place::device);
    const auto cpu = std::ranges::find(m_places, std::string("cpu"), &Place::device);
    if (failed == m_places.end()) return cpu != m_places.end() ? *cpu : onCpu();
    m_notice(deviceTitle(place.device) + " (" + place.device
        + ") has too little memory for this model; going on with the CPU.");
    if (cpu != m_places.end()) {
        const Place next = *cpu;
        m_places.erase(failed);
        return next;
    }
    *failed = onCpu();
    return *failed;
}

DeviceSet::Place DeviceSet::onCpu()
{
    // The CPU's own fast formats are not verified for this model by a GPU's measurement.
    return { std::make_shared<const Annotator>(m_package, "cpu", DataType::Float32), "cpu",
        DataType::Float32 };
}

std::string DeviceSet::names() const
{
    const std::scoped_lock lock(m_mutex);
    std::string names;
    for (const Place& place : m_places)
        names += (names.empty() ? "" : ", ") + place.device;
    return names;
}

} // namespace circumplex
