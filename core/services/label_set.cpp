#include "core/services/label_set.h"

#include "core/library/label_store.h"
#include "core/library/library_database.h"
#include "core/library/track_search.h"
#include "core/library/track_store.h"

#include <algorithm>
#include <set>

namespace circumplex {

namespace {

Error unknownRater(const std::string& name, const LabelSet& labels)
{
    std::set<std::string> known;
    for (const auto& [id, session] : labels.sessions)
        known.insert(session.raterName);
    std::string names;
    for (const std::string& one : known)
        names += (names.empty() ? "\"" : ", \"") + one + "\"";
    return { ErrorCode::NotFound,
        "Nobody called \"" + name + "\" has rated anything in this library"
            + (names.empty() ? std::string(".") : "; these have: " + names + ".") };
}

} // namespace

std::vector<std::string> LabelSet::raters() const
{
    std::set<std::string> names;
    for (const LabelledTrack& entry : tracks) {
        for (const StaticRating& rating : entry.labels.ratings)
            names.insert(raterOf(rating.session));
        for (const TagLabel& tag : entry.labels.tags)
            names.insert(raterOf(tag.session));
        for (const Trace& trace : entry.labels.traces)
            names.insert(raterOf(trace.session));
    }
    return { names.begin(), names.end() };
}

Result<LabelSet> readLabels(LibraryDatabase& library, const std::vector<std::string>& raters)
{
    LabelSet set;
    const LabelStore store(library);
    const auto sessions = store.sessions();
    if (!sessions) return tl::unexpected(sessions.error());
    for (const RatingSession& session : *sessions)
        set.sessions[session.id] = session;
    for (const std::string& name : raters)
        if (std::ranges::none_of(
                *sessions, [&](const auto& session) { return session.raterName == name; }))
            return tl::unexpected(unknownRater(name, set));

    const SearchNode isLabelled { .kind = SearchNode::Kind::State, .state = StateField::Labelled };
    const auto found = TrackSearch(library, {}).find(isLabelled, { .key = TrackSort::Key::Path });
    if (!found) return tl::unexpected(found.error());
    const auto isUnwanted = [&](SessionId session) {
        return !raters.empty() && std::ranges::find(raters, set.raterOf(session)) == raters.end();
    };
    for (const TrackId id : found->ids) {
        const auto track = TrackStore(library).track(id);
        if (!track) return tl::unexpected(track.error());
        auto labels = store.of(id);
        if (!labels) return tl::unexpected(labels.error());
        std::erase_if(labels->ratings, [&](const auto& one) { return isUnwanted(one.session); });
        std::erase_if(labels->tags, [&](const auto& one) { return isUnwanted(one.session); });
        std::erase_if(labels->traces, [&](const Trace& trace) {
            return !trace.isComplete || trace.samples.empty() || isUnwanted(trace.session);
        });
        if (labels->ratings.empty() && labels->tags.empty() && labels->traces.empty()) continue;
        set.tracks.push_back({ *track, std::move(*labels) });
    }
    return set;
}

} // namespace circumplex
