#pragma once

#include "core/services/midi_parser.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

class QSocketNotifier;

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
    ~MidiReader() override;

    /// Those that may be read, in order of their cards.
    /// @param root  in which dev/snd and proc/asound lie
    static std::vector<MidiDevice> devices(const std::filesystem::path& root = "/");

    /// false also while another program reads the device.
    bool isOpen() const { return m_file >= 0; }

Q_SIGNALS:
    /// Of moves that came together, only where each control is at last.
    void moved(const MidiMove& move);
    void unplugged();

private:
    void read();
    void close();

    int m_file = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    MidiParser m_parser;
};

} // namespace circumplex
