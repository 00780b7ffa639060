#include "ui/curve/banded_curve.h"

#include "ui/common/palette.h"

namespace circumplex {

namespace {

QVector<double> asDoubles(std::span<const float> values)
{
    return { values.begin(), values.end() };
}

} // namespace

BandedCurve::BandedCurve(QCPAxis& timeAxis, QCPAxis& valueAxis, const QString& name,
    const QColor& colour, Qt::PenStyle style)
{
    QCustomPlot& plot = *timeAxis.parentPlot();
    m_lower = plot.addGraph(&timeAxis, &valueAxis);
    m_upper = plot.addGraph(&timeAxis, &valueAxis);
    m_curve = plot.addGraph(&timeAxis, &valueAxis);
    m_lower->setName(name + QStringLiteral(" lower"));
    m_upper->setName(name + QStringLiteral(" upper"));
    m_curve->setName(name);
    m_lower->setPen(Qt::NoPen);
    m_upper->setPen(Qt::NoPen);
    QColor band = colour;
    band.setAlphaF(0.15F);
    m_upper->setBrush(band);
    m_upper->setChannelFillGraph(m_lower);
    QPen pen(colour, 2.5, style, Qt::RoundCap, Qt::RoundJoin);
    if (style == Qt::CustomDashLine) pen.setDashPattern({ 4.0, 2.0 });
    m_curve->setPen(pen);
}

void BandedCurve::setValues(double startSeconds, double hopSeconds, std::span<const float> values,
    std::span<const float> lower, std::span<const float> upper)
{
    QVector<double> times;
    times.reserve(static_cast<qsizetype>(values.size()));
    for (std::size_t point = 0; point < values.size(); ++point)
        times.append(startSeconds + static_cast<double>(point) * hopSeconds);
    m_curve->setData(times, asDoubles(values), true);
    m_lower->setData(times, asDoubles(lower), true);
    m_upper->setData(times, asDoubles(upper), true);
}

void setEmotionScale(QCPAxis& axis, const QString& lowWord, const QString& highWord)
{
    axis.setRange(1.0, 9.0);
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (const int value : { 1, 3, 5, 7, 9 }) {
        QString text = QString::number(value);
        const QString& word = value == 1 ? lowWord : highWord;
        if (value != 3 && value != 5 && value != 7 && !word.isEmpty())
            text = word + QStringLiteral("  ") + text;
        ticker->addTick(value, text);
    }
    axis.setTicker(ticker);
}

void setTimeScale(QCPAxis& axis, double durationSeconds)
{
    axis.setRange(0.0, durationSeconds);
    const QSharedPointer<QCPAxisTickerTime> ticker(new QCPAxisTickerTime);
    ticker->setTimeFormat(
        durationSeconds < 3600.0 ? QStringLiteral("%m:%s") : QStringLiteral("%h:%m:%s"));
    ticker->setFieldWidth(
        durationSeconds < 3600.0 ? QCPAxisTickerTime::tuMinutes : QCPAxisTickerTime::tuHours, 1);
    ticker->setTickCount(8);
    axis.setTicker(ticker);
}

void setQuietAxis(QCPAxis& axis)
{
    axis.setBasePen(QPen(palette::kRule));
    axis.setTickPen(Qt::NoPen);
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLabelFont(palette::font(13));
    axis.setTickLabelColor(palette::kSecondaryInk);
    axis.grid()->setPen(QPen(palette::kRule, 1.0));
    axis.grid()->setZeroLinePen(Qt::NoPen);
}

} // namespace circumplex
