#pragma once

#include "core/library/facet_table.h"

#include <QWidget>

#include <array>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace circumplex {

enum class FacetGroup { Moods, Artists, Genres, Years };
inline constexpr std::size_t kFacetGroups = 4;

/// What the songs of a search are like, with counts: moods, artists, genres, years. Choosing some
/// narrows the search; several of a group mean any of them.
class FacetPanel : public QWidget {
    Q_OBJECT

public:
    /// Values of a group that are shown at most.
    static constexpr std::size_t kMost = 100;

    explicit FacetPanel(QWidget* parent = nullptr);

    /// @param facets  by group: each is counted without what is chosen in it, or there would be
    ///   nothing more to choose
    void setFacets(const std::array<TrackFacets, kFacetGroups>& facets);

    /// What is chosen in a group, in the search language; empty: nothing.
    QString clause(FacetGroup group) const;
    /// Nothing is chosen in the group any more, without chosenChanged().
    void clear(FacetGroup group);

    /// All that is chosen, to be remembered; restore() takes it without chosenChanged().
    QStringList chosen() const;
    void restore(const QStringList& chosen);

    /// A value in the search language. Empty: it cannot be searched for.
    static QString condition(FacetGroup group, const QString& value);

Q_SIGNALS:
    void chosenChanged(FacetGroup group);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Value {
        QString text; ///< for people
        QString condition;
        std::int64_t tracks = 0;
    };

    /// @param hidden  how many values there are beyond these
    void fill(FacetGroup group, const std::vector<Value>& values, std::size_t hidden);
    /// All values of a group, or the first few.
    void showAll(QTreeWidgetItem& group, bool isOn);
    void fillYears(const TrackFacets& facets);
    void addValue(QTreeWidgetItem& parent, FacetGroup group, const Value& value);
    void toggle(QTreeWidgetItem* item);
    void updateClear();

    static constexpr int kFew = 7; ///< values that a group shows at first

    QTreeWidget* m_tree;
    QPushButton* m_clear;
    std::array<QTreeWidgetItem*, kFacetGroups> m_groups {};
    std::array<std::vector<Value>, kFacetGroups> m_chosen;
};

} // namespace circumplex
