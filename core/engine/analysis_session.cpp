#include "core/engine/analysis_session.h"

#include "core/library/annotation_store.h"
#include "core/library/folder_store.h"
#include "core/library/model_store.h"
#include "core/library/track_error_store.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <iterator>
#include <utility>

namespace circumplex {

namespace {

using namespace std::chrono_literals;

constexpr auto kRetryAfter = 2s; ///< when the disk was full, or the library locked
constexpr auto kVolumesEvery = 2s;
constexpr auto kStatusEvery = 500ms;
constexpr double kFadeSeconds = 120.0; ///< how long a measured rate is remembered

/// What goes away by itself, or when somebody does something about it; the track is not to blame.
bool isPassing(ErrorCode code)
{
    return code == ErrorCode::DiskFull || code == ErrorCode::DatabaseLocked
        || code == ErrorCode::DatabaseReadOnly;
}

/// What makes it pointless to go on with this library.
bool isFatal(ErrorCode code)
{
    return code == ErrorCode::DatabaseDamaged || code == ErrorCode::DatabaseForeign
        || code == ErrorCode::DatabaseTooNew;
}

} // namespace

AnalysisSession::AnalysisSession(
    LibraryDatabase& library, WorkerPool& pool, const DeviceSet& devices, Setup setup)
    : m_library(library)
    , m_pool(pool)
    , m_devices(devices)
    , m_setup(std::move(setup))
{
}

/// The model must be known to the library before anything else.
bool AnalysisSession::isBegun()
{
    if (m_queue) return true;
    const auto model = ModelStore(m_library).add(m_setup.model);
    if (!model) {
        isPassing(model.error().code) ? waitFor(model.error()) : stopFor(model.error());
        return false;
    }
    m_model = *model;
    m_queue.emplace(m_library, m_model);
    lookForVolumes();
    return true;
}

void AnalysisSession::work(const engine_command::Work& wish)
{
    m_wish = { .query = wish.query,
        .includesFailed = wish.includesFailed,
        .impressionsFirst = m_setup.isSlow };
    for (const TrackId track : wish.without)
        m_wish->without.insert(track);
    m_done = m_failed = 0;
    m_mustForget = true;
}

void AnalysisSession::pause(bool isPaused)
{
    m_isPaused = isPaused;
}

void AnalysisSession::cancel()
{
    m_wish.reset();
    m_alone.clear();
    m_asked.clear();
    m_again.clear();
    m_isAloneInWork = false;
    for (const AnalysisJob& job : m_pool.cancel()) {
        m_queue->release(job.track);
        m_handedOut.erase(job.track);
        --m_inWork;
    }
}

void AnalysisSession::prioritise(const engine_command::Prioritise& wish)
{
    const auto kept = AnnotationStore(m_library).prioritise(wish.tracks, wish.priority);
    if (!kept)
        m_setup.say(
            engine_event::Refused { errorCodeName(kept.error().code), kept.error().detail });
    m_mustDerive = true;
    const auto failures = TrackErrorStore(m_library).all(TrackStage::Analysis);
    if (!failures) return;
    IdSet failed;
    for (const TrackError& error : *failures)
        failed.insert(error.failure.track);
    engine_command::Again retried;
    std::ranges::copy_if(wish.tracks, std::back_inserter(retried.tracks),
        [&](TrackId track) { return failed.contains(track); });
    again(retried);
}

void AnalysisSession::again(const engine_command::Again& wish)
{
    IdSet known;
    for (const TrackId track : m_asked)
        known.insert(track);
    for (const TrackId track : wish.tracks)
        if (!known.contains(track)) m_asked.push_back(track);
    leaveOutAsked();
}

void AnalysisSession::setPace(double share)
{
    m_pool.setLimit(static_cast<int>(std::lround(share * m_setup.workerCount)));
}

void AnalysisSession::alone(const engine_command::Alone& suspects)
{
    m_alone.insert(m_alone.end(), suspects.tracks.begin(), suspects.tracks.end());
}

void AnalysisSession::giveUp(const engine_command::GiveUp& loss)
{
    m_givenUp.push_back(loss);
}

void AnalysisSession::libraryChanged()
{
    m_mustForget = true;
}

void AnalysisSession::take(FinishedJob job)
{
    m_finished.push_back(std::move(job));
}

void AnalysisSession::step()
{
    measure();
    const auto now = Clock::now();
    if (m_queue && now >= m_volumesLookedAt + kVolumesEvery) lookForVolumes();
    if (m_waitingFor.empty() || now >= m_retryAt) {
        m_waitingFor.clear();
        if (isBegun()) {
            loseGivenUp();
            writeFinished();
            if (m_waitingFor.empty()) handOut();
        }
    }
    sayStatus();
}

AnalysisSession::Clock::time_point AnalysisSession::nextStep() const
{
    return m_saidAt + kStatusEvery;
}

/// Failures that were found out elsewhere are written like those found out here.
void AnalysisSession::loseGivenUp()
{
    for (const auto& loss : std::exchange(m_givenUp, {})) {
        const auto job = m_queue->jobFor(loss.track);
        if (!job) continue; // deleted meanwhile
        m_queue->setAside(loss.track);
        m_handedOut.insert(loss.track);
        ++m_inWork;
        m_finished.push_back(
            { .job = *job, .outcome = tl::unexpected(Error { loss.code, loss.reason }) });
    }
}

void AnalysisSession::writeFinished()
{
    while (!m_finished.empty()) {
        const FinishedJob& job = m_finished.front();
        if (auto written = write(job); !written) {
            if (isPassing(written.error().code)) return waitFor(written.error());
            if (isFatal(written.error().code)) return stopFor(written.error());
            m_setup.say(engine_event::Notice { "What was found out about " + job.job.path.string()
                + " was not kept: " + written.error().detail });
        }
        m_handedOut.erase(job.job.track);
        m_isAloneInWork = false;
        --m_inWork;
        m_finished.pop_front();
    }
}

Result<void> AnalysisSession::write(const FinishedJob& job)
{
    if (!job.outcome) {
        const Error& error = job.outcome.error();
        if (error.code == ErrorCode::Cancelled) {
            m_queue->release(job.job.track);
            return {};
        }
        if (isPassing(error.code)) {
            m_again.push_back(job.job);
            waitFor(error);
            return {};
        }
        if (isVolumeGone(job)) {
            m_queue->release(job.job.track);
            m_mustDerive = true;
            return {};
        }
        return writeFailure(job, error);
    }
    StoredAnnotation stored = *job.outcome;
    stored.model = m_model;
    if (auto kept = AnnotationStore(m_library).put(stored); !kept) {
        if (kept.error().code == ErrorCode::Refused) return writeFailure(job, kept.error());
        return kept;
    }
    if (job.job.depth == AnalysisJob::Depth::Impression)
        m_queue->release(job.job.track);
    else
        ++m_done;
    if (!job.isFromCache)
        m_soundSeconds
            += PendingQueue::heardSeconds(job.job.depth, stored.annotation.durationSeconds);
    m_setup.say(engine_event::Annotated { .track = job.job.track,
        .path = job.job.path.string(),
        .valence = double { stored.annotation.valence },
        .arousal = double { stored.annotation.arousal },
        .device = stored.provenance.device,
        .isCoarse = stored.provenance.isCoarse,
        .isFromCache = job.isFromCache,
        .seconds = job.seconds });
    return {};
}

Result<void> AnalysisSession::writeFailure(const FinishedJob& job, const Error& error)
{
    const auto kept = TrackErrorStore(m_library).add({ .track = job.job.track,
                                                         .stage = TrackStage::Analysis,
                                                         .code = errorCodeName(error.code),
                                                         .reason = error.detail },
        std::time(nullptr));
    if (!kept) return tl::unexpected(kept.error());
    ++m_failed;
    m_setup.say(engine_event::Failed {
        job.job.track, job.job.path.string(), errorCodeName(error.code), error.detail });
    return {};
}

/// A file that cannot be read because its disk is not there says nothing about the track.
bool AnalysisSession::isVolumeGone(const FinishedJob& job)
{
    const ErrorCode code = job.outcome.error().code;
    if (code != ErrorCode::FileMissing && code != ErrorCode::FileUnreadable
        && code != ErrorCode::FileChanged && code != ErrorCode::AudioDamaged)
        return false;
    lookForVolumes();
    const auto volumes = FolderStore(m_library).volumes();
    if (!volumes) return false;
    const auto volume = std::ranges::find(*volumes, job.job.volume, &Volume::id);
    return volume != volumes->end() && !volume->isOnline;
}

/// Tells the library which of its volumes are there.
void AnalysisSession::lookForVolumes()
{
    m_volumesLookedAt = Clock::now();
    FolderStore store(m_library);
    const auto known = store.volumes();
    if (!known) return;
    const auto table = VolumeTable::read(m_setup.volumes);
    for (const Volume& volume : *known) {
        const Volume* there = table.withIdentity(volume.identity);
        std::error_code error;
        // A stick that was pulled out stays mounted, but cannot be looked into.
        if (there != nullptr) std::filesystem::directory_iterator(there->mountPoint, error);
        const bool isOnline = there != nullptr && error != std::errc::io_error
            && error != std::errc::no_such_device && error.value() != ESTALE;
        if (isOnline == volume.isOnline
            && (there == nullptr || there->mountPoint == volume.mountPoint))
            continue;
        if (isOnline ? !store.volumeSeen(*there) : !store.volumeGone(volume.id)) return;
        m_setup.say(engine_event::Notice { (volume.label.empty() ? volume.mountPoint : volume.label)
            + (isOnline ? " is back; its tracks are analysed with the others."
                        : " is not there; its tracks wait until it is back.") });
        m_mustDerive = true;
    }
}

void AnalysisSession::handOut()
{
    if (m_isPaused || (m_wish && !deriveAnew())) return;
    if (!m_alone.empty() || m_isAloneInWork) {
        if (m_inWork > 0) return;
        const TrackId suspect = m_alone.front();
        m_alone.pop_front();
        if (auto job = m_queue->jobFor(suspect)) {
            m_isAloneInWork = true;
            give(*std::move(job));
        }
        return;
    }
    for (auto wanted = m_pool.wanted(); wanted > 0; --wanted) {
        auto job = nextJob();
        if (!job) return;
        give(*std::move(job));
    }
}

/// Where the library may have more to do. @return whether the queue can be used
bool AnalysisSession::deriveAnew()
{
    if (std::exchange(m_mustForget, false)) {
        m_queue->forgetDone();
        for (const TrackId track : m_handedOut)
            m_queue->setAside(track);
        m_mustDerive = true;
    }
    if (!m_mustDerive && !(m_gaveImpressions && m_queue->isEmpty() && m_inWork == 0)) return true;
    m_gaveImpressions = false;
    if (const auto derived = m_queue->derive(*m_wish); !derived) {
        isPassing(derived.error().code) ? waitFor(derived.error()) : stopFor(derived.error());
        return false;
    }
    m_mustDerive = false;
    leaveOutAsked();
    return true;
}

/// What is done anyway is neither counted nor done twice.
void AnalysisSession::leaveOutAsked()
{
    if (!m_queue || (m_asked.empty() && m_alone.empty())) return;
    IdSet tracks;
    for (const auto* list : { &m_asked, &m_alone })
        for (const TrackId track : *list)
            tracks.insert(track);
    m_queue->leaveOut(tracks);
}

std::optional<AnalysisJob> AnalysisSession::nextJob()
{
    if (!m_again.empty()) {
        AnalysisJob job = std::move(m_again.front());
        m_again.pop_front();
        return job;
    }
    while (!m_asked.empty()) {
        const TrackId track = m_asked.front();
        m_asked.pop_front();
        if (m_handedOut.contains(track)) continue;
        if (auto job = m_queue->jobFor(track)) return job;
    }
    if (!m_wish) return std::nullopt;
    auto next = m_queue->next();
    if (!next) return std::nullopt;
    if (*next) return **std::move(next);
    if (isPassing(next->error().code))
        waitFor(next->error());
    else
        stopFor(next->error());
    return std::nullopt;
}

void AnalysisSession::give(AnalysisJob job)
{
    m_queue->setAside(job.track);
    m_handedOut.insert(job.track);
    m_gaveImpressions |= job.depth == AnalysisJob::Depth::Impression;
    ++m_inWork;
    m_pool.give(std::move(job));
}

void AnalysisSession::waitFor(const Error& error)
{
    m_waitingFor = error.detail;
    m_retryAt = Clock::now() + kRetryAfter;
}

void AnalysisSession::stopFor(const Error& error)
{
    cancel();
    m_finished.clear();
    m_handedOut.clear();
    m_inWork = 0;
    m_setup.say(engine_event::Refused { errorCodeName(error.code), error.detail });
}

/// Rates of the last minutes: what was heard, and how long it took while there was work.
void AnalysisSession::measure()
{
    const auto now = Clock::now();
    const double elapsed = std::chrono::duration<double>(now - m_measuredAt).count();
    m_measuredAt = now;
    const double fading = std::exp(-elapsed / kFadeSeconds);
    m_soundSeconds *= fading;
    m_workSeconds *= fading;
    if (m_inWork > 0) m_workSeconds += elapsed;
}

EngineStatus AnalysisSession::status() const
{
    const bool hasWork = !m_alone.empty() || !m_asked.empty() || !m_again.empty() || m_inWork > 0
        || (m_wish
            && (!m_queue || !m_queue->isEmpty() || m_mustForget || m_mustDerive
                || m_gaveImpressions));
    EngineStatus status { .activity
        = m_wish ? EngineStatus::Activity::Idle : EngineStatus::Activity::Ready,
        .waitingFor = QString::fromStdString(m_waitingFor),
        .model = QString::fromStdString(m_setup.modelLabel),
        .device = QString::fromStdString(m_devices.names()),
        .dtype = QString::fromLatin1(dataTypeName(m_setup.dtype)),
        .done = m_done,
        .failed = m_failed,
        .commands = m_commands };
    if (!m_waitingFor.empty())
        status.activity = EngineStatus::Activity::Waiting;
    else if (hasWork)
        status.activity
            = m_isPaused ? EngineStatus::Activity::Paused : EngineStatus::Activity::Working;
    status.remaining
        = m_inWork + static_cast<std::int64_t>(m_asked.size() + m_alone.size() + m_again.size());
    if (m_wish && m_queue) status.remaining += m_queue->size();
    if (m_workSeconds > 0.0 && m_soundSeconds > 0.0) {
        status.soundPerSecond = m_soundSeconds / m_workSeconds;
        if (hasWork && m_wish && m_queue)
            status.etaSeconds = m_queue->soundSeconds() / status.soundPerSecond;
    }
    return status;
}

void AnalysisSession::sayStatus()
{
    const EngineStatus now = status();
    const bool isNews = m_saidActivity != now.activity;
    if (!isNews && Clock::now() < m_saidAt + kStatusEvery) return;
    m_saidAt = Clock::now();
    m_saidActivity = now.activity;
    m_setup.say(engine_event::Status { now });
}

} // namespace circumplex
