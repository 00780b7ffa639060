#pragma once

#include "core/services/latency_task.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <deque>
#include <optional>

namespace circumplex {

struct Theme;

/// The plane of valence and arousal, or one of its axes alone, to say on it how music feels.
///
/// While it is live the ring follows the pointer without a button, and its way of the last three
/// seconds fades behind it; else a click sets it. Arrows move it by 0.25, with Shift by 1.
class RatingPlane : public QWidget {
    Q_OBJECT

public:
    enum class Axes { Both, Valence, Arousal };
    enum class Source { Mouse, Keys, Gamepad, Fader };
    Q_ENUM(Source)

    explicit RatingPlane(QWidget* parent = nullptr);

    void setAxes(Axes axes);
    void setLive(bool isLive);
    /// Pale: what is said now counts little.
    void setPale(bool isPale);
    /// nullopt: nothing is said yet
    void setPlace(const std::optional<EmotionPlace>& place);
    const std::optional<EmotionPlace>& place() const { return m_place; }
    /// Something to follow.
    void setTarget(const std::optional<EmotionPlace>& target);
    /// What a model says.
    void setModelPlace(const std::optional<EmotionPlace>& place);
    /// As if a person had moved the ring.
    void putPlace(EmotionPlace place, Source source);

    QPointF toPixels(const EmotionPlace& place) const;
    EmotionPlace toPlace(const QPointF& pixels) const;

    QSize sizeHint() const override { return { 480, 480 }; }
    QSize minimumSizeHint() const override { return { 260, 260 }; }

Q_SIGNALS:
    /// A person moved the ring.
    void placed(const EmotionPlace& place, RatingPlane::Source source);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF canvas() const;
    void paintGround(QPainter& painter, const Theme& theme) const;
    void paintWords(QPainter& painter, const Theme& theme) const;
    void describe();

    struct Step {
        qint64 ms;
        EmotionPlace place;
    };

    Axes m_axes = Axes::Both;
    bool m_isLive = false, m_isPale = false;
    std::optional<EmotionPlace> m_place, m_target, m_modelPlace;
    std::deque<Step> m_trail;
    QElapsedTimer m_clock;
    QTimer m_fade;
};

/// "valence 6.5, arousal 3.2" of those that are asked for.
QString placeText(const EmotionPlace& place, RatingPlane::Axes axes);

} // namespace circumplex
