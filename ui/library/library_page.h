#pragma once

#include "core/base/result.h"
#include "core/library/library_overview.h"
#include "core/library/track_search.h"
#include "core/services/settings.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace circumplex {

class EmptyPage;
class FilterChips;
class SearchBox;
class TrackListModel;
class TrackTable;

/// The library: a search box, chips for its parts, and the table of what is found.
class LibraryPage : public QWidget {
    Q_OBJECT

public:
    explicit LibraryPage(QWidget* parent = nullptr);

    void setCounts(const LibraryCounts& counts);
    void setFound(const TrackSearch::Found& found);
    /// The list cannot be read; what is shown of it stays.
    void setError(const Error& error);
    /// False while no recordings came with the program.
    void setHasDemoPieces(bool hasDemoPieces);

    void restore(const Settings::Library& settings);
    void store(Settings::Library& settings) const;

    /// What is asked for: the text of the box and the chosen part. nullopt while the text cannot be
    /// understood.
    std::optional<SearchNode> query() const;
    const TrackSort& order() const { return m_order; }
    void search(const QString& text);

    TrackListModel& model() { return *m_model; }
    TrackTable& table() { return *m_table; }
    SearchBox& searchBox() { return *m_search; }
    FilterChips& chips() { return *m_chips; }
    std::vector<TrackId> selectedTracks() const;

Q_SIGNALS:
    void queryChanged();
    void trackOpened(TrackId track);
    void selectionChanged();
    void analyseFirstWanted(const std::vector<TrackId>& tracks);
    void showInFolderWanted(TrackId track);
    void copyPathsWanted(const std::vector<TrackId>& tracks);
    void addFolderWanted();
    void demoWanted();

private:
    QWidget* makeHead();
    void makeEmptyPages();
    void showContextMenu(const QPoint& at);
    void updateState();

    SearchBox* m_search;
    FilterChips* m_chips;
    TrackListModel* m_model;
    TrackTable* m_table;
    QLabel* m_summary;
    QLabel* m_message;
    QStackedWidget* m_pages;
    EmptyPage* m_firstRun;
    EmptyPage* m_nothingFound;
    QPushButton* m_demo;
    QPushButton* m_columns;
    std::optional<LibraryCounts> m_counts;
    std::optional<std::size_t> m_found;
    TrackSort m_order;
    QTimer m_errorTimer;
};

} // namespace circumplex
