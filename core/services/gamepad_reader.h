#pragma once

#include "core/services/device_file.h"

#include <QObject>

#include <filesystem>
#include <optional>
#include <vector>

namespace circumplex {

/// A game pad or joystick, read as the kernel's joystick interface gives it (linux/joystick.h):
/// events of eight bytes. The first two axes are a stick.
class GamepadReader : public QObject {
    Q_OBJECT

public:
    /// @param device  "/dev/input/js0", or anything that gives such events
    explicit GamepadReader(const std::filesystem::path& device, QObject* parent = nullptr);

    /// The first that can be read.
    /// @param root  in which dev/input lies
    static std::optional<std::filesystem::path> firstDevice(
        const std::filesystem::path& root = "/");

    bool isOpen() const { return m_file.isOpen(); }

Q_SIGNALS:
    /// @param right, up  -1..1; a stick at rest is at exactly 0, 0
    void moved(double right, double up);
    void buttonPressed(int button); ///< from 0
    void unplugged();

private:
    void read(const QByteArray& bytes);

    DeviceFile m_file;
    std::vector<char> m_rest; ///< of an event that has not come whole
    double m_right = 0.0, m_up = 0.0;
};

} // namespace circumplex
