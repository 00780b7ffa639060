#pragma once

#include "core/services/gamepad_reader.h"
#include "core/services/midi_reader.h"
#include "ui/label/label_page.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <filesystem>
#include <map>
#include <memory>
#include <vector>

namespace circumplex {

/// Lets a game pad, or the faders of a MIDI device, work the page: the whole sitting with the pad
/// alone, the plane and the line without ends with faders. Looks every second what is plugged in.
class HandControl : public QObject {
    Q_OBJECT

public:
    /// @param page  must outlive this object
    /// @param root  in which the devices lie
    explicit HandControl(
        LabelPage& page, std::filesystem::path root = "/", QObject* parent = nullptr);

    /// Opens what the page's plan asks for, closes the rest.
    void refresh();

Q_SIGNALS:
    void lost(); ///< the instrument was unplugged
    void found(); ///< it is there again

private:
    void openPad(bool isWanted);
    void openFaders(bool isWanted, const std::vector<MidiDevice>& devices);
    void noteLoss();
    void noteReturn();
    void moveStick(double right, double up);
    void driveRing();
    void press(int button);
    void pressWhileListening(int button);
    void pressWhileRating(int button);
    void moveFader(const MidiMove& move);

    LabelPage& m_page;
    std::filesystem::path m_root;
    std::unique_ptr<GamepadReader> m_pad;
    std::unique_ptr<MidiReader> m_faders;
    QString m_faderDevice; ///< that m_faders reads
    bool m_isLost = false;
    double m_right = 0.0, m_up = 0.0; ///< of the stick
    std::map<MidiControl, double> m_positions; ///< of faders that were moved, 0..1
    QElapsedTimer m_driven;
    QTimer m_lookTimer, m_driveTimer;
};

} // namespace circumplex
