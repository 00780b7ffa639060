#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace circumplex {

/// The held-out error of the rounds of a training, epoch by epoch: the current round strong, those
/// before it pale, its best epoch marked; the old model's error on the same songs dashed.
class LossPlot : public QWidget {
    Q_OBJECT

public:
    explicit LossPlot(QWidget* parent = nullptr);

    void clear();
    /// @param round    from 0. @param loss  finite
    /// @param oldLoss  of the old model on the songs of this round
    void add(int round, double loss, std::optional<double> oldLoss);
    std::size_t pointCount() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Round {
        int number = 0;
        std::vector<double> losses; ///< one per epoch
        std::optional<double> oldLoss;
    };

    std::vector<Round> m_rounds;
};

} // namespace circumplex
