#pragma once

#include "core/services/job_runner.h"
#include "core/types/label.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace circumplex {

class LabelStore;

/// A continuous rating of one track, in one dimension or in both at once.
struct Gesture {
    TrackId track {};
    std::vector<TraceDimension> dimensions {};
    TraceMode mode = TraceMode::Bounded;
    double latencySeconds = 0.0;
    double orientationSeconds = 0.0;
};

/// What somebody says of a whole track.
struct SongRating {
    StaticRating rating {}; ///< the sitting is the recorder's
    std::vector<TagLabel> tags {}; ///< likewise
};

/// Puts what a person says while listening into the library, on a thread of its own and in the
/// order it was said. A gesture is on disk half a second after it was made.
///
/// What cannot be written now (a full disk, a library that is locked or away) waits in memory and
/// is tried again every two seconds and once when this object goes. What the library refuses for
/// good, because the track is gone, is dropped.
class RatingRecorder : public QObject {
    Q_OBJECT

public:
    explicit RatingRecorder(std::filesystem::path library, QObject* parent = nullptr);
    ~RatingRecorder() override;

    /// @param session  without id and rater
    void startSitting(const RatingSession& session);

    /// Forgets what waits; of use when a sitting could not be started.
    void abandon();

    void beginGesture(const Gesture& gesture);
    /// Goes on with traces that were interrupted, all of one track, and in their sitting.
    void continueGesture(const std::vector<Trace>& interrupted);
    /// @param valence, arousal  1..9, or without ends in a relative gesture; only the gesture's
    ///   dimensions are kept
    void add(double seconds, double valence, double arousal);
    /// @param soundEndSeconds  nullopt: the sound was not heard to its end
    void finishGesture(std::optional<double> soundEndSeconds);
    /// Takes back the gesture that is being made.
    void discardGesture();

    void save(const SongRating& rating);
    void addLatencyTest(const LatencyTest& test);

    /// Takes back all that was said of a track in the sitting that saved it last. @return for
    /// putBack(); nobody else may touch it
    std::shared_ptr<TrackLabels> takeBack(TrackId track);
    void putBack(std::shared_ptr<TrackLabels> labels);

    /// Removes traces that were interrupted.
    void discard(const std::vector<Trace>& interrupted);

Q_SIGNALS:
    void sittingStarted();
    void saved(TrackId track); ///< of save(): it is on disk
    void failed(const Error& error); ///< of the first of several tries
    void recovered(); ///< what had failed is on disk now

private:
    struct Desk;
    using Work = std::function<Result<void>(Desk&, LabelStore&)>;
    void push(Work work, TrackId saved = {}, bool startsSitting = false);
    void flush();
    void writeAll();

    struct Moment {
        float seconds, valence, arousal;
    };

    std::shared_ptr<Desk> m_desk;
    std::vector<Moment> m_moments; ///< not yet on their way
    QTimer m_flushTimer, m_retryTimer;
    bool m_hasFailed = false;
    JobRunner m_runner; // last: its jobs end before anything else does
};

} // namespace circumplex
