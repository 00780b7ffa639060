#pragma once

#include "core/base/result.h"
#include "core/library/facet_table.h"
#include "core/library/library_overview.h"
#include "core/library/track_search.h"
#include "core/services/settings.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace circumplex {

class EmptyPage;
class FacetPanel;
class FilterChips;
class SearchBox;
class TrackListModel;
class TrackTable;
enum class TrackColumn;

/// What facets are to be counted of.
struct FacetQuestion {
    std::vector<SearchNode> queries; ///< empty: nothing is to be counted
    std::array<std::size_t, 4> ofGroup {}; ///< index into `queries`, by FacetGroup
};

/// The library: a search box, chips for its parts, and the table of what is found.
class LibraryPage : public QWidget {
    Q_OBJECT

public:
    explicit LibraryPage(QWidget* parent = nullptr);

    void setCounts(const LibraryCounts& counts);
    /// The same of what the text of the box finds, whatever chip is chosen.
    void setCountsWithin(const LibraryCounts& counts);
    /// What the chips are to count: the text of the box alone. nullopt: the whole library
    std::optional<SearchNode> countedQuery() const;
    void setFound(const TrackSearch::Found& found);
    /// The list cannot be read; what is shown of it stays.
    void setError(const Error& error);
    /// The library file cannot be reached, as when its disk is away.
    void setAbsent(const QString& file);
    /// The library can be looked at but not changed.
    void setReadOnly(bool isReadOnly);
    /// False while no recordings came with the program.
    void setHasDemoPieces(bool hasDemoPieces);

    void restore(const Settings::Library& settings);
    void store(Settings::Library& settings) const;

    /// What is asked for: the text of the box and the chosen part. nullopt while the text cannot be
    /// understood.
    std::optional<SearchNode> query() const;
    const TrackSort& order() const { return m_order; }

    /// For each group of facets the search without what is chosen in that group. Nothing while
    /// nobody sees them, or while the text cannot be understood.
    FacetQuestion facetQuestion() const;
    /// @param facets  one for each of the question's queries
    void setFacets(const FacetQuestion& question, const std::vector<TrackFacets>& facets);
    void search(const QString& text);

    TrackListModel& model() { return *m_model; }
    TrackTable& table() { return *m_table; }
    SearchBox& searchBox() { return *m_search; }
    FilterChips& chips() { return *m_chips; }
    FacetPanel& facets() { return *m_facets; }
    void showFacets(bool isOn);
    std::vector<TrackId> selectedTracks() const;
    /// The selected one that has the focus, or the first that is selected; none: nothing is.
    TrackId chosenTrack() const;
    /// It was removed from the library: a search for is:removed shows it.
    bool isChosenRemoved() const;
    /// Searches for everything by the chosen track's artist.
    void searchArtist();
    /// What a right click on songs offers.
    void setSongMenu(QMenu& menu) { m_songMenu = &menu; }
    /// Says what has been done, for a while.
    void tell(const QString& sentence);

Q_SIGNALS:
    void queryChanged();
    /// What the facets are to count is another, or is now wanted.
    void facetsWanted();
    void trackOpened(TrackId track);
    void selectionChanged();
    void playWanted(TrackId track);
    void analyseFirstWanted(const std::vector<TrackId>& tracks);
    /// Also where the model in use has annotated them.
    void analyseAgainWanted(const std::vector<TrackId>& tracks);
    void playlistWanted(const std::vector<TrackId>& tracks);
    void rateWanted(const std::vector<TrackId>& tracks);
    void showOnPlaneWanted(const std::vector<TrackId>& tracks);
    void removeWanted(const std::vector<TrackId>& tracks);
    void bringBackWanted(const std::vector<TrackId>& tracks);
    void showInFolderWanted(TrackId track);
    void copyPathsWanted(const std::vector<TrackId>& tracks);
    void addFolderWanted();
    void demoWanted();
    /// The library may be there again.
    void lookAgainWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QModelIndex chosenCell(TrackColumn column) const;
    void showMessage(const QString& sentence);
    void placeMessage();
    QWidget* makeHead();
    void makeEmptyPages();
    void showContextMenu(const QPoint& at);
    void updateState();
    std::optional<SearchNode> inChosenPart(const QString& text) const;
    /// Puts what is chosen in a group of facets into the text.
    void writeClause(std::size_t group);
    /// The column of moods is ordered by the mood that is searched for.
    void followMood();
    /// Chosen facets whose condition a person took out of the text are chosen no longer.
    void followText();

    SearchBox* m_search;
    FilterChips* m_chips;
    FacetPanel* m_facets;
    TrackListModel* m_model;
    TrackTable* m_table;
    QLabel* m_summary;
    QLabel* m_message;
    QLabel* m_notice; ///< what holds for the whole library
    QStackedWidget* m_pages;
    EmptyPage* m_firstRun;
    EmptyPage* m_nothingFound;
    EmptyPage* m_absent;
    QPushButton* m_add;
    QPushButton* m_demo;
    QPushButton* m_columns;
    QPushButton* m_facetsButton;
    std::array<QString, 4> m_clauses; ///< in the text, by FacetGroup; empty: none
    std::optional<LibraryCounts> m_counts;
    std::optional<std::size_t> m_found;
    bool m_isAbsent = false;
    bool m_asksAnew = false; ///< the next answer is to another question
    TrackSort m_order;
    QTimer m_errorTimer;
    QTimer m_tellTimer;
    QMenu* m_songMenu = nullptr;
};

} // namespace circumplex
