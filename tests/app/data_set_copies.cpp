#include "tests/app/data_set_copies.h"

#include "tests/core/audio/sound_files.h"

#include <QByteArray>
#include <QList>

#include <cmath>
#include <vector>

namespace circumplex::test {

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

constexpr int kRateHz = 22050;
constexpr double kShortSeconds = 2.0, kLongSeconds = 63.0;
constexpr int kTracks = kTrainCount + kValidationCount + kTestCount;

/// A chord with overtones, another one for every number.
void appendSound(std::vector<double>& samples, int number, double seconds)
{
    const double root = 110.0 * std::pow(2.0, number % 24 / 12.0) * (1.0 + 0.001 * number);
    const auto count = static_cast<std::size_t>(seconds * kRateHz);
    for (std::size_t i = 0; i < count; ++i) {
        const double time = static_cast<double>(i) / kRateHz;
        double value = 0.0;
        for (const double interval : { 1.0, number % 2 == 0 ? 1.26 : 1.19, 1.5 })
            value += 0.15 * std::sin(2.0 * M_PI * root * interval * time);
        samples.push_back(value * (0.6 + 0.4 * std::cos(2.0 * M_PI * (1 + number % 5) * time)));
    }
}

/// One long sound, encoded and cut by one run of ffmpeg into `count` MP3 files.
std::vector<fs::path> writeSounds(const fs::path& folder, int count)
{
    std::vector<double> samples;
    appendSound(samples, count, kLongSeconds);
    QStringList cuts { QString::number(kLongSeconds) };
    for (int number = 0; number < count; ++number) {
        appendSound(samples, number, kShortSeconds);
        if (number > 0) cuts.append(QString::number(kLongSeconds + number * kShortSeconds));
    }
    const fs::path wave = folder / "all.wav";
    write(wave, wavFile({ .sampleRateHz = kRateHz }, int16Samples(samples)));
    runFfmpeg({ u"-i"_s, QString::fromStdString(wave.string()), u"-c:a"_s, u"libmp3lame"_s,
        u"-b:a"_s, u"64k"_s, u"-f"_s, u"segment"_s, u"-segment_times"_s, cuts.join(u','),
        QString::fromStdString((folder / "%03d.mp3").string()) });
    fs::remove(wave);
    std::vector<fs::path> files;
    for (int number = 0; number <= count; ++number)
        files.push_back(folder / u"%1.mp3"_s.arg(number, 3, 10, QLatin1Char('0')).toStdString());
    return files; // the long one first
}

void writeText(const fs::path& file, const QByteArray& text)
{
    fs::create_directories(file.parent_path());
    write(file, text);
}

void moveTo(const fs::path& from, const fs::path& to)
{
    fs::create_directories(to.parent_path());
    fs::rename(from, to);
}

/// 2..8, another sequence for every key.
double rating(int track, int key)
{
    return 2.0 + 0.1 * ((track * (7 + 6 * key) + 13 * key) % 61);
}

QByteArray partOf(const QList<int>& ids, int begin, int count)
{
    QByteArray lines;
    for (int i = begin; i < begin + count; ++i)
        lines += QByteArray::number(ids[i]) + '\n';
    return lines;
}

/// The first are for training, the last for the test.
void writeParts(const fs::path& folder, const QList<int>& ids, const char* validation)
{
    writeText(folder / "split/train.txt", partOf(ids, 0, kTrainCount));
    writeText(folder / "split" / validation, partOf(ids, kTrainCount, kValidationCount));
    writeText(folder / "split/test.txt", partOf(ids, kTrainCount + kValidationCount, kTestCount));
}

void writeJamendo(const fs::path& folder, const std::vector<fs::path>& sounds)
{
    const QList<QByteArray> tags { "happy", "sad", "calm", "energetic" };
    const fs::path tables = folder / "data/splits/split-0";
    const auto table = [&](const char* part, int begin, int count) {
        QByteArray text = "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS\n";
        for (int i = begin; i < begin + count; ++i) {
            const QByteArray number = QByteArray::number(1000 + i);
            const QByteArray name = number.last(2) + '/' + number;
            text += "track_000" + number + "\tartist_" + number + "\talbum_" + number + '\t' + name
                + ".mp3\t12.5\tmood/theme---" + tags[i % 4];
            if (i % 3 == 0) text += "\tmood/theme---" + tags[(i + 1) % 4];
            text += '\n';
            moveTo(sounds[static_cast<std::size_t>(i)],
                folder / "audio-low" / (name + ".low.mp3").toStdString());
        }
        writeText(tables / ("autotagging_moodtheme-" + std::string(part) + ".tsv"), text);
    };
    table("train", 0, kTrainCount);
    table("validation", kTrainCount, kValidationCount);
    table("test", kTrainCount + kValidationCount, kTestCount);
}

QList<int> deamIds()
{
    return { 2, 3, 4, 5, 7, 8, 10, 2001, 2002 };
}

QList<int> emoMusicIds()
{
    return { 10, 8, 7, 5, 12, 13, 4, 14, 15 }; // 4 is in DEAM's train part
}

void writeDeam(const fs::path& folder, const fs::path* sounds)
{
    const fs::path annotations = folder / "DEAM_Annotations/annotations";
    const fs::path means = annotations / "annotations averaged per song/song_level";
    QByteArray early = "song_id, valence_mean, valence_std, arousal_mean, arousal_std\n";
    QByteArray late = "song_id, valence_mean, valence_std, valence_max_mean, arousal_mean, "
                      "arousal_std\n";
    QByteArray single = "workerId,SongId,Valence,Arousal\n";
    for (const int id : deamIds()) {
        const QByteArray number = QByteArray::number(id);
        const QByteArray valence = QByteArray::number(rating(id, 0), 'f', 1);
        const QByteArray arousal = QByteArray::number(rating(id, 1), 'f', 1);
        if (id < 2000)
            early += number + ", " + valence + ", 1.1, " + arousal + ", 0.9\n";
        else
            late += number + ", " + valence + ", 1.1, 8, " + arousal + ", 0.9\n";
        single += "a1," + number + ",4,5\n";
        moveTo(*sounds++, folder / "MEMD_audio" / (number + ".mp3").toStdString());
    }
    writeText(means / "static_annotations_averaged_songs_1_2000.csv", early);
    writeText(means / "static_annotations_averaged_songs_2000_2058.csv", late);
    writeText(
        annotations / "annotations per each rater/song_level/static_annotations_songs_1_2000.csv",
        single);
    writeParts(folder, deamIds(), "validation.txt");
}

void writeEmoMusic(const fs::path& folder, const fs::path* sounds)
{
    QByteArray table = "song_id,mean_arousal,std_arousal,mean_valence,std_valence\n";
    for (const int id : emoMusicIds()) {
        const QByteArray number = QByteArray::number(id);
        table += number + ',' + QByteArray::number(rating(id, 0), 'f', 1) + ",1.0,"
            + QByteArray::number(rating(id, 1), 'f', 1) + ",1.2\n";
        moveTo(*sounds++, folder / "clips_45seconds" / (number + ".mp3").toStdString());
    }
    writeText(folder / "annotations/static_annotations.csv", table);
    writeParts(folder, emoMusicIds(), "val.txt");
}

void writePmEmo(const fs::path& folder, const fs::path* sounds)
{
    const QList<int> ids { 1, 4, 5, 6, 7, 8, 9, 11, 12 };
    QByteArray means = "musicId,Arousal(mean),Valence(mean)\n";
    QByteArray deviations = "musicId,Arousal(std),Valence(std)\n";
    for (const int id : ids) {
        const QByteArray number = QByteArray::number(id);
        means += number + ',' + QByteArray::number((rating(id, 2) - 1.0) / 8.0, 'f', 4) + ','
            + QByteArray::number((rating(id, 3) - 1.0) / 8.0, 'f', 4) + '\n';
        deviations += number + ",0.15,0.17\n";
        moveTo(*sounds++, folder / "chorus" / (number + ".mp3").toStdString());
    }
    writeText(folder / "annotations/static_annotations.csv", means);
    writeText(folder / "annotations/static_annotations_std.csv", deviations);
    writeParts(folder, ids, "val.txt");
}

} // namespace

fs::path dataSetFolder(const fs::path& folder, DataSetKind kind)
{
    return folder / dataSetName(kind);
}

void writeDataSets(const fs::path& folder)
{
    fs::create_directories(folder);
    const auto sounds = writeSounds(folder, 4 * kTracks - 1);
    writeJamendo(dataSetFolder(folder, DataSetKind::MtgJamendo), sounds);
    writeDeam(dataSetFolder(folder, DataSetKind::Deam), sounds.data() + kTracks);
    writeEmoMusic(dataSetFolder(folder, DataSetKind::EmoMusic), sounds.data() + 2 * kTracks);
    writePmEmo(dataSetFolder(folder, DataSetKind::PmEmo), sounds.data() + 3 * kTracks);
}

} // namespace circumplex::test
