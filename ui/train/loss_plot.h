#pragma once

#include <QWidget>

#include <vector>

namespace circumplex {

/// The held-out error of the rounds of a training, epoch by epoch: the current round strong, those
/// before it pale, its best epoch marked.
class LossPlot : public QWidget {
    Q_OBJECT

public:
    explicit LossPlot(QWidget* parent = nullptr);

    void clear();
    /// @param round  from 0. @param loss  finite
    void add(int round, double loss);
    std::size_t pointCount() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Round {
        int number = 0;
        std::vector<double> losses; ///< one per epoch
    };

    std::vector<Round> m_rounds;
};

} // namespace circumplex
