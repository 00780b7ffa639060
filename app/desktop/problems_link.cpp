#include "app/desktop/problems_link.h"

#include "app/desktop/engine_link.h"
#include "core/services/library_reader.h"
#include "core/services/path_text.h"
#include "ui/main_window/status_strip.h"

#include <ranges>

namespace circumplex {

ProblemsLink::ProblemsLink(
    StatusStrip& strip, LibraryReader& reader, EngineLink& engine, QObject* parent)
    : QObject(parent)
    , m_strip(strip)
    , m_reader(reader)
    , m_engine(engine)
{
    connect(&strip, &StatusStrip::tryAgainWanted, &engine, &EngineLink::analyseAgain);
}

void ProblemsLink::list()
{
    m_reader.failures(this, [this](const Result<std::vector<AnalysisFailure>>& failures) {
        if (!failures) return; // the library's page says that it cannot be read
        std::vector<Problem> problems;
        for (const AnalysisFailure& failure : std::views::reverse(*failures))
            problems.push_back(
                { failure.track, textOf(failure.path), failure.code, failure.reason });
        m_strip.addEarlierProblems(std::move(problems));
    });
}

void ProblemsLink::tryAllAgain()
{
    m_reader.failures(this, [this](const Result<std::vector<AnalysisFailure>>& failures) {
        if (!failures) return;
        std::vector<TrackId> tracks;
        for (const AnalysisFailure& failure : *failures)
            tracks.push_back(failure.track);
        m_engine.analyseAgain(tracks);
    });
}

} // namespace circumplex
