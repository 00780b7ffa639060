#pragma once

#include "ui/common/theme.h"
#include "ui/plane/plane_scene.h"
#include "ui/plane/plane_words.h"

#include <QImage>
#include <QRect>

#include <array>

class QPainter;

namespace circumplex {

/// The picture of the plane without frame and axes, kept from frame to frame: moving the plane
/// moves the picture and paints only the strips that come into view, so a frame costs the same
/// however many tracks there are.
class PlaneLayer {
public:
    /// What is shown has changed.
    void forget()
    {
        m_image = {};
        m_wordScale = 0.0; // they may be of another language
    }

    /// @param view    the part of the plane to be seen; top() is the lower arousal
    /// @param pixels  size of the picture, square
    const QImage& show(const PlaneScene& scene, const QRectF& view, int pixels, double ratio,
        const QFont& font, const Theme& theme);

private:
    void paint(const PlaneScene& scene, const QRect& area, const Theme& theme);
    void paintGround(QPainter& painter, const Theme& theme) const;
    void paintPoints(
        QPainter& painter, const PlaneScene& scene, const QRect& area, const Theme& theme) const;
    void paintDots(QPainter& painter, const PlanePoints& points, const PlaneScene& scene,
        const QRect& area, bool isPale, const Theme& theme) const;
    void paintMany(QPainter& painter, const PlanePoints& points, const PlaneScene& scene,
        const QRect& area, bool isPale, const Theme& theme) const;
    bool areDots(const PlanePoints& points) const;
    void paintWords(QPainter& painter, const QRect& area, const Theme& theme);
    void paintTrail(QPainter& painter, const EmotionCurve& curve, const Theme& theme) const;
    QPointF toPixels(double valence, double arousal) const;

    QImage m_image;
    const Theme* m_theme = nullptr;
    QFont m_font;
    double m_ratio = 1.0;
    double m_scale = 1.0; ///< pixels per point of the plane
    QRectF m_view; ///< the part of the plane that is shown
    QPoint m_origin; ///< pixels from the plane's zero to the left and lower edge
    bool m_pointsAreDots = true, m_hitsAreDots = true; ///< in the picture that is kept
    double m_wordScale = 0.0; ///< the scale that m_words is for
    std::vector<MoodWord> m_words;
};

} // namespace circumplex
