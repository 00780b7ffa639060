#pragma once

#include "ui/plane/plane_scene.h"

#include <QWidget>

#include <vector>

namespace circumplex {

/// What the colours of the plane mean: groups, where there are too many songs for dots how strength
/// tells their number, and the way of the track that is open.
class PlaneLegend : public QWidget {
    Q_OBJECT

public:
    explicit PlaneLegend(QWidget* parent = nullptr);

    /// @param showsDots   single songs are drawn, not cells
    /// @param trailTitle  of the track whose way is drawn; empty: none
    void setScene(const PlaneScene& scene, bool showsDots, const QString& trailTitle);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry {
        QString name;
        int number = 0; ///< of the group, or of the quarter
    };

    /// Calls place(entry, rectangle) for each, row by row. @return the height
    template <class Place> int layOut(int width, Place place) const;
    QColor colourOf(const Entry& entry) const;
    void listGroups(const PlaneScene& scene);
    /// A bar of 16 pixels' height between two words.
    template <class ColourAt>
    void paintRamp(QPainter& painter, int y, const QString& begin, const QString& end,
        ColourAt colourAt) const;

    std::vector<Entry> m_entries;
    bool m_showsDots = true;
    PlaneScene::Colouring m_colouring = PlaneScene::Colouring::Quarter;
    QString m_trailTitle;
};

} // namespace circumplex
