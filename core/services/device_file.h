#pragma once

#include <QByteArray>
#include <QObject>

#include <filesystem>
#include <memory>

class QSocketNotifier;

namespace circumplex {

/// A file of the kernel's that gives bytes as somebody moves something: a game pad, MIDI faders.
class DeviceFile : public QObject {
    Q_OBJECT

public:
    explicit DeviceFile(const std::filesystem::path& path, QObject* parent = nullptr);
    ~DeviceFile() override;

    /// false also where another program has it for itself.
    bool isOpen() const { return m_file >= 0; }

Q_SIGNALS:
    void arrived(const QByteArray& bytes);
    void unplugged();

private:
    void read();
    void close();

    int m_file = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace circumplex
