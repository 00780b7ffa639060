#include "app/desktop/track_analysis_link.h"

#include "app/desktop/engine_link.h"
#include "core/services/track_session.h"
#include "ui/curve/track_page.h"

namespace circumplex {

TrackAnalysisLink::TrackAnalysisLink(
    TrackPage& page, TrackSession& session, EngineLink& engine, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_session(session)
{
    connect(&page, &TrackPage::analysisRequested, &engine,
        [&engine](TrackId track) { engine.analyseAgain({ track }); });
    connect(&engine, &EngineLink::askedAgain, this, [this](const std::vector<TrackId>& tracks) {
        m_asked.insert(tracks.begin(), tracks.end());
        if (m_asked.contains(m_session.track())) m_page.setAnalysing(true);
    });
    // One that is opened while it is analysed.
    connect(&session, &TrackSession::viewRead, this, [this] {
        if (m_asked.contains(m_session.track())) m_page.setAnalysing(true);
    });
    connect(&engine, &EngineLink::trackAnnotated, this, &TrackAnalysisLink::ended);
    connect(&engine, &EngineLink::trackFailed, this, &TrackAnalysisLink::ended);
    connect(&engine, &EngineLink::rested, this, [this] {
        if (m_asked.empty()) return;
        m_asked.clear();
        m_page.setAnalysing(false);
    });
}

void TrackAnalysisLink::ended(TrackId track)
{
    m_asked.erase(track);
    if (track != m_session.track()) return;
    m_page.setAnalysing(false);
    m_session.reload();
}

} // namespace circumplex
