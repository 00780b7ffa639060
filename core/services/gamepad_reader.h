#pragma once

#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

class QSocketNotifier;

namespace circumplex {

/// A game pad or joystick, read as the kernel's joystick interface gives it (linux/joystick.h):
/// events of eight bytes. The first two axes are a stick.
class GamepadReader : public QObject {
    Q_OBJECT

public:
    /// @param device  "/dev/input/js0", or anything that gives such events
    explicit GamepadReader(const std::filesystem::path& device, QObject* parent = nullptr);
    ~GamepadReader() override;

    /// The first that can be read.
    /// @param root  in which dev/input lies
    static std::optional<std::filesystem::path> firstDevice(
        const std::filesystem::path& root = "/");

    bool isOpen() const { return m_file >= 0; }

Q_SIGNALS:
    /// @param right, up  -1..1; a stick at rest is at exactly 0, 0
    void moved(double right, double up);
    void buttonPressed(int button); ///< from 0
    void unplugged();

private:
    void read();
    void close();

    int m_file = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::vector<char> m_rest; ///< of an event that has not come whole
    double m_right = 0.0, m_up = 0.0;
};

} // namespace circumplex
