#pragma once

#include "core/library/comment_store.h"
#include "core/library/label_store.h"
#include "core/services/track_session.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/library/library_fixture.h"
#include "ui/curve/track_page.h"

#include <QAction>
#include <QDir>
#include <QMenu>
#include <QTest>

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

namespace circumplex {

inline constexpr double kSeconds = 60.0;

/// Curves with a shape, a point a second.
inline StoredAnnotation shaped(TrackId track, ModelId model, double seconds, float lift)
{
    StoredAnnotation stored = annotationOf(track, model, 6.1F, 3.4F);
    Annotation& said = stored.annotation;
    said.durationSeconds = seconds;
    said.curve = {};
    said.curve.startSeconds = 0.5;
    said.chords.clear();
    const int points = static_cast<int>(seconds);
    for (int i = 0; i < points; ++i) {
        const auto t = static_cast<float>(i);
        const float valence = 6.0F + lift + 1.5F * std::sin(t / 9.0F);
        const float arousal = 4.0F + 1.8F * std::sin(t / 14.0F + 1.0F);
        said.curve.valence.push_back(valence);
        said.curve.valenceLower.push_back(valence - 0.8F);
        said.curve.valenceUpper.push_back(valence + 0.8F);
        said.curve.arousal.push_back(arousal);
        said.curve.arousalLower.push_back(arousal - 0.6F);
        said.curve.arousalUpper.push_back(arousal + 0.6F);
        for (std::size_t tag = 0; tag < kMoodTags.size(); ++tag)
            said.curve.tagProbabilities.push_back(
                0.5F + 0.4F * std::sin(t / 7.0F + static_cast<float>(tag)));
        if (i % 2 == 0)
            said.chords.push_back({ static_cast<double>(i), i + 2.0, (i * 7) % 168, 0.8F });
    }
    return stored;
}

/// A minute of sound that swells, in a library, with everything that a page can show.
struct Music : LibraryFixture {
    explicit Music(double seconds = kSeconds)
    {
        const auto music = std::filesystem::path(folder.path().toStdString());
        volume = valueOf(FolderStore(library).volumeSeen({ .identity = "uuid:2",
            .label = "stick",
            .mountPoint = music.native(),
            .isOnline = true,
            .lastSeenAt = 2 }));
        auto tone = test::risingTone(8000, static_cast<std::size_t>(8000 * seconds));
        for (std::size_t i = 0; i < tone.size(); ++i)
            tone[i] *= 1.2
                + 0.7 * std::sin(static_cast<double>(i) / 16000.0)
                    * std::sin(static_cast<double>(i) / 2500.0);
        test::write(
            music / "song.wav", test::wavFile({ .sampleRateHz = 8000 }, test::int16Samples(tone)));
        track = add("song.wav", { .title = "Corlo Zephyr", .artist = "Solqui Enzan" });
        AnnotationStore annotations(library);
        auto main = shaped(track, model("starter"), seconds, 0.0F);
        main.provenance.analysedAt = 1'800'000'000;
        valueOf(annotations.put(main));
        valueOf(annotations.put(shaped(track, model("other"), seconds, -1.2F)));
    }

    void addPeople(const std::string& rater = "Ada")
    {
        LabelStore labels(library);
        const SessionId session = valueOf(labels.startSession({ .raterName = rater }));
        const TraceId trace = valueOf(
            labels.startTrace({ .track = track, .session = session, .latencySeconds = 1.0 }));
        std::vector<TraceSample> samples;
        for (int i = 0; i < 200; ++i)
            samples.push_back(
                { static_cast<float>(i) * 0.25F, 7.0F + std::sin(static_cast<float>(i) / 30.0F) });
        valueOf(labels.appendToTrace(trace, samples));
        CommentStore comments(library);
        valueOf(comments.add({ .track = track, .startSeconds = 12.0, .text = "strings enter" }));
        valueOf(comments.add(
            { .track = track, .startSeconds = 30.0, .endSeconds = 41.0, .text = "the bridge" }));
    }

    std::filesystem::path waveforms() const
    {
        return folder.filePath(QStringLiteral("waveforms")).toStdString();
    }

    TrackId track;
};

/// A page that shows the track, with its waveform complete.
struct Shown {
    explicit Shown(Music& music)
        : session(music.file(), music.waveforms())
        , page(session)
    {
        session.setModel("starter");
        page.resize(1104, 744);
        page.show();
        page.open(music.track);
    }

    bool isComplete()
    {
        const TrackScene& scene = page.lanes().scene();
        return scene.view && scene.waveform && scene.waveform->isComplete();
    }

    QPoint at(double seconds)
    {
        const TrackScene& scene = page.lanes().scene();
        const QRect plot = TrackLayout(page.lanes().rect(), scene).plot;
        return { plot.left() + qRound(scene.time.shareOf(seconds) * plot.width()),
            plot.center().y() };
    }

    TrackSession session;
    TrackPage page;
};

/// The entry of any menu of a page that begins so.
inline QAction* entry(QWidget& page, const QString& start)
{
    for (QMenu* menu : page.findChildren<QMenu*>())
        for (QAction* action : menu->actions())
            if (action->text().startsWith(start)) return action;
    return nullptr;
}

/// Keeps what a widget shows, for people to look at.
inline void savePicture(QWidget& widget, const char* name)
{
    const QString folder = QStringLiteral(CIRCUMPLEX_BUILD "/screenshots/");
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(widget.grab().save(folder + QString::fromLatin1(name)));
}

} // namespace circumplex
