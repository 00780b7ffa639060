#pragma once

#include "core/audio/waveform_cache.h"
#include "core/services/job_runner.h"
#include "core/services/track_view.h"

#include <QObject>

#include <memory>
#include <optional>

namespace circumplex {

/// A comment before and after a step of a person: without `before` it is new, without `after` it is
/// removed. The session fills in the id that a new one gets.
struct CommentChange {
    std::optional<TrackComment> before {}, after {};
};

/// One open track: reads everything about it on threads of its own and hands it out on this
/// object's thread. Opening another track, or destruction, stops what is under way; nothing of an
/// earlier track arrives after that.
class TrackSession : public QObject {
    Q_OBJECT

public:
    /// @param library  each job opens it for itself
    /// @param waveforms  folder of finished waveforms
    TrackSession(
        std::filesystem::path library, std::filesystem::path waveforms, QObject* parent = nullptr);
    ~TrackSession() override;

    /// Whose reading comes first, as ModelStore::inUse() understands the hash; reads again.
    void setModel(std::string hash);

    /// Reads row, annotations, traces and comments, then the waveform.
    void open(TrackId track);

    /// Reads the library's part again, after an analysis or an edit.
    void reload();

    /// Samples for drawing closely; a newer request retires an older one.
    /// @param firstSample  of the file
    void requestSamples(std::int64_t firstSample, int count);

    /// Then reads again if it is about the open track. Changes are made and taken back in the order
    /// they are asked for, and all before this object is gone; nobody else may touch `change` then.
    void makeChange(std::shared_ptr<CommentChange> change);
    void takeBack(std::shared_ptr<CommentChange> change);

    TrackId track() const { return m_track; }

Q_SIGNALS:
    void viewRead(const std::shared_ptr<const TrackView>& view);
    void viewFailed(const QString& reason);

    /// First when there is something to draw, then ten times a second until it is complete.
    void waveformGrew(const std::shared_ptr<const WaveformPyramid>& waveform);
    void waveformFailed(const QString& reason);

    void samplesRead(std::int64_t firstSample, const std::vector<float>& mono);
    void commentFailed(const QString& reason);

private:
    enum class Way { Forth, Back };

    void writeComment(std::shared_ptr<CommentChange> change, Way way);
    void readWaveformOf(const TrackView& view);

    std::filesystem::path m_library;
    WaveformCache m_waveforms;
    std::string m_model; ///< hash of the one in use
    TrackId m_track {};
    std::shared_ptr<const TrackView> m_view;
    std::filesystem::path m_waveformPath; ///< of the waveform that was begun
    // Last: their jobs end before anything else does. Each a thread of its own, so that the
    // waveform of a long recording keeps nothing waiting.
    JobRunner m_reading, m_drawing, m_sampling, m_writing;
};

} // namespace circumplex
