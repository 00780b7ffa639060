#pragma once

#include <QWidget>

#include <array>

namespace circumplex {

/// How many labelled songs there are in each quarter of the valence-arousal plane; those that have
/// few are outlined.
class LabelPlane : public QWidget {
    Q_OBJECT

public:
    explicit LabelPlane(QWidget* parent = nullptr);

    /// @param tracks  in the order of palette::Quarter
    void setTracks(const std::array<int, 4>& tracks);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<int, 4> m_tracks {};
};

} // namespace circumplex
