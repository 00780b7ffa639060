#pragma once

#include "core/types/id.h"

#include <QObject>

#include <set>

namespace circumplex {

class EngineLink;
class TrackPage;
class TrackSession;

/// The analysis of the track that is open: its page asks for it, and is told how it goes.
class TrackAnalysisLink : public QObject {
    Q_OBJECT

public:
    /// All must outlive this object.
    TrackAnalysisLink(
        TrackPage& page, TrackSession& session, EngineLink& engine, QObject* parent = nullptr);

private:
    void ended(TrackId track);

    TrackPage& m_page;
    TrackSession& m_session;
    std::set<TrackId> m_asked; ///< to be analysed again, and not answered
};

} // namespace circumplex
