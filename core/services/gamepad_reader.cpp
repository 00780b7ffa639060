#include "core/services/gamepad_reader.h"

#include <linux/joystick.h>
#include <unistd.h>

#include <cmath>
#include <cstring>

namespace circumplex {

namespace {

constexpr double kFull = 32767.0;
constexpr double kRest = 0.06; ///< sticks never come back to their exact middle
constexpr int kMostDevices = 8;

double deflection(std::int16_t value)
{
    const double share = std::max(-1.0, value / kFull);
    return std::abs(share) < kRest ? 0.0 : share;
}

} // namespace

GamepadReader::GamepadReader(const std::filesystem::path& device, QObject* parent)
    : QObject(parent)
    , m_file(device)
{
    connect(&m_file, &DeviceFile::arrived, this, &GamepadReader::read);
    connect(&m_file, &DeviceFile::unplugged, this, &GamepadReader::unplugged);
}

std::optional<std::filesystem::path> GamepadReader::firstDevice(const std::filesystem::path& root)
{
    for (int number = 0; number < kMostDevices; ++number) {
        const auto device = root / ("dev/input/js" + std::to_string(number));
        if (::access(device.c_str(), R_OK) == 0) return device;
    }
    return std::nullopt;
}

void GamepadReader::read(const QByteArray& bytes)
{
    m_rest.insert(m_rest.end(), bytes.begin(), bytes.end());
    bool hasMoved = false;
    std::size_t at = 0;
    for (; m_rest.size() - at >= sizeof(js_event); at += sizeof(js_event)) {
        js_event event;
        std::memcpy(&event, m_rest.data() + at, sizeof event);
        // At the beginning the kernel tells how things stand, as events marked so.
        const int type = event.type & ~JS_EVENT_INIT;
        if (type == JS_EVENT_AXIS && event.number < 2) {
            (event.number == 0 ? m_right : m_up)
                = event.number == 0 ? deflection(event.value) : -deflection(event.value);
            hasMoved = hasMoved || (event.type & JS_EVENT_INIT) == 0;
        } else if (event.type == JS_EVENT_BUTTON && event.value == 1) {
            Q_EMIT buttonPressed(event.number);
        }
    }
    m_rest.erase(m_rest.begin(), m_rest.begin() + static_cast<std::ptrdiff_t>(at));
    if (hasMoved) Q_EMIT moved(m_right, m_up);
}

} // namespace circumplex
