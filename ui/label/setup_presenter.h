#pragma once

#include "core/services/job_runner.h"
#include "ui/label/label_plan.h"

#include <QObject>

#include <vector>

namespace circumplex {

class LibraryReader;
class SetupPanel;

/// Tells the panel before a sitting what there is: songs, people, lags, ratings that were cut
/// short.
class SetupPresenter : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this object.
    SetupPresenter(SetupPanel& panel, LibraryReader& reader, QObject* parent = nullptr);

    /// What is selected and what is found in the library, in its order.
    void setLibrary(std::vector<TrackId> selected, std::vector<TrackId> found);
    void refresh();
    /// What depends on who rates and with what.
    void refreshRater();

    /// Of the chosen rater and instrument; 0: never measured.
    double latencySeconds() const { return m_latencySeconds; }

private:
    void showSuggestions(const std::string& rater);
    void showEarlier(const std::string& rater);
    bool isChosen(const std::string& rater) const;

    SetupPanel& m_panel;
    LibraryReader& m_reader;
    std::vector<TrackId> m_selected, m_found;
    double m_latencySeconds = 0.0;
    JobRunner m_jobs; // last: its jobs end before anything else does
};

} // namespace circumplex
