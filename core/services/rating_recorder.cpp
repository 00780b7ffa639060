#include "core/services/rating_recorder.h"

#include "core/library/label_store.h"
#include "core/library/library_database.h"

#include <QDateTime>

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>

namespace circumplex {

namespace {

constexpr int kFlushMs = 500;
constexpr int kRetryMs = 2000;

bool isForGood(ErrorCode code)
{
    return code == ErrorCode::NotFound || code == ErrorCode::Refused;
}

std::vector<TraceId> idsOf(const std::vector<Trace>& traces)
{
    std::vector<TraceId> ids;
    for (const Trace& trace : traces)
        ids.push_back(trace.id);
    return ids;
}

} // namespace

/// What waits to be written, and what the writing thread knows.
struct RatingRecorder::Desk {
    struct OpenTrace {
        TraceDimension dimension;
        TraceMode mode;
        TraceId id;
    };

    explicit Desk(std::filesystem::path path)
        : file(std::move(path))
    {
    }

    const std::filesystem::path file;

    struct Step {
        Work work;
        TrackId saved; ///< what is said to be on disk when it is; 0: nothing
        bool startsSitting = false;
    };

    std::mutex mutex; ///< of these:
    std::deque<Step> waiting;
    std::vector<TrackId> saved; ///< since this was last looked at
    bool hasStarted = false; ///< likewise: a sitting

    // The writing thread's:
    std::optional<LibraryDatabase> library;
    SessionId session {};
    std::vector<OpenTrace> traces; ///< of the gesture that is being made
    std::map<TrackId, SessionId> sittings; ///< in which tracks were saved

    /// Writes one after the other until nothing waits or something cannot be written now.
    Result<void> write()
    {
        while (true) {
            Work work;
            {
                const std::lock_guard lock(mutex);
                if (waiting.empty()) return {};
                work = waiting.front().work;
            }
            const Result<void> done = perform(work);
            if (!done && !isForGood(done.error().code)) {
                library.reset(); // it may be another file, or writable, by the next time
                return done;
            }
            const std::lock_guard lock(mutex);
            if (waiting.empty()) return done; // abandon() was faster
            const Step step = std::move(waiting.front());
            waiting.pop_front();
            if (!done) return done;
            if (step.saved) saved.push_back(step.saved);
            hasStarted = hasStarted || step.startsSitting;
        }
    }

private:
    Result<void> perform(const Work& work)
    {
        if (!library) {
            auto opened = LibraryDatabase::open(file, { .fullCheckBytes = 0 });
            if (!opened) return tl::unexpected(opened.error());
            library.emplace(std::move(*opened));
        }
        return library->inTransaction([&]() -> Result<void> {
            LabelStore labels(*library);
            return work(*this, labels);
        });
    }
};

RatingRecorder::RatingRecorder(std::filesystem::path library, QObject* parent)
    : QObject(parent)
    , m_desk(std::make_shared<Desk>(std::move(library)))
    , m_runner(*this, 1)
{
    m_flushTimer.setSingleShot(true);
    m_flushTimer.setInterval(kFlushMs);
    connect(&m_flushTimer, &QTimer::timeout, this, &RatingRecorder::flush);
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setInterval(kRetryMs);
    connect(&m_retryTimer, &QTimer::timeout, this, &RatingRecorder::writeAll);
}

RatingRecorder::~RatingRecorder()
{
    flush();
    writeAll();
    m_runner.finish();
}

void RatingRecorder::push(Work work, TrackId saved, bool startsSitting)
{
    {
        const std::lock_guard lock(m_desk->mutex);
        m_desk->waiting.push_back({ std::move(work), saved, startsSitting });
    }
    writeAll();
}

void RatingRecorder::writeAll()
{
    m_runner.start(
        [desk = m_desk](const std::stop_token&) -> Result<void> { return desk->write(); },
        [this](const Result<void>& done) {
            std::vector<TrackId> written;
            bool hasStarted = false;
            {
                const std::lock_guard lock(m_desk->mutex);
                written.swap(m_desk->saved);
                hasStarted = std::exchange(m_desk->hasStarted, false);
            }
            if (hasStarted) Q_EMIT sittingStarted();
            for (const TrackId track : written)
                Q_EMIT saved(track);
            if (!done) {
                if (!isForGood(done.error().code)) m_retryTimer.start();
                if (!std::exchange(m_hasFailed, true)) Q_EMIT failed(done.error());
            } else if (std::exchange(m_hasFailed, false)) {
                Q_EMIT recovered();
            }
        });
}

void RatingRecorder::startSitting(const RatingSession& session)
{
    const auto start = [session](Desk& desk, LabelStore& labels) -> Result<void> {
        const auto id = labels.startSession(session);
        if (!id) return tl::unexpected(id.error());
        desk.session = *id;
        return {};
    };
    push(start, {}, true);
}

void RatingRecorder::abandon()
{
    m_flushTimer.stop();
    m_retryTimer.stop();
    m_moments.clear();
    m_hasFailed = false;
    const std::lock_guard lock(m_desk->mutex);
    m_desk->waiting.clear();
}

void RatingRecorder::beginGesture(const Gesture& gesture)
{
    flush();
    const std::int64_t now = QDateTime::currentSecsSinceEpoch();
    push([gesture, now](Desk& desk, LabelStore& labels) -> Result<void> {
        desk.traces.clear();
        std::vector<Desk::OpenTrace> traces;
        for (const TraceDimension dimension : gesture.dimensions) {
            const auto id = labels.startTrace({ .track = gesture.track,
                .session = desk.session,
                .dimension = dimension,
                .mode = gesture.mode,
                .startedAt = now,
                .latencySeconds = gesture.latencySeconds,
                .orientationSeconds = gesture.orientationSeconds });
            if (!id) return tl::unexpected(id.error());
            traces.push_back({ dimension, gesture.mode, *id });
        }
        desk.traces = std::move(traces);
        return {};
    });
}

void RatingRecorder::continueGesture(const std::vector<Trace>& interrupted)
{
    flush();
    push([interrupted](Desk& desk, LabelStore&) -> Result<void> {
        desk.traces.clear();
        for (const Trace& trace : interrupted) {
            desk.session = trace.session;
            desk.traces.push_back({ trace.dimension, trace.mode, trace.id });
        }
        return {};
    });
}

void RatingRecorder::add(double seconds, double valence, double arousal)
{
    m_moments.push_back(
        { static_cast<float>(seconds), static_cast<float>(valence), static_cast<float>(arousal) });
    if (!m_flushTimer.isActive()) m_flushTimer.start();
}

void RatingRecorder::flush()
{
    m_flushTimer.stop();
    if (m_moments.empty()) return;
    push([moments = std::exchange(m_moments, {})](Desk& desk, LabelStore& labels) -> Result<void> {
        std::vector<TraceSample> samples;
        for (const Desk::OpenTrace& trace : desk.traces) {
            samples.clear();
            for (const Moment& moment : moments) {
                const float value
                    = trace.dimension == TraceDimension::Valence ? moment.valence : moment.arousal;
                samples.push_back({ moment.seconds,
                    trace.mode == TraceMode::Bounded ? std::clamp(value, 1.0F, 9.0F) : value });
            }
            if (auto done = labels.appendToTrace(trace.id, samples); !done) return done;
        }
        return {};
    });
}

void RatingRecorder::finishGesture(std::optional<double> soundEndSeconds)
{
    flush();
    push([soundEndSeconds](Desk& desk, LabelStore& labels) -> Result<void> {
        for (const Desk::OpenTrace& trace : desk.traces)
            if (auto done = labels.completeTrace(trace.id, soundEndSeconds); !done) return done;
        return {};
    });
}

void RatingRecorder::discardGesture()
{
    m_flushTimer.stop();
    m_moments.clear();
    push([](Desk& desk, LabelStore& labels) -> Result<void> {
        for (const Desk::OpenTrace& trace : desk.traces)
            if (auto done = labels.removeTrace(trace.id); !done) return done;
        return {};
    });
}

void RatingRecorder::save(const SongRating& song)
{
    flush();
    const auto write = [song](Desk& desk, LabelStore& labels) -> Result<void> {
        SongRating mine = song;
        mine.rating.session = desk.session;
        for (TagLabel& tag : mine.tags)
            tag.session = desk.session;
        if (auto done = labels.rate(mine.rating); !done) return done;
        desk.sittings[mine.rating.track] = desk.session;
        return labels.tag(mine.tags);
    };
    push(write, song.rating.track);
}

void RatingRecorder::addLatencyTest(const LatencyTest& test)
{
    push([test](Desk&, LabelStore& labels) { return labels.addLatencyTest(test); });
}

std::shared_ptr<TrackLabels> RatingRecorder::takeBack(TrackId track)
{
    flush();
    auto taken = std::make_shared<TrackLabels>();
    push([track, taken](Desk& desk, LabelStore& labels) -> Result<void> {
        auto all = labels.of(track);
        if (!all) return tl::unexpected(all.error());
        const auto found = desk.sittings.find(track);
        const SessionId sitting = found == desk.sittings.end() ? desk.session : found->second;
        const auto isOfOther = [&](const auto& label) { return label.session != sitting; };
        std::erase_if(all->ratings, isOfOther);
        std::erase_if(all->tags, isOfOther);
        std::erase_if(all->traces, isOfOther);
        *taken = std::move(*all);
        return labels.remove(track, sitting);
    });
    return taken;
}

void RatingRecorder::putBack(std::shared_ptr<TrackLabels> taken)
{
    push([taken](Desk&, LabelStore& labels) -> Result<void> {
        for (const StaticRating& rating : taken->ratings)
            if (auto done = labels.rate(rating); !done) return done;
        if (auto done = labels.tag(taken->tags); !done) return done;
        for (const Trace& trace : taken->traces) {
            const auto id = labels.startTrace(trace);
            if (!id) return tl::unexpected(id.error());
            if (auto done = labels.appendToTrace(*id, trace.samples); !done) return done;
            if (!trace.isComplete) continue;
            if (auto done = labels.completeTrace(*id, trace.soundEndSeconds); !done) return done;
        }
        return {};
    });
}

void RatingRecorder::discard(const std::vector<Trace>& interrupted)
{
    push([ids = idsOf(interrupted)](Desk&, LabelStore& labels) -> Result<void> {
        for (const TraceId id : ids)
            if (auto done = labels.removeTrace(id); !done) return done;
        return {};
    });
}

} // namespace circumplex
