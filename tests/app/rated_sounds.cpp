#include "tests/app/rated_sounds.h"

#include "tests/core/audio/sound_files.h"

namespace circumplex::test {

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

/// A rater for whom high tones are pleasant and fast decay exciting.
QByteArray ratings(const AnnotatedLibrary& library, const std::vector<int>& labelOf)
{
    QByteArray table = "path,rater,valence,arousal,tags\n";
    for (int number = 0; number < kRatedSounds; ++number) {
        const int said = labelOf[static_cast<std::size_t>(number)];
        const double pitch = said % 37 / 36.0;
        table += QByteArray::fromStdString(placeOf(library, number).string()) + ",Ann,"
            + QByteArray::number(1.5 + 7.0 * pitch, 'f', 2) + ','
            + QByteArray::number(2.0 + 1.2 * (said % 5), 'f', 2) + ','
            + (pitch < 0.5 ? "dark" : "happy") + '\n';
    }
    return table;
}

} // namespace

fs::path placeOf(const AnnotatedLibrary& library, int number)
{
    return library.music() / ("artist " + std::to_string(number % kRatedFolders))
        / (std::to_string(number) + ".wav");
}

void writeFolders(AnnotatedLibrary& library)
{
    library.writeSounds(kRatedSounds, 3.0);
    for (int number = 0; number < kRatedSounds; ++number) {
        const fs::path place = placeOf(library, number);
        fs::create_directories(place.parent_path());
        fs::rename(library.music() / u"%1.wav"_s.arg(number, 3, 10, QLatin1Char('0')).toStdString(),
            place);
    }
}

std::vector<int> honestLabels()
{
    std::vector<int> labels(kRatedSounds);
    for (int i = 0; i < kRatedSounds; ++i)
        labels[static_cast<std::size_t>(i)] = i;
    return labels;
}

CliOutcome importLabels(AnnotatedLibrary& library, const std::vector<int>& labelOf)
{
    const fs::path table = library.cli().place("ratings.csv");
    write(table, ratings(library, labelOf));
    return library.cli().run({ "labels", "import", "--library", library.file().toUtf8(),
        QByteArray::fromStdString(table.string()) });
}

} // namespace circumplex::test
