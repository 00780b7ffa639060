#include "ui/plane/plane_view.h"

#include "ui/common/palette.h"
#include "ui/curve/banded_curve.h"

#include <array>

namespace circumplex {

PlaneView::PlaneView(std::span<const AnalysedTrack> tracks, Marks marks, QWidget* parent)
    : QCustomPlot(parent)
{
    setBackground(palette::kPaper);
    plotLayout()->setMargins({});
    axisRect()->setupFullAxesBox();
    for (QCPAxis* axis : { xAxis, yAxis, xAxis2, yAxis2 })
        setQuietAxis(*axis);
    for (QCPAxis* axis : { xAxis, yAxis }) {
        setEmotionScale(*axis, {}, {});
        axis->setLabelColor(palette::kSecondaryInk);
        axis->setLabelFont(palette::font(13));
    }
    xAxis->setLabel(tr("unpleasant  \u2190  valence  \u2192  pleasant"));
    yAxis->setLabel(tr("calm  \u2190  arousal  \u2192  excited"));
    addQuarters();
    for (std::size_t index = 0; index < tracks.size(); ++index)
        addTrack(tracks[index], index, marks);
}

QColor PlaneView::trackColour(std::size_t index)
{
    // Okabe and Ito's colours for all kinds of colour vision, without their yellow.
    static const std::array<QColor, 7> colours { QColor(0x00, 0x72, 0xB2), QColor(0xD5, 0x5E, 0x00),
        QColor(0x00, 0x9E, 0x73), QColor(0xCC, 0x79, 0xA7), QColor(0xE6, 0x9F, 0x00),
        QColor(0x56, 0xB4, 0xE9), QColor(0x55, 0x55, 0x55) };
    return colours[index % colours.size()];
}

void PlaneView::addQuarters()
{
    for (const double valence : { 3.0, 7.0 }) {
        for (const double arousal : { 3.0, 7.0 }) {
            const auto quarter = palette::quarterOf(valence, arousal);
            auto* area = new QCPItemRect(this);
            area->setLayer(QStringLiteral("background"));
            area->topLeft->setCoords(valence - 2.0, arousal + 2.0);
            area->bottomRight->setCoords(valence + 2.0, arousal - 2.0);
            area->setPen(Qt::NoPen);
            area->setBrush(palette::tint(palette::quarterColour(quarter), 0.07));
            auto* name = new QCPItemText(this);
            name->position->setCoords(valence < 5.0 ? 1.0 : 9.0, arousal < 5.0 ? 1.0 : 9.0);
            name->setPositionAlignment((valence < 5.0 ? Qt::AlignLeft : Qt::AlignRight)
                | (arousal < 5.0 ? Qt::AlignBottom : Qt::AlignTop));
            name->setPadding({ 10, 8, 10, 8 });
            name->setText(palette::quarterName(quarter));
            name->setFont(palette::font(14, QFont::Medium));
            name->setColor(palette::kSecondaryInk);
        }
    }
}

void PlaneView::addTrack(const AnalysedTrack& track, std::size_t index, Marks marks)
{
    const QColor colour = marks == Marks::Numbered ? trackColour(index) : palette::kInk;
    auto* way = new QCPCurve(xAxis, yAxis);
    way->setName(track.path);
    QColor thin = colour;
    thin.setAlphaF(0.55F);
    way->setPen(QPen(thin, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (std::size_t point = 0; point < track.curve.valence.size(); ++point)
        way->addData(static_cast<double>(point), static_cast<double>(track.curve.valence[point]),
            static_cast<double>(track.curve.arousal[point]));

    auto* end = addGraph();
    end->setName(track.path + QStringLiteral(" end"));
    end->setLineStyle(QCPGraph::lsNone);
    end->setScatterStyle({ QCPScatterStyle::ssDisc, colour, 8.0 });
    if (!track.curve.valence.empty())
        end->addData(static_cast<double>(track.curve.valence.back()),
            static_cast<double>(track.curve.arousal.back()));

    auto* mark = addGraph();
    mark->setName(track.path);
    mark->setLineStyle(QCPGraph::lsNone);
    const double size = marks == Marks::Numbered ? 24.0 : 12.0;
    mark->setScatterStyle({ QCPScatterStyle::ssCircle, QPen(colour, 2.5), palette::kPaper, size });
    mark->addData(track.valence, track.arousal);
    mark->setLayer(QStringLiteral("axes"));
    if (marks == Marks::Plain) return;
    auto* number = new QCPItemText(this);
    number->setLayer(QStringLiteral("overlay"));
    number->position->setCoords(track.valence, track.arousal);
    number->setText(QString::number(index + 1));
    number->setFont(palette::font(13, QFont::DemiBold));
    number->setColor(palette::kInk);
}

} // namespace circumplex
