#include "core/library/strong_moods.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace circumplex {

namespace {

void moodFunction(sqlite3_context* context, int, sqlite3_value** values)
{
    const int bytes = sqlite3_value_bytes(values[0]);
    const void* blob = sqlite3_value_blob(values[0]);
    const sqlite3_int64 tag = sqlite3_value_int64(values[1]);
    float probability = 0.0F;
    const auto size = static_cast<sqlite3_int64>(sizeof probability);
    if (blob == nullptr || tag < 0 || tag > bytes / size - 1) return; // NULL
    std::memcpy(&probability, static_cast<const char*>(blob) + tag * size, sizeof probability);
    sqlite3_result_double(context, static_cast<double>(probability));
}

} // namespace

std::vector<StrongMood> strongMoods(std::span<const float> probabilities)
{
    std::vector<StrongMood> moods;
    moods.reserve(probabilities.size());
    for (std::size_t tag = 0; tag < probabilities.size(); ++tag)
        moods.push_back({ static_cast<int>(tag), probabilities[tag], 0 });
    std::stable_sort(moods.begin(), moods.end(),
        [](const StrongMood& a, const StrongMood& b) { return a.probability > b.probability; });
    std::size_t kept = 0;
    while (kept < moods.size()
        && (kept < std::size_t { kStrongMoodPlaces } || moods[kept].probability >= kStrongMood)) {
        moods[kept].place = static_cast<int>(kept) + 1;
        ++kept;
    }
    moods.resize(kept);
    return moods;
}

void removeStrongMoods(SQLite::Database& connection, ModelId model, TrackId track,
    std::span<const float> probabilities)
{
    SQLite::Statement remove(connection, R"(
        DELETE FROM strong_moods
        WHERE model_id = ? AND tag = ? AND probability = ? AND track_id = ?)");
    for (const StrongMood& mood : strongMoods(probabilities)) {
        remove.bind(1, model.value);
        remove.bind(2, mood.tag);
        remove.bind(3, static_cast<double>(mood.probability));
        remove.bind(4, track.value);
        remove.exec();
        remove.reset();
    }
}

void registerMoodFunction(SQLite::Database& connection)
{
    connection.check(sqlite3_create_function(connection.getHandle(), "mood", 2,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, &moodFunction, nullptr,
        nullptr));
}

} // namespace circumplex
