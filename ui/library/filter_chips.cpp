#include "ui/library/filter_chips.h"

#include "ui/common/mood_chips.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace circumplex {

namespace {

constexpr int kHeight = 26;
constexpr int kInside = 12;
constexpr int kGlyph = 8;
constexpr int kGap = 6; ///< between chips

std::optional<palette::Quarter> quarterOf(LibraryPart part)
{
    using palette::Quarter;
    switch (part) {
    case LibraryPart::Joyful:
        return Quarter::Joyful;
    case LibraryPart::Tense:
        return Quarter::Tense;
    case LibraryPart::Sad:
        return Quarter::Sad;
    case LibraryPart::Calm:
        return Quarter::Calm;
    default:
        return std::nullopt;
    }
}

} // namespace

const char* partQuery(LibraryPart part)
{
    switch (part) {
    case LibraryPart::All:
        return "";
    case LibraryPart::Joyful:
        return "valence>=5 arousal>=5";
    case LibraryPart::Tense:
        return "valence<5 arousal>=5";
    case LibraryPart::Sad:
        return "valence<5 arousal<5";
    case LibraryPart::Calm:
        return "valence>=5 arousal<5";
    case LibraryPart::NotAnalysed:
        return "is:unannotated";
    case LibraryPart::Failed:
        return "is:failed";
    case LibraryPart::Missing:
        return "is:missing";
    }
    return "";
}

FilterChip::FilterChip(LibraryPart part, QWidget* parent)
    : QAbstractButton(parent)
    , m_part(part)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    const auto quarter = quarterOf(part);
    setText(quarter                            ? palette::quarterName(*quarter)
            : part == LibraryPart::All         ? tr("All")
            : part == LibraryPart::NotAnalysed ? tr("not analysed")
            : part == LibraryPart::Failed      ? tr("failed", "songs")
                                               : tr("missing", "songs"));
    setAccessibleName(text());
}

void FilterChip::setCount(std::optional<std::int64_t> count)
{
    m_count = count;
    setAccessibleName(
        tr("%1, %Ln song(s)", nullptr, static_cast<int>(count.value_or(0))).arg(text()));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QString FilterChip::countText(Number number) const
{
    if (!m_count || number == Number::None) return {};
    const QLocale locale;
    if (number == Number::Whole || *m_count < 1000)
        return locale.toString(static_cast<qlonglong>(*m_count));
    const auto thousands = static_cast<qlonglong>((*m_count + 500) / 1000);
    return tr("%1k", "thousands, as short as can be").arg(locale.toString(thousands));
}

void FilterChip::setNumber(Number number)
{
    if (m_number == number) return;
    m_number = number;
    updateGeometry();
    update();
}

QSize FilterChip::sizeWith(Number number) const
{
    int width = 2 * kInside + fontMetrics().horizontalAdvance(text());
    if (quarterOf(m_part)) width += kGlyph + 6;
    if (const QString count = countText(number); !count.isEmpty())
        width += 8 + fontMetrics().horizontalAdvance(count);
    return { width, kHeight };
}

QSize FilterChip::minimumSizeHint() const
{
    const int letters = fontMetrics().horizontalAdvance(text().left(3) + QChar(0x2026));
    return { std::min(sizeWith(Number::None).width(),
                 sizeWith(Number::None).width() - fontMetrics().horizontalAdvance(text())
                     + letters),
        kHeight };
}

void FilterChip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto quarter = quarterOf(m_part);
    const QColor base = quarter ? theme.quarter(*quarter) : theme.secondaryInk;
    const double strength = isChecked() ? 0.32 : underMouse() ? 0.2 : 0.1;
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setBrush(theme.tint(base, strength));
    painter.setPen(hasFocus() ? QPen(theme.accent, 2.0)
            : isChecked()     ? QPen(base, 1.0)
                              : QPen(Qt::NoPen));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    int x = kInside;
    if (quarter) {
        const QRect glyph = QStyle::visualRect(
            layoutDirection(), rect(), QRect(x, (height() - kGlyph) / 2, kGlyph, kGlyph));
        paintQuarterGlyph(painter, QRectF(glyph), *quarter, theme);
        x += kGlyph + 6;
    }
    const QRect words
        = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(x, 0, -kInside, 0));
    const auto draw = [&](const QColor& colour, Qt::Alignment side, const QString& shown) {
        painter.setPen(colour);
        painter.drawText(words,
            static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute
                | QStyle::visualAlignment(layoutDirection(), side)),
            shown);
    };
    const QString count = countText(m_number);
    const int room
        = words.width() + 1 - (count.isEmpty() ? 0 : 8 + fontMetrics().horizontalAdvance(count));
    draw(theme.ink, Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideRight, room));
    draw(theme.secondaryInk, Qt::AlignRight, count);
}

FilterChips::FilterChips(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    auto* group = new QButtonGroup(this);
    for (int part = 0; part < kLibraryParts; ++part) {
        auto* chip = new FilterChip(static_cast<LibraryPart>(part), this);
        m_chips[static_cast<std::size_t>(part)] = chip;
        group->addButton(chip, part);
        row->addWidget(chip);
    }
    row->addStretch();
    m_chips[0]->setChecked(true);
    showStates();
    connect(group, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
        fit();
        if (isOn) Q_EMIT chosenChanged(static_cast<LibraryPart>(id));
    });
}

void FilterChips::setCounts(const LibraryCounts& counts)
{
    m_chips[0]->setCount(counts.tracks);
    for (std::size_t quarter = 0; quarter < 4; ++quarter)
        m_chips[1 + quarter]->setCount(counts.quarters[quarter]);
    m_chips[5]->setCount(std::max<std::int64_t>(0, counts.tracks - counts.annotated));
    m_chips[6]->setCount(counts.failed);
    m_chips[7]->setCount(counts.missing);
    fit();
}

void FilterChips::showStates()
{
    for (const LibraryPart part : { LibraryPart::Failed, LibraryPart::Missing }) {
        FilterChip* chip = m_chips[static_cast<std::size_t>(part)];
        chip->setVisible(chip->count() > 0 || chip->isChecked());
    }
}

std::int64_t FilterChips::count(LibraryPart part) const
{
    return m_chips[static_cast<std::size_t>(part)]->count();
}

void FilterChips::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FilterChips::fit()
{
    showStates();
    const auto wanted = [this](FilterChip::Number number) {
        int width = -kGap;
        for (const FilterChip* chip : m_chips)
            if (!chip->isHidden()) width += chip->sizeWith(number).width() + kGap;
        return width;
    };
    using Number = FilterChip::Number;
    const Number number = wanted(Number::Whole) <= width() ? Number::Whole
        : wanted(Number::Rounded) <= width()               ? Number::Rounded
                                                           : Number::None;
    for (FilterChip* chip : m_chips)
        chip->setNumber(number);
    // What a search for is:missing or is:failed finds, too, goes before words are cut.
    for (const LibraryPart part : { LibraryPart::Missing, LibraryPart::Failed }) {
        FilterChip* chip = m_chips[static_cast<std::size_t>(part)];
        if (wanted(Number::None) > width() && !chip->isChecked()) chip->hide();
    }
    // Without this, chips keep the sizes of before, some of them too small for their words.
    layout()->invalidate();
    layout()->activate();
}

LibraryPart FilterChips::chosen() const
{
    int part = 0;
    while (!m_chips[static_cast<std::size_t>(part)]->isChecked())
        ++part;
    return static_cast<LibraryPart>(part);
}

void FilterChips::choose(LibraryPart part)
{
    m_chips[static_cast<std::size_t>(part)]->setChecked(true);
}

} // namespace circumplex
