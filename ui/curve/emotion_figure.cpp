#include "ui/curve/emotion_figure.h"

#include "ui/common/durations.h"
#include "ui/common/palette.h"
#include "ui/curve/curve_strip.h"
#include "ui/curve/emotion_plot.h"
#include "ui/plane/plane_view.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr int kMargin = 48;

QString tr(const char* text)
{
    return QCoreApplication::translate("circumplex", text);
}

/// "Edvard Grieg - Morning.flac" is a title with a maker; other names are a title alone.
struct Heading {
    QString title;
    QString maker;

    explicit Heading(const QString& path)
        : title(QFileInfo(path).completeBaseName())
    {
        if (const auto dash = title.indexOf(QStringLiteral(" - ")); dash > 0) {
            maker = title.left(dash);
            title = title.mid(dash + 3);
        }
    }
};

/// 1 is "1", 0.5 is "0.5", in the digits of the user's language.
QString numberOf(double value)
{
    return QLocale().toString(value, 'g', 4);
}

QString countOf(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString captionText(const AnalysedTrack& track)
{
    QString window
        = tr("Each point describes the %1 s around it, every %2 s.")
              .arg(numberOf(track.curve.windowSeconds), numberOf(track.curve.hopSeconds));
    return tr("Bands: %1 % of human ratings are expected inside.").arg(numberOf(90)) + u' ' + window
        + u' ' + tr("Scale %1 to %2, %3 is neutral.").arg(numberOf(1), numberOf(9), numberOf(5))
        + u' ' + tr("Model %1, mode %2.").arg(track.model, track.mode);
}

/// A white page with text and plots on it, all in pixels.
class Page {
public:
    explicit Page(QSize size)
        : m_image(size, QImage::Format_RGB32)
    {
        m_image.fill(palette::kPaper);
        m_painter.begin(&m_image);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setRenderHint(QPainter::TextAntialiasing);
    }

    void text(const QRect& area, const QString& words, const QFont& font, const QColor& colour,
        Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter)
    {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        m_painter.drawText(area, static_cast<int>(alignment),
            QFontMetrics(font).elidedText(words, Qt::ElideRight, area.width()));
    }

    void plot(const QRect& area, QCustomPlot& plot)
    {
        m_painter.save();
        m_painter.translate(area.topLeft());
        plot.toPainter(&m_painter, area.width(), area.height());
        m_painter.restore();
    }

    void bar(const QRectF& area, const QColor& colour) { m_painter.fillRect(area, colour); }

    void ring(QPointF centre, double radius, const QColor& colour)
    {
        m_painter.setPen(QPen(colour, 2.5));
        m_painter.setBrush(palette::kPaper);
        m_painter.drawEllipse(centre, radius, radius);
    }

    QImage finish()
    {
        m_painter.end();
        return m_image;
    }

private:
    QImage m_image;
    QCPPainter m_painter;
};

void drawMoodList(Page& page, const QRect& area, const AnalysedTrack& track)
{
    constexpr int kRow = 26;
    constexpr int kNameWidth = 108;
    page.text({ area.left(), area.top(), area.width(), 24 }, tr("Moods"),
        palette::font(15, QFont::DemiBold), palette::kInk);
    const auto rows = std::min<std::size_t>(
        track.moods.size(), static_cast<std::size_t>((area.height() - 28) / kRow));
    for (std::size_t row = 0; row < rows; ++row) {
        const auto& mood = track.moods[row];
        const QRect line(
            area.left(), area.top() + 28 + static_cast<int>(row) * kRow, area.width(), kRow);
        page.text({ line.left(), line.top(), kNameWidth - 8, kRow }, mood.tag, palette::font(14),
            palette::kInk);
        const double full = line.width() - kNameWidth - 44;
        page.bar({ line.left() + kNameWidth + 0.0, line.top() + 7.0, full, 12.0 }, palette::kPanel);
        page.bar(
            { line.left() + kNameWidth + 0.0, line.top() + 7.0, full * mood.probability, 12.0 },
            palette::kSecondaryInk);
        page.text({ line.right() - 40, line.top(), 40, kRow },
            QStringLiteral("%L1 %").arg(std::lround(100.0 * mood.probability)), palette::font(13),
            palette::kSecondaryInk, Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace

QImage drawTrackFigure(const AnalysedTrack& track, QSize size)
{
    Page page(size);
    const int width = size.width() - 2 * kMargin;
    const Heading heading(track.path);
    page.text({ kMargin, 34, width, 38 }, heading.title, palette::font(28, QFont::DemiBold),
        palette::kInk);
    QStringList facts { durationText(track.durationSeconds) };
    if (!heading.maker.isEmpty()) facts.prepend(heading.maker);
    if (!track.key.isEmpty()) facts.append(track.key);
    page.text({ kMargin, 74, width, 24 }, facts.join(QStringLiteral("  \u00B7  ")),
        palette::font(16), palette::kSecondaryInk);

    constexpr int kSideWidth = 330;
    constexpr int kTop = 122;
    const int bottom = size.height() - 62;
    const int mainWidth = width - kSideWidth - 40;
    EmotionPlot plot(track, mainWidth);
    page.plot({ kMargin, kTop, mainWidth, bottom - kTop }, plot);

    const int sideLeft = kMargin + mainWidth + 40;
    PlaneView plane({ &track, 1 }, PlaneView::Marks::Plain);
    page.plot({ sideLeft, kTop, kSideWidth, kSideWidth }, plane);
    drawMoodList(page,
        { sideLeft, kTop + kSideWidth + 32, kSideWidth, bottom - kTop - kSideWidth - 32 }, track);

    page.text({ kMargin, size.height() - 46, width, 22 }, captionText(track), palette::font(13),
        palette::kSecondaryInk);
    return page.finish();
}

QImage drawOverviewFigure(std::span<const AnalysedTrack> tracks, QSize size)
{
    Page page(size);
    const int width = size.width() - 2 * kMargin;
    page.text({ kMargin, 34, width, 38 }, tr("How %1 pieces feel").arg(countOf(tracks.size())),
        palette::font(28, QFont::DemiBold), palette::kInk);
    page.text({ kMargin, 74, width, 24 },
        tr("Left: each piece as a whole, and its way over time (a dot at the end). Right: valence "
           "(solid, orange) and "
           "arousal (dashed, blue) over time."),
        palette::font(16), palette::kSecondaryInk);

    constexpr int kTop = 122;
    const int bottom = size.height() - 62;
    const int side = std::min(bottom - kTop, width / 2);
    PlaneView plane(tracks, PlaneView::Marks::Numbered);
    page.plot({ kMargin, kTop, side, side }, plane);

    constexpr std::size_t kMostStrips = 12;
    const auto strips = std::min(tracks.size(), kMostStrips);
    const int columns = strips > 6 ? 2 : 1;
    const int rows = (static_cast<int>(strips) + columns - 1) / columns;
    const int left = kMargin + side + 48;
    const int columnWidth = (kMargin + width - left) / columns;
    const int rowHeight = (bottom - kTop) / rows;
    for (std::size_t index = 0; index < strips; ++index) {
        const auto& track = tracks[index];
        const int row = static_cast<int>(index) % rows;
        const int column = static_cast<int>(index) / rows;
        const QRect cell(
            left + column * columnWidth, kTop + row * rowHeight, columnWidth, rowHeight);
        const Heading heading(track.path);
        page.ring(QPointF(cell.left() + 12, cell.top() + 12), 11.0, PlaneView::trackColour(index));
        page.text({ cell.left(), cell.top(), 24, 24 }, countOf(index + 1),
            palette::font(13, QFont::DemiBold), palette::kInk, Qt::AlignCenter);
        page.text({ cell.left() + 32, cell.top(), cell.width() - 180, 24 },
            heading.maker.isEmpty() ? heading.title
                                    : heading.title + QStringLiteral("  \u00B7  ") + heading.maker,
            palette::font(14, QFont::Medium), palette::kInk);
        page.text({ cell.right() - 150, cell.top(), 130, 24 },
            tr("V %1   A %2")
                .arg(QLocale().toString(track.valence, 'f', 1),
                    QLocale().toString(track.arousal, 'f', 1)),
            palette::font(14), palette::kSecondaryInk, Qt::AlignRight | Qt::AlignVCenter);
        CurveStrip strip(track);
        page.plot({ cell.left(), cell.top() + 26, cell.width(), cell.height() - 36 }, strip);
    }

    QString caption = captionText(tracks.front());
    if (tracks.size() > strips)
        caption.prepend(tr("Curves of the first %1 pieces. ").arg(countOf(strips)));
    page.text({ kMargin, size.height() - 46, width, 22 }, caption, palette::font(13),
        palette::kSecondaryInk);
    return page.finish();
}

} // namespace circumplex
