#pragma once

#include "core/audio/waveform_cache.h"
#include "core/services/track_view.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace circumplex {

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

    /// Reads row, annotations, traces and comments, then the waveform.
    void open(TrackId track);

    /// Reads the library's part again, after an analysis or an edit.
    void reload();

    /// Samples for drawing closely; a newer request retires an older one.
    /// @param firstSample  of the file
    void requestSamples(std::int64_t firstSample, int count);

    /// Then reads again. @param comment  without id and track
    void addComment(const TrackComment& comment);
    void removeComment(CommentId comment);

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
    template <class Work> void start(std::stop_token stop, Work work);
    template <class Change> void changeComments(Change change);
    void readWaveformOf(const TrackView& view);

    std::filesystem::path m_library;
    WaveformCache m_waveforms;
    TrackId m_track {};
    std::shared_ptr<const TrackView> m_view;
    std::filesystem::path m_waveformPath; ///< of the waveform that was begun
    std::stop_source m_stop;
    std::stop_source m_samplesStop;
    QThreadPool m_pool;
};

} // namespace circumplex
