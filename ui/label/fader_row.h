#pragma once

#include "core/services/midi_parser.h"
#include "ui/label/rating_plane.h"

#include <QWidget>

#include <map>
#include <optional>

class QPushButton;

namespace circumplex {

/// Which fader says what: a click on a dimension, then the fader that is moved is its own.
class FaderRow : public QWidget {
    Q_OBJECT

public:
    explicit FaderRow(QWidget* parent = nullptr);

    void setAxes(RatingPlane::Axes axes);
    void setFaders(
        const std::optional<MidiControl>& valence, const std::optional<MidiControl>& arousal);
    const std::optional<MidiControl>& valence() const { return m_valence; }
    const std::optional<MidiControl>& arousal() const { return m_arousal; }
    /// Whether all that the axes ask for are known.
    bool isComplete() const;

    /// A fader was moved. Of one that is being learnt for, a twentieth of its way is enough; less
    /// is noise.
    void take(const MidiMove& move);

Q_SIGNALS:
    void chosen();

private:
    void learn(std::optional<MidiControl>& control, QPushButton& button);
    void showFaders();

    RatingPlane::Axes m_axes = RatingPlane::Axes::Both;
    std::optional<MidiControl> m_valence, m_arousal;
    std::optional<MidiControl>* m_learnt = nullptr; ///< one of these two
    std::map<MidiControl, double> m_seen; ///< where each fader was when learning began
    QPushButton *m_valenceButton, *m_arousalButton;
};

} // namespace circumplex
