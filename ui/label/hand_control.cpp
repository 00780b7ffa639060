#include "ui/label/hand_control.h"

#include "ui/label/fader_row.h"
#include "ui/label/listening_panel.h"
#include "ui/label/practice_panel.h"
#include "ui/label/rating_panel.h"
#include "ui/label/setup_panel.h"
#include "ui/label/summary_panel.h"
#include "ui/label/tag_picker.h"

#include <algorithm>

namespace circumplex {

namespace {

using Stage = LabelPage::Stage;
using Source = RatingPlane::Source;

constexpr int kLookMs = 1000;
constexpr int kDriveMs = 33;
constexpr double kPointsPerSecond = 4.0; ///< of a stick that is pushed to its end

double pointOf(double position)
{
    return 1.0 + 8.0 * position;
}

} // namespace

HandControl::HandControl(LabelPage& page, std::filesystem::path root, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_root(std::move(root))
{
    m_lookTimer.setInterval(kLookMs);
    connect(&m_lookTimer, &QTimer::timeout, this, &HandControl::refresh);
    m_driveTimer.setInterval(kDriveMs);
    connect(&m_driveTimer, &QTimer::timeout, this, &HandControl::driveRing);
    connect(&page, &LabelPage::shown, this, [this] {
        m_lookTimer.start();
        refresh();
    });
    connect(&page, &LabelPage::left, this, [this] {
        m_lookTimer.stop();
        m_driveTimer.stop();
    });
    connect(&page, &LabelPage::stageChanged, this, [this] {
        m_driveTimer.stop();
        refresh();
    });
}

void HandControl::refresh()
{
    const auto devices = MidiReader::devices(m_root);
    if (m_page.stage() == Stage::Setup) {
        QStringList names;
        for (const MidiDevice& device : devices)
            names << device.name;
        m_page.setup().setDevices(GamepadReader::firstDevice(m_root).has_value(), names);
    }
    const Source wanted = m_page.setup().plan().instrument;
    openPad(wanted == Source::Gamepad);
    openFaders(wanted == Source::Fader, devices);
    m_page.listening().setHasPad(m_pad != nullptr);
    m_page.rating().setHasPad(m_pad != nullptr);
}

void HandControl::openPad(bool isWanted)
{
    if (!isWanted) return m_pad.reset();
    if (m_pad) return;
    const auto device = GamepadReader::firstDevice(m_root);
    if (!device) return;
    auto pad = std::make_unique<GamepadReader>(*device);
    if (!pad->isOpen()) return;
    m_pad = std::move(pad);
    connect(m_pad.get(), &GamepadReader::moved, this, &HandControl::moveStick);
    connect(m_pad.get(), &GamepadReader::buttonPressed, this, &HandControl::press);
    connect(m_pad.get(), &GamepadReader::unplugged, this, [this] {
        moveStick(0.0, 0.0);
        m_pad.release()->deleteLater(); // which is speaking now
        noteLoss();
    });
    noteReturn();
}

void HandControl::openFaders(bool isWanted, const std::vector<MidiDevice>& devices)
{
    const QString name = m_page.setup().plan().faders.device;
    if (!isWanted || name != m_faderDevice) m_faders.reset();
    if (!isWanted || m_faders) return;
    const auto device = std::ranges::find(devices, name, &MidiDevice::name);
    if (device == devices.end()) return;
    auto faders = std::make_unique<MidiReader>(device->path);
    if (m_page.stage() == Stage::Setup)
        m_page.setup().setProblem(faders->isOpen()
                ? QString()
                : tr("%1 is used by another program, so its faders cannot be heard. Close that "
                     "program; it is tried again every second.")
                      .arg(name));
    if (!faders->isOpen()) return;
    m_faders = std::move(faders);
    m_faderDevice = name;
    m_positions.clear();
    connect(m_faders.get(), &MidiReader::moved, this, &HandControl::moveFader);
    connect(m_faders.get(), &MidiReader::unplugged, this, [this] {
        m_faders.release()->deleteLater(); // which is speaking now
        noteLoss();
    });
    noteReturn();
}

void HandControl::noteLoss()
{
    m_isLost = true;
    Q_EMIT lost();
}

void HandControl::noteReturn()
{
    if (std::exchange(m_isLost, false)) Q_EMIT found();
}

void HandControl::moveStick(double right, double up)
{
    m_right = right;
    m_up = up;
    const EmotionPlace place { 5.0 + 4.0 * right, 5.0 + 4.0 * up };
    switch (m_page.stage()) {
    case Stage::Practice:
        m_page.practice().plane().putPlace(place, Source::Gamepad);
        break;
    case Stage::Listening:
        // A stick comes back to its middle, so a line without ends takes it as a speed.
        if (m_page.listening().surface() == ListeningPanel::Surface::Relative)
            m_page.listening().relative().setSpeed(kPointsPerSecond * up);
        else
            m_page.listening().plane().putPlace(place, Source::Gamepad);
        break;
    case Stage::Rating: // likewise: the ring stays where it is let go
        if (m_driveTimer.isActive()) break;
        m_driven.start();
        m_driveTimer.start();
        break;
    case Stage::Setup:
    case Stage::Summary:
        break;
    }
}

void HandControl::driveRing()
{
    if (m_right == 0.0 && m_up == 0.0) return m_driveTimer.stop();
    const double way = kPointsPerSecond * static_cast<double>(m_driven.restart()) / 1000.0;
    RatingPlane& plane = m_page.rating().plane();
    const EmotionPlace from = plane.place().value_or(EmotionPlace {});
    plane.putPlace({ from.valence + m_right * way, from.arousal + m_up * way }, Source::Gamepad);
}

void HandControl::press(int button)
{
    if (!m_page.isVisible()) return;
    switch (m_page.stage()) {
    case Stage::Setup:
        if (button == 0) m_page.setup().start();
        break;
    case Stage::Practice:
        if (button == 0 && !m_page.practice().isRunning())
            m_page.practice().begin();
        else if (button == 1)
            m_page.practice().close();
        break;
    case Stage::Listening:
        pressWhileListening(button);
        break;
    case Stage::Rating:
        pressWhileRating(button);
        break;
    case Stage::Summary:
        if (button == 0) m_page.summary().close();
        break;
    }
}

/// What would lose something needs a pause first: fingers slip.
void HandControl::pressWhileListening(int button)
{
    ListeningPanel& panel = m_page.listening();
    if (button == 0)
        Q_EMIT panel.pauseClicked();
    else if (button == 3)
        Q_EMIT panel.rateClicked();
    else if (!panel.isPaused())
        return;
    else if (button == 1)
        Q_EMIT panel.skipClicked();
    else if (button == 2)
        Q_EMIT panel.againClicked();
    else if (button == 6)
        Q_EMIT panel.endClicked();
}

void HandControl::pressWhileRating(int button)
{
    RatingPanel& panel = m_page.rating();
    if (button == 0)
        panel.save();
    else if (button == 1)
        Q_EMIT panel.skipClicked();
    else if (button == 2)
        panel.nextConfidence();
    else if (button == 3)
        panel.nextFamiliarity();
    else if (button == 4)
        panel.tags().walk();
    else if (button == 5)
        panel.tags().takeWalked();
}

void HandControl::moveFader(const MidiMove& move)
{
    if (m_page.stage() == Stage::Setup) m_page.setup().faders().take(move);
    const auto before = m_positions.find(move.control);
    const double way = before == m_positions.end() ? 0.0 : move.position - before->second;
    m_positions[move.control] = move.position;

    const FaderPlan plan = m_page.setup().plan().faders;
    if (move.control != plan.valence && move.control != plan.arousal) return;
    if (m_page.stage() == Stage::Listening
        && m_page.listening().surface() == ListeningPanel::Surface::Relative) {
        // A fader has ends: its way counts, not its place.
        const bool isMeant = move.control
            == (m_page.listening().relative().dimension() == TraceDimension::Valence
                    ? plan.valence
                    : plan.arousal);
        if (isMeant) m_page.listening().relative().moveBy(8.0 * way);
        return;
    }
    const auto placeOf = [this](const std::optional<MidiControl>& control) {
        const auto at = control ? m_positions.find(*control) : m_positions.end();
        return at == m_positions.end() ? 5.0 : pointOf(at->second);
    };
    const EmotionPlace place { placeOf(plan.valence), placeOf(plan.arousal) };
    if (m_page.stage() == Stage::Practice)
        m_page.practice().plane().putPlace(place, Source::Fader);
    else if (m_page.stage() == Stage::Listening)
        m_page.listening().plane().putPlace(place, Source::Fader);
    else if (m_page.stage() == Stage::Rating && plan.valence && plan.arousal)
        m_page.rating().plane().putPlace(place, Source::Fader);
}

} // namespace circumplex
