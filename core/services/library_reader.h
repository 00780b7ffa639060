#pragma once

#include "core/library/facet_table.h"
#include "core/library/label_proposals.h"
#include "core/library/library_overview.h"
#include "core/library/track_groups.h"
#include "core/library/track_search.h"
#include "core/services/job_runner.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace circumplex {

/// A present track whose analysis failed when it was tried last.
struct AnalysisFailure {
    TrackId track {};
    std::filesystem::path path {};
    std::string code {}; ///< errorCodeName()
    std::string reason {}; ///< English sentences
};

/// Reads a library file for windows, which must never wait for a disk.
///
/// Every call returns at once. Its answer comes later on the caller's thread, unless `context` is
/// gone by then. Searches, rows and overviews have a thread and a connection each, so that
/// scrolling does not wait for a search.
class LibraryReader : public QObject {
    Q_OBJECT

public:
    template <class T> using Done = std::function<void(Result<T>)>;

    /// @param modelHash  of the model in use; where the library does not know it, the one that
    ///   annotated most of it is meant
    LibraryReader(std::filesystem::path file, std::string modelHash, QObject* parent = nullptr);
    ~LibraryReader() override;

    const std::filesystem::path& file() const { return m_file; }
    const std::string& modelHash() const { return m_modelHash; }

    /// Newer searches retire older ones, which then give no answer.
    /// @param few  above 0: a first answer with so many tracks at most, if that is quicker, and
    ///   then a second one with all
    void find(QObject* context, const SearchNode& query, const TrackSort& sort, std::size_t few,
        Done<TrackSearch::Found> done);

    void rows(QObject* context, std::vector<TrackId> tracks, Done<std::vector<TrackRow>> done);
    void sparklines(
        QObject* context, std::vector<TrackId> tracks, Done<std::vector<Sparkline>> done);
    /// The same tracks in another order; those that are gone are left out.
    void ordered(QObject* context, std::vector<TrackId> tracks, const TrackSort& sort,
        Done<std::vector<TrackId>> done);
    /// Where the files are, as raw bytes; in the order asked for. Tracks that are gone are left
    /// out.
    void paths(QObject* context, std::vector<TrackId> tracks,
        Done<std::vector<std::filesystem::path>> done);
    /// Newest first.
    void failures(QObject* context, Done<std::vector<AnalysisFailure>> done);
    /// The track that a whole file is; nullopt: it is not in the library.
    void trackAt(
        QObject* context, const std::filesystem::path& file, Done<std::optional<TrackId>> done);
    void counts(QObject* context, Done<LibraryCounts> done);
    /// The same of what a search finds; newer questions retire older ones.
    void countsWithin(QObject* context, const SearchNode& query, Done<LibraryCounts> done);
    void points(QObject* context, Done<std::vector<EmotionPoint>> done);
    /// All that a query finds, in no order. Newer calls retire older ones, but no find().
    void matching(QObject* context, const SearchNode& query, Done<std::vector<TrackId>> done);
    /// What this rater could best rate next.
    void proposals(QObject* context, const std::string& rater, std::size_t count,
        Done<std::vector<LabelProposal>> done);
    void genres(QObject* context, Done<TrackGroups> done);
    void decades(QObject* context, Done<TrackGroups> done);

    /// What the tracks of each query are like; newer questions retire older ones. The first time,
    /// an answer without moods comes before the whole one.
    void facets(QObject* context, std::vector<SearchNode> queries, std::size_t most,
        Done<std::vector<TrackFacets>> done);

    /// Opens the file anew at the next call, for example because it has been made meanwhile.
    void reopen();
    /// Another model is in use: answers are about it from now on.
    void setModel(std::string modelHash);

private:
    struct Lane;
    template <class T, class Work>
    void start(Lane& lane, QObject* context, Work work, Done<T> done);

    std::filesystem::path m_file;
    std::string m_modelHash;
    std::shared_ptr<std::mutex> m_opening = std::make_shared<std::mutex>();
    bool m_knowsMoods = false; ///< facets came with moods, since the file was opened
    std::unique_ptr<Lane> m_searches, m_lists, m_overviews, m_marks, m_facets, m_parts;
};

} // namespace circumplex
