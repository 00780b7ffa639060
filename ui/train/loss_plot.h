#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace circumplex {

/// The held-out error of the rounds of a training, epoch by epoch: the current round strong, those
/// before it pale, its best epoch marked; the old model's error on the same songs dashed.
/// Left and Right move a cursor over the current round's epochs, Home and End to the first and the
/// last.
class LossPlot : public QWidget {
    Q_OBJECT

public:
    explicit LossPlot(QWidget* parent = nullptr);

    void clear();
    /// @param round    from 0. @param loss  finite
    /// @param oldLoss  of the old model on the songs of this round
    void add(int round, double loss, std::optional<double> oldLoss);
    std::size_t pointCount() const;
    /// Of the current round, from 0; nullopt: there is no cursor.
    std::optional<std::size_t> cursorEpoch() const { return m_cursor; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void describe();
    QString cursorText() const;
    void paintCursor(QPainter& painter, const QRectF& area, const QPointF& at) const;

    struct Round {
        int number = 0;
        std::vector<double> losses; ///< one per epoch
        std::optional<double> oldLoss;
    };

    std::vector<Round> m_rounds;
    std::optional<std::size_t> m_cursor;
};

} // namespace circumplex
