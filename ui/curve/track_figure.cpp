#include "ui/curve/track_figure.h"

#include "ui/curve/track_painter.h"
#include "ui/curve/track_text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace circumplex {

namespace {

constexpr QSize kSize { 1200, 720 };
constexpr int kMargin = 24;

QString tr(const char* text)
{
    return QCoreApplication::translate("circumplex", text);
}

QString provenanceText(const TrackScene& scene)
{
    const auto* reading = scene.mainReading();
    if (!reading) return tr("Not analysed.");
    const Provenance& made = reading->stored.provenance;
    return tr("Model %1, mode %2, %3 on %4; Circumplex %5, %6; file %7")
        .arg(reading->model,
            made.mode == AnalysisMode::Corrected ? tr("corrected") : tr("reference"),
            QString::fromLatin1(dataTypeName(made.dataType)), QString::fromStdString(made.device),
            QString::fromStdString(made.programVersion),
            QDateTime::fromSecsSinceEpoch(made.analysedAt, Qt::UTC).toString(Qt::ISODate),
            QFileInfo(QFile::decodeName(scene.view->path.c_str())).fileName());
}

void paintFigure(QPainter& painter, const TrackScene& scene)
{
    const Theme& colours = Theme::light();
    painter.fillRect(QRect({}, kSize), colours.paper);
    const int width = kSize.width() - 2 * kMargin;
    painter.setPen(colours.ink);
    painter.setFont(palette::font(22, QFont::DemiBold));
    const QString artist = QString::fromStdString(scene.view->track.tags.artist);
    painter.drawText(QRect(kMargin, 18, width, 32), Qt::AlignLeft | Qt::AlignVCenter,
        artist.isEmpty() ? scene.view->title()
                         : QStringLiteral("%1 – %2").arg(scene.view->title(), artist));
    paintTrack(
        painter, QRect(kMargin - 16, 56, width + 32, kSize.height() - 56 - 44), scene, colours);
    painter.setFont(palette::font(12));
    painter.setPen(colours.secondaryInk);
    painter.drawText(QRect(kMargin, kSize.height() - 38, width, 18),
        Qt::AlignLeft | Qt::AlignVCenter, provenanceText(scene));
}

} // namespace

QString writeTrackFigure(const QString& file, const TrackScene& scene)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (ending == u"svg") {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize(kSize);
        svg.setViewBox(QRect({}, kSize));
        svg.setTitle(scene.view->title());
        svg.setDescription(summaryText(scene) + QLatin1Char(' ') + provenanceText(scene));
        QPainter painter(&svg);
        paintFigure(painter, scene);
    } else if (ending == u"pdf") {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(scene.view->title());
        pdf.setResolution(96);
        pdf.setPageSize(QPageSize(QSizeF(kSize) * 72.0 / 96.0, QPageSize::Point));
        pdf.setPageMargins({});
        QPainter painter(&pdf);
        paintFigure(painter, scene);
    } else if (ending == u"png") {
        QImage image(kSize * 2, QImage::Format_RGB32);
        image.setDevicePixelRatio(2.0);
        image.setText(QStringLiteral("Description"), provenanceText(scene));
        QPainter painter(&image);
        paintFigure(painter, scene);
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
