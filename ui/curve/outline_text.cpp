#include "ui/curve/outline_text.h"

#include <QPaintEngine>
#include <QPainterPath>

#include <cmath>

namespace circumplex {

namespace {

constexpr double kGrain = 20.0; ///< outlines are kept to a twentieth of a pixel

/// A letter has dozens of points: short numbers halve the file.
QPainterPath rounded(const QPainterPath& path)
{
    QPainterPath result = path;
    for (int i = 0; i < result.elementCount(); ++i) {
        const QPainterPath::Element element = result.elementAt(i);
        result.setElementPositionAt(
            i, std::round(element.x * kGrain) / kGrain, std::round(element.y * kGrain) / kGrain);
    }
    return result;
}

} // namespace

/// QPaintEngine itself paints text as a path, unless told otherwise.
class OutlineTextDevice::Engine : public QPaintEngine {
public:
    explicit Engine(QPainter& target)
        : QPaintEngine(AllFeatures)
        , m_target(target)
    {
    }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }

    void updateState(const QPaintEngineState& change) override
    {
        const DirtyFlags dirty = change.state();
        if (dirty & DirtyTransform) m_target.setTransform(change.transform());
        if (dirty & DirtyPen) m_target.setPen(change.pen());
        if (dirty & DirtyBrush) m_target.setBrush(change.brush());
        if (dirty & DirtyOpacity) m_target.setOpacity(change.opacity());
        if (dirty & DirtyHints) {
            m_target.setRenderHint(
                QPainter::Antialiasing, change.renderHints().testFlag(QPainter::Antialiasing));
        }
    }

    void drawPath(const QPainterPath& path) override { m_target.drawPath(rounded(path)); }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        if (count < 2) return;
        QPainterPath path(points[0]);
        path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        for (int i = 1; i < count; ++i)
            path.lineTo(points[i]);
        if (mode != PolylineMode) {
            path.closeSubpath();
            drawPath(path);
        } else {
            drawOpen(path);
        }
    }

    void drawLines(const QLineF* lines, int count) override
    {
        QPainterPath path;
        for (int i = 0; i < count; ++i) {
            path.moveTo(lines[i].p1());
            path.lineTo(lines[i].p2());
        }
        drawOpen(path);
    }

    void drawRects(const QRectF* rects, int count) override { m_target.drawRects(rects, count); }
    void drawEllipse(const QRectF& rect) override { m_target.drawEllipse(rect); }

    void drawImage(const QRectF& place, const QImage& image, const QRectF& part,
        Qt::ImageConversionFlags flags) override
    {
        m_target.drawImage(place, image, part, flags);
    }

    void drawPixmap(const QRectF& place, const QPixmap& pixmap, const QRectF& part) override
    {
        m_target.drawPixmap(place, pixmap, part);
    }

private:
    /// Lines, whatever the brush.
    void drawOpen(const QPainterPath& path)
    {
        const QBrush brush = m_target.brush();
        m_target.setBrush(Qt::NoBrush);
        drawPath(path);
        m_target.setBrush(brush);
    }

    QPainter& m_target;
};

OutlineTextDevice::OutlineTextDevice(QPainter& target, QSize size)
    : m_engine(std::make_unique<Engine>(target))
    , m_size(size)
{
}

OutlineTextDevice::~OutlineTextDevice() = default;

QPaintEngine* OutlineTextDevice::paintEngine() const
{
    return m_engine.get();
}

int OutlineTextDevice::metric(PaintDeviceMetric metric) const
{
    constexpr int kDotsPerInch = 96;
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return qRound(m_size.width() * 25.4 / kDotsPerInch);
    case PdmHeightMM:
        return qRound(m_size.height() * 25.4 / kDotsPerInch);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDotsPerInch;
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

} // namespace circumplex
