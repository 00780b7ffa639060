#pragma once

#include "core/library/annotation_store.h"
#include "core/library/folder_store.h"
#include "core/library/library_database.h"
#include "core/library/model_store.h"
#include "core/library/track_store.h"
#include "core/types/mood_tags.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <string>
#include <vector>

namespace circumplex {

/// The value of a Result; a test that gets an error instead ends with the error's sentence.
template <class T> T valueOf(Result<T> result)
{
    if (!result) throw std::runtime_error(result.error().detail);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// A library in a folder of its own.
class LibraryFixture {
public:
    LibraryFixture()
        : library(valueOf(LibraryDatabase::open(file())))
        , tracks(library)
        , volume(valueOf(FolderStore(library).volumeSeen(
              { .identity = "uuid:1", .mountPoint = "/music", .lastSeenAt = 1 })))
    {
    }

    std::filesystem::path file() const
    {
        return folder.filePath(QStringLiteral("library.sqlite")).toStdString();
    }

    ScannedTrack scanned(const std::string& path, const TrackTags& tags = {}) const
    {
        return { .place = { .volume = volume, .path = path },
            .stamp = { 1000, 2000 },
            .durationSeconds = 180.0,
            .tags = tags };
    }

    TrackId add(const ScannedTrack& track)
    {
        return valueOf(tracks.apply({ .seen = { track }, .scannedAt = 10 })).seen.at(0);
    }

    TrackId add(const std::string& path, const TrackTags& tags = {})
    {
        return add(scanned(path, tags));
    }

    ModelId model(const std::string& hash)
    {
        return valueOf(ModelStore(library).add({ .name = "m", .hash = hash, .cardJson = "{}" }));
    }

    QTemporaryDir folder;
    LibraryDatabase library;
    TrackStore tracks;
    VolumeId volume;
};

inline AudioHash hashOf(std::uint8_t value)
{
    AudioHash hash {};
    hash.fill(value);
    return hash;
}

/// An annotation with every member set.
inline StoredAnnotation annotationOf(TrackId track, ModelId model, float valence, float arousal)
{
    StoredAnnotation stored { .track = track, .model = model };
    stored.provenance = { .mode = AnalysisMode::Reference,
        .device = "cuda:0",
        .dataType = DataType::BFloat16,
        .programVersion = "0.1.0",
        .analysedAt = 1'700'000'000,
        .isCoarse = false };
    Annotation& said = stored.annotation;
    said.durationSeconds = 180.0;
    said.valence = valence;
    said.arousal = arousal;
    said.valenceInterval = { valence - 0.5F, valence + 0.5F };
    said.arousalInterval = { arousal - 0.25F, arousal + 0.25F };
    for (int tag = 0; tag < static_cast<int>(kMoodTags.size()); ++tag)
        said.moods.push_back({ tag, 0.5F / static_cast<float>(tag + 1) });
    said.key = KeyEstimate { "Eb", KeyMode::Minor, 0.75 };
    said.publishedKey = "e- minor";
    said.chords = { { 0.0, 1.5, 14, 0.5F }, { 1.5, 180.0, 169, 1.0F } };
    said.curve.startSeconds = 0.5;
    said.curve.hopSeconds = 60.0;
    said.curve.valence = { valence, valence + 1.0F, valence - 1.0F };
    said.curve.arousal = { arousal, arousal, arousal + 2.0F };
    said.curve.valenceLower = { 1.0F, 1.5F, 2.0F };
    said.curve.valenceUpper = { 8.0F, 8.5F, 9.0F };
    said.curve.arousalLower = { 1.25F, 1.5F, 2.0F };
    said.curve.arousalUpper = { 7.0F, 8.5F, 9.0F };
    said.curve.tagProbabilities.assign(3 * kMoodTags.size(), 0.25F);
    said.warnings = { "short", "quiet" };
    return stored;
}

/// Sets one mood; the strongest stay first.
inline void setMood(StoredAnnotation& stored, const char* name, float probability)
{
    auto& moods = stored.annotation.moods;
    for (MoodProbability& mood : moods) {
        if (mood.tag == static_cast<int>(moodTagIndex(name))) mood.probability = probability;
    }
    std::stable_sort(
        moods.begin(), moods.end(), [](const MoodProbability& a, const MoodProbability& b) {
            return a.probability > b.probability;
        });
}

} // namespace circumplex
