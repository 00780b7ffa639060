#pragma once

#include "core/services/track_session.h"
#include "ui/curve/track_lanes.h"
#include "ui/curve/track_notice.h"
#include "ui/curve/track_overview.h"

#include <QWidget>

namespace circumplex {

class EmptyPage;
class TrackHeader;
class TrackTools;

/// Everything about one track: what models and people say of it over time, its sound, chords, key,
/// moods and comments. The session reads; this page shows and asks.
class TrackPage : public QWidget {
    Q_OBJECT

public:
    /// @param session  outlives this page
    explicit TrackPage(TrackSession& session, QWidget* parent = nullptr);

    /// Opens a track; shows it from the library's rows at once and the waveform as it comes.
    void open(TrackId track);

    /// An analysis of the open track is running. What it has stored is shown after reload().
    void setAnalysing(bool isAnalysing);

    /// Says why nothing is heard, or (empty) that all is well.
    void setSoundProblem(const QString& sentence);

    /// Where the sound is.
    void setCursor(double seconds);
    TrackLanes& lanes() { return *m_lanes; }

    /// Writes a figure with its provenance. @param file  *.svg, *.pdf or *.png
    /// @returns why it could not be written; empty: done
    QString exportFigure(const QString& file) const;

    bool isShowing() const { return m_view != nullptr; } ///< a track, and not the way to one

    /// What menus and keys ask for, beside the buttons.
    void toggleLoop(); ///< of the selection, or of what is seen
    void writeComment(); ///< at the cursor, or of the selection
    void openCompare();
    void chooseFigureFile();
    void analyse();

Q_SIGNALS:
    void opening(); ///< another track; nothing of it is known yet
    /// What the library knows was read, or another model is the main one.
    /// @param main  of the view, whose curves are in front; nullptr: it was not analysed
    void readingShown(const std::shared_ptr<const TrackView>& view, const TrackView::Reading* main);
    void backRequested();
    void analysisRequested(TrackId track);
    void seekRequested(double seconds);
    void loopRequested(double beginSeconds, double endSeconds); ///< both 0: no loop
    /// A person wrote, changed or removed a comment; it is for others to keep that.
    void commentWanted(const std::shared_ptr<CommentChange>& change);
    void soundAvailable(const std::filesystem::path& path, double offsetSeconds, double seconds);

private:
    void connectParts();
    void connectSession();
    void showView(const std::shared_ptr<const TrackView>& view);
    void showWaveform(const std::shared_ptr<const WaveformPyramid>& waveform);
    std::vector<std::size_t> shownReadings() const;
    void dropMissingModels();
    void toggleModel(std::size_t reading, bool isOn);
    void tellReading();
    void chooseAgain();
    void fillMenus();
    void showNotice();
    void askForCloseUp();
    void editComment(const TrackComment& comment);

    TrackSession& m_session;
    std::shared_ptr<const TrackView> m_view;
    struct ChosenModel {
        std::string hash;
        QString name;
    };
    std::vector<ChosenModel> m_models; ///< the main one first; empty: the one in use
    std::pair<std::int64_t, std::int64_t> m_asked; ///< samples that are on their way or here
    std::vector<int> m_tags; ///< empty: the strongest
    TrackNotice::Problems m_problems;

    EmptyPage* m_empty; ///< in place of all else while no track was chosen
    TrackHeader* m_header;
    TrackNotice* m_notice;
    TrackTools* m_tools;
    TrackOverview* m_overview;
    TrackLanes* m_lanes;
};

} // namespace circumplex
