#pragma once

#include "core/services/device_file.h"
#include "core/services/midi_parser.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <vector>

namespace circumplex {

/// Where a MIDI device is, and what its maker calls it.
struct MidiDevice {
    std::filesystem::path path {};
    QString name {};

    friend bool operator==(const MidiDevice&, const MidiDevice&) = default;
};

/// The faders and knobs of a MIDI device, read as the kernel gives them to whoever opens it
/// (/dev/snd/midiC*D*): MIDI bytes.
class MidiReader : public QObject {
    Q_OBJECT

public:
    /// @param device  one of devices(), or anything that gives MIDI bytes
    explicit MidiReader(const std::filesystem::path& device, QObject* parent = nullptr);

    /// Those that may be read, in order of their cards.
    /// @param root  in which dev/snd and proc/asound lie
    static std::vector<MidiDevice> devices(const std::filesystem::path& root = "/");

    /// false also while another program reads the device.
    bool isOpen() const { return m_file.isOpen(); }

Q_SIGNALS:
    /// Of moves that came together, only where each control is at last.
    void moved(const MidiMove& move);
    void unplugged();

private:
    void read(const QByteArray& bytes);

    DeviceFile m_file;
    MidiParser m_parser;
};

} // namespace circumplex
