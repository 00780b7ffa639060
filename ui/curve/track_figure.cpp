#include "ui/curve/track_figure.h"

#include "ui/curve/legend.h"
#include "ui/curve/outline_text.h"
#include "ui/curve/text_lines.h"
#include "ui/curve/track_painter.h"
#include "ui/curve/track_text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QFontMetrics>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace circumplex {

namespace {

constexpr int kWidth = 1200;
constexpr int kMargin = 24;
constexpr int kPlot = 420; ///< height of the curves
constexpr int kHead = 56;
constexpr int kLine = 18;
constexpr int kMostLines = 20; ///< of one paragraph
constexpr qsizetype kHashLetters = 8;

QString tr(const char* text)
{
    return QCoreApplication::translate("circumplex", text);
}

QString dateText(std::int64_t secondsSince1970)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(secondsSince1970, Qt::UTC).date(),
        QStringLiteral("yyyy-MM-dd"));
}

/// Where the numbers come from: a line for each model and each person.
QStringList provenanceLines(const TrackScene& scene)
{
    QStringList lines;
    for (const auto* reading : scene.shownReadings()) {
        const Provenance& made = reading->stored.provenance;
        // Names that several models share have their hashes already.
        const QString hash = QString::fromStdString(reading->hash).left(kHashLetters);
        const QString name = reading->model.contains(hash)
            ? reading->model
            : QStringLiteral("%1 (%2)").arg(reading->model, hash);
        const QString mode
            = made.mode == AnalysisMode::Corrected ? tr("corrected") : tr("reference");
        lines.append(
            tr("Model %1, mode %2, %3 on %4; Circumplex %5, %6")
                .arg(name, mode, QString::fromLatin1(dataTypeName(made.dataType)),
                    QString::fromStdString(made.device),
                    QString::fromStdString(made.programVersion), dateText(made.analysedAt)));
    }
    if (lines.isEmpty()) lines.append(tr("Not analysed."));
    for (const QString& rater : scene.raters()) {
        if (scene.hiddenRaters.contains(rater)) continue;
        QStringList what;
        for (const auto* human : scene.shownTraces()) {
            if (human->rater != rater) continue;
            const Trace& trace = human->trace;
            const QString dimension
                = trace.dimension == TraceDimension::Valence ? tr("valence") : tr("arousal");
            const QString latency = numberText(trace.latencySeconds, 2);
            what.append(trace.startedAt > 0
                    ? tr("%1, %2, latency of %3 s taken off")
                          .arg(dimension, dateText(trace.startedAt), latency)
                    : tr("%1, latency of %2 s taken off").arg(dimension, latency));
        }
        lines.append(tr("Drawn by %1: %2").arg(raterName(rater), what.join(QStringLiteral("; "))));
    }
    lines.append(
        tr("File %1").arg(QFileInfo(QFile::decodeName(scene.view->path.c_str())).fileName()));
    return lines;
}

QFont titleFont()
{
    return palette::font(22, QFont::DemiBold);
}

/// All that is written or drawn around the lanes, broken into lines. The page is as high as it
/// takes.
struct Figure {
    explicit Figure(const TrackScene& shown)
        : scene(shown)
    {
        scene.isOnPaper = true;
        const int width = kWidth - 2 * kMargin;
        lanes = QRect(
            kMargin - 16, kHead, width + 32, TrackLayout::fullHeight(scene, kPlot, width + 32));
        entries = wholeLegend(scene, Theme::light());
        legend = QRect(kMargin, lanes.bottom() + 12, width, 0);
        legend.setHeight(paintLegend(nullptr, legend, entries, Theme::light()));
        const QFont font = palette::font(12);
        QStringList paragraphs { captionText(scene) };
        paragraphs += provenanceLines(scene);
        for (const QString& paragraph : paragraphs)
            lines += textLines(paragraph, font, width, kMostLines);
        size = QSize(
            kWidth, legend.bottom() + 12 + kLine * static_cast<int>(lines.size()) + kMargin - 6);
    }

    void paint(QPainter& painter) const
    {
        const Theme& colours = Theme::light();
        const int width = kWidth - 2 * kMargin;
        painter.fillRect(QRect({}, size), colours.paper);
        painter.setPen(colours.ink);
        painter.setFont(titleFont());
        painter.drawText(QRect(kMargin, 18, width, 32), Qt::AlignLeft | Qt::AlignVCenter,
            figureTitle(scene, width));
        paintTrack(painter, lanes, scene, colours);
        paintLegend(&painter, legend, entries, colours);
        painter.setFont(palette::font(12));
        painter.setPen(colours.secondaryInk);
        QRect row(kMargin, legend.bottom() + 12, width, kLine);
        for (const QString& line : lines) {
            painter.drawText(row, startOf(line) | Qt::AlignVCenter, line);
            row.translate(0, kLine);
        }
    }

    TrackScene scene;
    QRect lanes, legend;
    std::vector<LegendEntry> entries;
    QStringList lines;
    QSize size;
};

} // namespace

QString figureTitle(const TrackScene& scene, int width)
{
    const QFontMetrics metrics(titleFont());
    const QString artist = QString::fromStdString(scene.view->track.tags.artist);
    const QString title = scene.view->title();
    if (artist.isEmpty()) return metrics.elidedText(title, Qt::ElideRight, width);
    const QString maker
        = QStringLiteral(" – ") + metrics.elidedText(artist, Qt::ElideRight, width / 2);
    return metrics.elidedText(title, Qt::ElideRight, width - metrics.horizontalAdvance(maker))
        + maker;
}

QString writeTrackFigure(const QString& file, const TrackScene& scene)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    const Figure figure(scene);
    const QString made = provenanceLines(scene).join(QStringLiteral(". "));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (ending == u"svg") {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize(figure.size);
        svg.setViewBox(QRect({}, figure.size));
        svg.setTitle(scene.view->title());
        svg.setDescription(summaryText(scene) + QLatin1Char(' ') + made);
        QPainter target(&svg);
        OutlineTextDevice outlines(target, figure.size);
        QPainter painter(&outlines);
        figure.paint(painter);
    } else if (ending == u"pdf") {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(scene.view->title());
        pdf.setResolution(96);
        pdf.setPageSize(QPageSize(QSizeF(figure.size) * 72.0 / 96.0, QPageSize::Point));
        pdf.setPageMargins({});
        QPainter painter(&pdf);
        figure.paint(painter);
    } else if (ending == u"png") {
        QImage image(figure.size * 2, QImage::Format_RGB32);
        image.setDevicePixelRatio(2.0);
        image.setText(QStringLiteral("Description"), made);
        QPainter painter(&image);
        figure.paint(painter);
        painter.end();
        image.save(&buffer, "PNG");
    } else {
        return tr("The file's name must end in .svg, .pdf or .png.");
    }
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return tr("“%1” cannot be written: %2").arg(file, out.errorString());
    return {};
}

} // namespace circumplex
