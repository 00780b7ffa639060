#include "ui/curve/mood_row.h"

#include "ui/common/mood_chips.h"

#include <QPainter>

#include <algorithm>

namespace circumplex {

namespace {

constexpr std::size_t kMoods = 3;
constexpr int kGlyph = 9;
constexpr int kGap = 6;
constexpr int kAroundWord = 30; ///< of a chip: edges, glyph and gaps

} // namespace

MoodRow::MoodRow(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Moods"));
}

void MoodRow::setAnnotation(const Annotation* said)
{
    m_quarter.reset();
    m_tags.clear();
    QStringList words;
    if (said) {
        m_quarter = palette::quarterOf(
            static_cast<double>(said->valence), static_cast<double>(said->arousal));
        words.append(palette::quarterName(*m_quarter));
        for (std::size_t i = 0; i < std::min(kMoods, said->moods.size()); ++i) {
            m_tags.push_back(said->moods[i].tag);
            words.append(moodName(said->moods[i].tag));
        }
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setToolTip(said ? tr("As a whole: %1").arg(words.join(QStringLiteral(", "))) : QString());
    updateGeometry();
    update();
}

int MoodRow::quarterWidth() const
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    return kGlyph + kGap + QFontMetrics(strong).horizontalAdvance(palette::quarterName(*m_quarter))
        + 2 * kGap;
}

QSize MoodRow::sizeHint() const
{
    int width = m_quarter ? quarterWidth() : 0;
    for (const int tag : m_tags)
        width += kAroundWord + fontMetrics().horizontalAdvance(moodName(tag));
    return { width, 24 };
}

void MoodRow::paintEvent(QPaintEvent*)
{
    if (!m_quarter) return;
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    const int used = quarterWidth();
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int glyph = isMirrored ? width() - kGlyph : 0;
    paintQuarterGlyph(
        painter, QRectF(glyph, (height() - kGlyph) / 2.0, kGlyph, kGlyph), *m_quarter, theme);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(theme.ink);
    const QRect word = isMirrored ? rect().adjusted(0, 0, -kGlyph - kGap, 0)
                                  : rect().adjusted(kGlyph + kGap, 0, 0, 0);
    painter.drawText(word,
        static_cast<int>(
            Qt::AlignVCenter | Qt::AlignAbsolute | (isMirrored ? Qt::AlignRight : Qt::AlignLeft)),
        palette::quarterName(*m_quarter));
    painter.setFont(font());
    const QRect chips
        = isMirrored ? rect().adjusted(0, 0, -used, 0) : rect().adjusted(used, 0, 0, 0);
    paintMoodChips(painter, chips, m_tags, static_cast<int>(kMoods), theme);
}

} // namespace circumplex
