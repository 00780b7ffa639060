#include "ui/label/rating_panel.h"

#include "core/types/mood_tags.h"
#include "ui/common/elided_label.h"
#include "ui/common/heading.h"
#include "ui/label/downward_scroll.h"
#include "ui/label/step_row.h"
#include "ui/label/tag_picker.h"

#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>

#include <cmath>

namespace circumplex {

namespace {

QStringList nineSteps()
{
    QStringList steps;
    for (int step = 1; step <= 9; ++step)
        steps << QLocale().toString(step);
    return steps;
}

} // namespace

RatingPanel::RatingPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_place(new QLabel(this))
    , m_question(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_values(new QLabel(this))
    , m_padHint(new QLabel(this))
    , m_plane(new RatingPlane(this))
    , m_valence(new StepRow(tr("Valence"), nineSteps(), tr("unpleasant"), tr("pleasant"), this))
    , m_arousal(new StepRow(tr("Arousal"), nineSteps(), tr("calm"), tr("excited"), this))
    , m_confidence(new StepRow(
          tr("How sure are you?"), { tr("unsure"), tr("fairly sure"), tr("sure") }, {}, {}, this))
    , m_familiarity(new StepRow(tr("Do you know it?"),
          { tr("new to me"), tr("heard before"), tr("know it well") }, {}, {}, this))
    , m_tags(new TagPicker(this))
    , m_save(new QPushButton(tr("Save and next (Enter)")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    setSectionFont(*m_title);
    head->addWidget(m_title, 1);
    m_place->setProperty("secondary", true);
    head->addWidget(m_place);
    column->addLayout(head);
    m_question->setWordWrap(true);
    column->addWidget(m_question);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);

    m_padHint->setText(tr("Game pad: the stick moves the ring; button 3 says how sure you are, 4 "
                          "how well you know it; 5 walks over the moods, 6 takes one or gives it "
                          "back; 1 saves, 2 goes on without a rating."));
    m_padHint->setWordWrap(true);
    m_padHint->setProperty("secondary", true);
    m_padHint->hide();
    column->addWidget(m_padHint);

    auto* row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(m_plane, 1);
    // On low windows the answers scroll; what saves them stays in sight.
    auto* answers = new QWidget;
    auto* right = new QVBoxLayout(answers);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(6);
    const auto ask = [&](const QString& question, QWidget* answer) {
        right->addWidget(new QLabel(question, answers));
        right->addWidget(answer);
        right->addSpacing(8);
    };
    right->addStretch(1);
    ask(tr("Valence"), m_valence);
    ask(tr("Arousal"), m_arousal);
    m_values->setProperty("secondary", true);
    right->addWidget(m_values);
    right->addSpacing(8);
    ask(tr("How sure are you?"), m_confidence);
    ask(tr("Do you know it?"), m_familiarity);
    ask(tr("Which moods does it have? Up to five."), m_tags);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_save->setProperty("primary", true);
    buttons->addWidget(m_save);
    auto* skip = new QPushButton(tr("Next without a rating"));
    buttons->addWidget(skip);
    buttons->addStretch(1);
    right->addStretch(1);
    auto* scroll = new DownwardScroll(answers, this);
    connect(m_tags, &TagPicker::walkedTo, scroll,
        [scroll](QWidget* chip) { scroll->ensureWidgetVisible(chip); });
    auto* side = new QVBoxLayout;
    side->addWidget(scroll, 1);
    side->addLayout(buttons); // behind the answers, also for the Tab key
    row->addLayout(side, 1);
    column->addLayout(row, 1);

    connect(m_valence, &StepRow::chosen, this, &RatingPanel::followSteps);
    connect(m_arousal, &StepRow::chosen, this, &RatingPanel::followSteps);
    connect(m_plane, &RatingPlane::placed, this, [this](const EmotionPlace& place) {
        m_valenceValue = place.valence;
        m_arousalValue = place.arousal;
        m_valence->setValue(static_cast<int>(std::lround(place.valence)));
        m_arousal->setValue(static_cast<int>(std::lround(place.arousal)));
        showAnswers();
    });
    connect(m_save, &QPushButton::clicked, this, &RatingPanel::save);
    connect(skip, &QPushButton::clicked, this, &RatingPanel::skipClicked);
    for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Enter }) {
        auto* enter = new QShortcut(key, this);
        enter->setContext(Qt::WidgetWithChildrenShortcut);
        connect(enter, &QShortcut::activated, this, &RatingPanel::save);
    }
    showAnswers();
}

void RatingPanel::ask(const QString& title, const QString& place, EmotionLocus locus,
    const std::optional<EmotionPlace>& model)
{
    m_title->setText(title);
    m_place->setText(place);
    m_question->setText(locus == EmotionLocus::Felt
            ? tr("How did the song as a whole make you feel? Click on the plane, or choose below.")
            : tr(
                "What does the song as a whole express? Click on the plane, or choose beside it."));
    m_valenceValue.reset();
    m_arousalValue.reset();
    for (StepRow* row : { m_valence, m_arousal, m_confidence, m_familiarity })
        row->setValue(std::nullopt);
    m_tags->clear();
    m_plane->setPlace(std::nullopt);
    m_plane->setModelPlace(model);
    showAnswers();
    m_plane->setFocus(Qt::OtherFocusReason);
}

void RatingPanel::followSteps()
{
    // A step is a whole point; a place of the plane that rounds to it stays.
    const auto follow = [](std::optional<double>& value, const StepRow& row) {
        const auto step = row.value();
        if (!step)
            value.reset();
        else if (!value || std::lround(*value) != *step)
            value = *step;
    };
    follow(m_valenceValue, *m_valence);
    follow(m_arousalValue, *m_arousal);
    if (m_valenceValue || m_arousalValue)
        m_plane->setPlace(
            EmotionPlace { m_valenceValue.value_or(5.0), m_arousalValue.value_or(5.0) });
    else
        m_plane->setPlace(std::nullopt);
    showAnswers();
}

void RatingPanel::showAnswers()
{
    m_tags->setPlace(m_valenceValue, m_arousalValue);
    const bool hasAnswer = m_valenceValue || m_arousalValue;
    m_save->setEnabled(hasAnswer);
    m_save->setToolTip(hasAnswer ? QString() : tr("Say valence or arousal first."));
    if (m_valenceValue && m_arousalValue)
        m_values->setText(placeText({ *m_valenceValue, *m_arousalValue }, RatingPlane::Axes::Both));
    else if (m_valenceValue)
        m_values->setText(placeText({ *m_valenceValue, 5.0 }, RatingPlane::Axes::Valence));
    else if (m_arousalValue)
        m_values->setText(placeText({ 5.0, *m_arousalValue }, RatingPlane::Axes::Arousal));
    else
        m_values->setText(tr("nothing said yet"));
}

void RatingPanel::save()
{
    if (m_tags->takeWritten()) return; // Enter was for the search
    if (m_save->isEnabled()) Q_EMIT saveClicked();
}

void RatingPanel::setHasPad(bool hasPad)
{
    m_padHint->setVisible(hasPad);
}

void RatingPanel::nextConfidence()
{
    m_confidence->setValue(m_confidence->value().value_or(0) % 3 + 1);
}

void RatingPanel::nextFamiliarity()
{
    m_familiarity->setValue(m_familiarity->value().value_or(0) % 3 + 1);
}

SongRating RatingPanel::rating() const
{
    const std::int64_t now = QDateTime::currentSecsSinceEpoch();
    SongRating song;
    song.rating.valence = m_valenceValue;
    song.rating.arousal = m_arousalValue;
    song.rating.ratedAt = now;
    song.rating.confidence = m_confidence->value();
    song.rating.familiarity = m_familiarity->value();
    for (const int tag : m_tags->tags())
        song.tags.push_back(
            { .tag = std::string(kMoodTags[static_cast<std::size_t>(tag)]), .labelledAt = now });
    return song;
}

void RatingPanel::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace circumplex
