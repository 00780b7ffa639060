#include "ui/label/fader_row.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace circumplex {

namespace {

constexpr double kMeantMove = 0.05;

} // namespace

FaderRow::FaderRow(QWidget* parent)
    : QWidget(parent)
    , m_valenceButton(new QPushButton(this))
    , m_arousalButton(new QPushButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_valenceButton);
    column->addWidget(m_arousalButton);
    connect(m_valenceButton, &QPushButton::clicked, this,
        [this] { learn(m_valence, *m_valenceButton); });
    connect(m_arousalButton, &QPushButton::clicked, this,
        [this] { learn(m_arousal, *m_arousalButton); });
    for (QPushButton* button : { m_valenceButton, m_arousalButton }) {
        button->setCheckable(true);
        button->setToolTip(tr("Click, then move the fader or knob that is meant"));
    }
    showFaders();
}

void FaderRow::setAxes(RatingPlane::Axes axes)
{
    m_axes = axes;
    m_valenceButton->setVisible(axes != RatingPlane::Axes::Arousal);
    m_arousalButton->setVisible(axes != RatingPlane::Axes::Valence);
}

void FaderRow::setFaders(
    const std::optional<MidiControl>& valence, const std::optional<MidiControl>& arousal)
{
    m_valence = valence;
    m_arousal = arousal;
    m_learnt = nullptr;
    showFaders();
}

bool FaderRow::isComplete() const
{
    return (m_axes == RatingPlane::Axes::Arousal || m_valence)
        && (m_axes == RatingPlane::Axes::Valence || m_arousal);
}

void FaderRow::learn(std::optional<MidiControl>& control, QPushButton& button)
{
    m_learnt = button.isChecked() ? &control : nullptr;
    m_seen.clear();
    showFaders();
}

void FaderRow::take(const MidiMove& move)
{
    if (!m_learnt) return;
    const auto [seen, isNew] = m_seen.try_emplace(move.control, move.position);
    if (std::abs(move.position - seen->second) < kMeantMove) return;
    // One fader for both would tie them together.
    std::optional<MidiControl>& other = m_learnt == &m_valence ? m_arousal : m_valence;
    if (other == move.control) other.reset();
    *std::exchange(m_learnt, nullptr) = move.control;
    showFaders();
    Q_EMIT chosen();
}

void FaderRow::showFaders()
{
    const auto text = [this](const QString& name, const std::optional<MidiControl>& control) {
        if (m_learnt == &control) return tr("Move it now …");
        if (!control) return tr("%1: choose").arg(name);
        const QString number = QLocale().toString(control->number);
        const QString channel = QLocale().toString(control->channel);
        if (control->number == MidiControl::kPitchWheel)
            return tr("%1: wheel of channel %2").arg(name, channel);
        return control->channel == 1 ? tr("%1: no. %2").arg(name, number)
                                     : tr("%1: no. %2 of channel %3").arg(name, number, channel);
    };
    m_valenceButton->setText(text(tr("Valence"), m_valence));
    m_arousalButton->setText(text(tr("Arousal"), m_arousal));
    m_valenceButton->setChecked(m_learnt == &m_valence);
    m_arousalButton->setChecked(m_learnt == &m_arousal);
}

} // namespace circumplex
