#include "app/desktop/label_link.h"

#include "ui/label/setup_panel.h"
#include "ui/library/library_page.h"
#include "ui/library/track_list_model.h"
#include "ui/player/player_bar.h"

namespace circumplex {

namespace {

/// "channel:number"; nullopt for what is none
std::optional<MidiControl> faderIn(const QString& text)
{
    const int channel = text.section(u':', 0, 0).toInt();
    bool isNumber = false;
    const int number = text.section(u':', 1).toInt(&isNumber);
    if (channel < 1 || channel > 16 || !isNumber || number < 0 || number > MidiControl::kPitchWheel)
        return std::nullopt;
    return MidiControl { channel, number };
}

QString textOf(const std::optional<MidiControl>& fader)
{
    if (!fader) return {};
    return QStringLiteral("%1:%2").arg(fader->channel).arg(fader->number);
}

} // namespace

LabelLink::LabelLink(LabelPage& page, LibraryReader& reader, QUndoStack& undo, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_presenter(page, reader, undo)
{
    connect(&m_presenter, &LabelPresenter::planChanged, this, &LabelLink::settingsChanged);
}

void LabelLink::setSettings(const Settings::Label& settings)
{
    LabelPlan plan;
    plan.rater = settings.rater;
    plan.locus = settings.isFelt ? EmotionLocus::Felt : EmotionLocus::Perceived;
    plan.axes = static_cast<RatingPlane::Axes>(settings.axes);
    // On a line without ends there is one dimension.
    if (settings.isRelative && plan.axes != RatingPlane::Axes::Both)
        plan.mode = TraceMode::Relative;
    plan.faders
        = { settings.midiDevice, faderIn(settings.valenceFader), faderIn(settings.arousalFader) };
    plan.instrument = static_cast<RatingPlane::Source>(settings.instrument);
    plan.isContinuous = settings.isContinuous;
    plan.isBlind = settings.isBlind;
    plan.orientationSeconds = settings.orientationSeconds;
    m_page.setup().setPlan(plan);
}

Settings::Label LabelLink::settings() const
{
    const LabelPlan plan = m_page.setup().plan();
    return { .rater = plan.rater,
        .isFelt = plan.locus == EmotionLocus::Felt,
        .axes = static_cast<int>(plan.axes),
        .isRelative = plan.mode == TraceMode::Relative,
        .isContinuous = plan.isContinuous,
        .isBlind = plan.isBlind,
        .orientationSeconds = plan.orientationSeconds,
        .instrument = static_cast<int>(plan.instrument),
        .midiDevice = plan.faders.device,
        .valenceFader = textOf(plan.faders.valence),
        .arousalFader = textOf(plan.faders.arousal) };
}

void LabelLink::follow(LibraryPage& library, Player& player, PlayerBar& bar)
{
    m_library = &library;
    // The bar draws the curve of what it plays: nothing for eyes that are to judge by themselves.
    const auto showBar
        = [this, &bar] { bar.setVisible(!(m_presenter.isRunning() && m_page.isVisible())); };
    connect(&m_presenter, &LabelPresenter::runningChanged, this, showBar);
    connect(&m_page, &LabelPage::shown, this, showBar);
    connect(&m_page, &LabelPage::left, &bar, &QWidget::show);
    connect(&m_presenter, &LabelPresenter::runningChanged, this, [this, &player] {
        if (m_presenter.isRunning()) player.pause();
    });
    connect(&player, &Player::stateChanged, this, [this, &player] {
        if (player.state() == Player::State::Playing) m_presenter.pause();
    });
}

void LabelLink::refresh()
{
    m_presenter.offer(m_library->selectedTracks(), m_library->model().tracks());
}

void LabelLink::chooseSelected()
{
    m_page.setup().chooseSongs(LabelPlan::Songs::Selected);
}

} // namespace circumplex
