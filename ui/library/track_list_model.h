#pragma once

#include "core/library/library_overview.h"
#include "core/library/track_search.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QTimer>

#include <optional>
#include <vector>

namespace circumplex {

enum class TrackColumn {
    Title,
    Artist,
    Album,
    Moods,
    Curve,
    Place, ///< on the plane
    Valence,
    Arousal,
    Length,
    Year,
    Genre,
    Key,
    State,
};
inline constexpr int kTrackColumns = 13;

/// Tracks in an order, as a table. Holds the ids of all, and the rows and small curves of those
/// that were looked at last.
///
/// A cell that is not there yet is empty; rowsWanted() and curvesWanted() ask for it, one request
/// at a time and what was looked at last first, and putRows() and putCurves() answer.
class TrackListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        RowRole = Qt::UserRole, ///< const TrackRow*, null where not there yet
        CurveRole, ///< const Sparkline*, null where not there yet; without points if there is none
        IsLateRole, ///< bool: not there, and has not been for long enough to say so
    };

    explicit TrackListModel(QObject* parent = nullptr);

    /// @param total  how many rows there are; above tracks.size() where only the beginning is
    ///   known yet
    void setTracks(std::vector<TrackId> tracks, std::size_t total);

    /// @param asked  of rowsWanted(); those without a row in `rows` are gone from the library
    void putRows(const std::vector<TrackId>& asked, std::vector<TrackRow> rows);
    void putCurves(const std::vector<TrackId>& asked, std::vector<Sparkline> curves);

    /// Asks for these anew when they are looked at.
    void forget(TrackId track);
    void forgetAll();

    const std::vector<TrackId>& tracks() const { return m_tracks; }
    /// 0: not known yet
    TrackId trackAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Asks for another order; columns without one are passed over.
    void sort(int column, Qt::SortOrder order) override;

    /// The order by a column; nullopt: it has none.
    std::optional<TrackSort> sortBy(TrackColumn column, Qt::SortOrder order) const;
    bool hasOrder(TrackColumn column) const { return orderOf(column).has_value(); }
    /// What the column of moods is ordered by. @param tag  nullopt: it has no order
    void setOrderedMood(std::optional<int> tag);

Q_SIGNALS:
    /// All ids are known, after a beginning of them was shown.
    void completed();
    void rowsWanted(const std::vector<TrackId>& tracks);
    void curvesWanted(const std::vector<TrackId>& tracks);
    void orderWanted(const TrackSort& sort);

private:
    std::optional<TrackSort::Key> orderOf(TrackColumn column) const;
    const TrackRow* rowAt(int row) const;
    const Sparkline* curveAt(int row) const;
    void askForRows();
    void askForCurves();
    void repaint();
    void repaintCurves(const std::vector<int>& rows);

    static constexpr int kPage = 64; ///< rows asked for together
    static constexpr int kMostRows = 6'000; ///< kept; a row is about 1 kB
    static constexpr int kMostCurves = 20'000; ///< kept; a curve is about 200 B
    static constexpr std::size_t kMostPages = 4; ///< asked for together

    std::vector<TrackId> m_tracks;
    std::size_t m_total = 0;
    std::optional<int> m_orderedMood;
    mutable QCache<std::int64_t, TrackRow> m_rows { kMostRows };
    mutable QCache<std::int64_t, Sparkline> m_curves { kMostCurves };
    mutable std::vector<int> m_missedPages; ///< looked at last: last
    mutable std::vector<int> m_missedCurves; ///< rows, looked at last: last
    std::vector<int> m_askedCurveRows;
    mutable QTimer m_rowTimer, m_curveTimer; ///< run when the painting is over
    QTimer m_lateTimer;
    bool m_rowsAreAsked = false, m_curvesAreAsked = false, m_isLate = false;
};

/// What the state column says of a row.
QString trackStateText(const TrackRow& row);

} // namespace circumplex
