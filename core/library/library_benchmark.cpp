#include "core/library/library_benchmark.h"

#include "core/library/annotation_store.h"
#include "core/library/database_access.h"
#include "core/library/library_shell.h"
#include "core/library/model_store.h"
#include "core/library/track_search.h"
#include "core/types/mood_tags.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <random>

namespace circumplex {

namespace {

constexpr std::size_t kPage = 200; ///< ids of a first page
constexpr std::size_t kVisible = 50; ///< rows that a screen shows

/// One question in the library's language and in SQL.
struct Question {
    std::string query {};
    TrackSort sort {};
    std::string sql {}; ///< empty: not asked of the shell
};

double atShare(const std::vector<double>& sorted, double share)
{
    const auto index = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
    return sorted[std::min(index, sorted.size() - 1)];
}

LibraryFigure figureOf(std::string what, std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    return { .what = std::move(what),
        .count = static_cast<int>(milliseconds.size()),
        .minMs = milliseconds.front(),
        .medianMs = atShare(milliseconds, 0.5),
        .p95Ms = atShare(milliseconds, 0.95),
        .maxMs = milliseconds.back() };
}

std::int64_t peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::stoll(line.substr(6)) * 1024;
    }
    return 0;
}

std::string decimal(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

class Benchmark {
public:
    Benchmark(LibraryDatabase& library, ModelId model, const LibraryBenchmarkOptions& options)
        : m_library(library)
        , m_model(model)
        , m_search(library, model)
        , m_options(options)
        , m_random(options.seed)
    {
    }

    Result<std::vector<LibraryFigure>> run()
    {
        measureOpening();
        measureOrders();
        measurePages();
        ask("typing into the search box, one letter at a time", keystrokes());
        ask("valence and arousal box", boxes());
        ask("one mood above a bound", moods());
        ask("mood:NAME", strongestMoods());
        ask("shape of a curve", shapes(), m_options.repetitions / 4);
        ask("text and box and mood and not", mixtures());
        ask("nested or", nested());
        measurePending();
        if (m_error) return tl::unexpected(*m_error);
        return std::move(m_figures);
    }

private:
    template <class Work> double milliseconds(Work work)
    {
        const auto begin = std::chrono::steady_clock::now();
        work();
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
            .count();
    }

    /// nullopt, and the error kept, if there was one.
    template <class T> std::optional<T> noted(Result<T> result)
    {
        if (result) return std::move(*result);
        m_error = result.error();
        return std::nullopt;
    }

    /// What a list does with a question: first page and count, then the rows on the screen.
    void show(const std::string& text, const TrackSort& sort)
    {
        const auto query = parseSearch(text);
        if (!query) {
            m_error = Error { ErrorCode::QueryUnusable, query.error().sentence };
            return;
        }
        if (const auto found = noted(m_search.find(*query, sort, kPage)))
            noted(
                m_search.rows(std::span(found->ids).first(std::min(kVisible, found->ids.size()))));
    }

    void ask(const std::string& what, std::vector<Question> questions, int most = 1'000'000)
    {
        questions.resize(std::min(questions.size(), static_cast<std::size_t>(std::max(most, 1))));
        std::vector<double> times;
        for (const Question& question : questions)
            times.push_back(milliseconds([&] { show(question.query, question.sort); }));
        LibraryFigure figure = figureOf(what, std::move(times));
        std::vector<std::string> statements;
        for (const Question& question : questions) {
            if (!question.sql.empty()) statements.push_back(question.sql);
        }
        if (m_options.asksShell && !statements.empty()) {
            std::vector<double> shell = shellMilliseconds(m_library.file(), statements);
            if (!shell.empty()) {
                const LibraryFigure other = figureOf({}, std::move(shell));
                figure.shellMedianMs = other.medianMs;
                figure.shellP95Ms = other.p95Ms;
            }
        }
        m_figures.push_back(std::move(figure));
    }

    void measureOpening()
    {
        std::vector<double> times;
        for (int i = 0; i < std::clamp(m_options.repetitions / 10, 1, 10); ++i)
            times.push_back(milliseconds([&] {
                auto library = LibraryDatabase::open(m_library.file());
                if (!library) {
                    m_error = library.error();
                    return;
                }
                const TrackSearch search(*library, m_model);
                if (const auto found = noted(search.find({}, {}, kPage)))
                    noted(search.rows(found->ids));
            }));
        m_figures.push_back(figureOf("open to first page", std::move(times)));
    }

    void measureOrders()
    {
        using Key = TrackSort::Key;
        std::vector<Question> questions;
        for (int i = 0; i < m_options.repetitions; ++i) {
            const auto key = static_cast<Key>(below(static_cast<int>(Key::Mood)));
            const auto direction = static_cast<TrackSort::Direction>(below(2));
            questions.push_back({ .sort = { key, direction },
                .sql = key == Key::Artist ? "SELECT t.id FROM tracks t" + artistOrder() : "" });
        }
        ask("first page in a random order", std::move(questions));
        questions.clear();
        for (int i = 0; i < m_options.repetitions / 4; ++i)
            questions.push_back(
                { .sort = { Key::Mood, TrackSort::Direction::Descending, below(56) } });
        ask("first page by a mood, strongest first", std::move(questions));
    }

    void measurePages()
    {
        std::vector<double> all, pages;
        std::vector<TrackId> ids;
        for (int i = 0; i < std::clamp(m_options.repetitions / 10, 1, 10); ++i) {
            const auto key = static_cast<TrackSort::Key>(below(4));
            all.push_back(milliseconds([&] {
                if (const auto found = noted(m_search.find({}, { key }))) ids = found->ids;
            }));
            for (int page = 0; page < m_options.repetitions / 10 && !ids.empty(); ++page) {
                const auto begin = static_cast<std::size_t>(below(static_cast<int>(ids.size())));
                const auto slice
                    = std::span(ids).subspan(begin, std::min(kPage, ids.size() - begin));
                pages.push_back(milliseconds([&] { noted(m_search.rows(slice)); }));
            }
        }
        m_figures.push_back(figureOf("all ids in an order", std::move(all)));
        if (!pages.empty())
            m_figures.push_back(figureOf("200 rows anywhere in it", std::move(pages)));
    }

    void measurePending()
    {
        std::vector<double> times;
        for (int i = 0; i < std::clamp(m_options.repetitions / 10, 1, 10); ++i)
            times.push_back(milliseconds(
                [&] { noted(AnnotationStore(m_library).pending(m_model, { .limit = 100 })); }));
        m_figures.push_back(figureOf("what is to be analysed", std::move(times)));
    }

    /// Words of titles and artists that are there, typed letter by letter.
    std::vector<Question> keystrokes()
    {
        std::vector<Question> questions;
        while (static_cast<int>(questions.size()) < m_options.repetitions) {
            const std::string text = lettersOnly(someText());
            for (std::size_t length = 1; length <= std::min<std::size_t>(text.size(), 12);
                 ++length) {
                const std::string typed = text.substr(0, length);
                if (typed.back() == ' ') continue;
                std::string pattern;
                for (std::size_t at = 0; at < typed.size();) {
                    const std::size_t end = std::min(typed.find(' ', at), typed.size());
                    pattern += (at == 0 ? "\"" : " AND \"") + typed.substr(at, end - at) + "\"*";
                    at = end + 1;
                }
                if (typed == "or" || typed == "and" || typed == "not") continue;
                questions.push_back({ .query = typed,
                    .sql = "SELECT t.id FROM tracks_fts f JOIN tracks t ON t.id = f.rowid "
                           "WHERE tracks_fts MATCH '"
                        + pattern + "'" + artistOrder() });
            }
        }
        return questions;
    }

    std::vector<Question> boxes()
    {
        std::vector<Question> questions;
        for (int i = 0; i < m_options.repetitions; ++i) {
            const double valence = 2.0 + 5.0 * chance();
            const double arousal = 2.0 + 5.0 * chance();
            const double size = 0.3 + 2.0 * chance();
            const std::string v = decimal(valence), w = decimal(valence + size);
            const std::string a = decimal(arousal), b = decimal(arousal + size);
            questions.push_back({ .query = "valence:" + v + ".." + w + " arousal:" + a + ".." + b,
                .sql = "SELECT t.id FROM annotations n JOIN tracks t ON t.id = n.track_id "
                       "WHERE n.model_id = "
                    + modelText() + " AND n.valence BETWEEN " + v + " AND " + w
                    + " AND n.arousal BETWEEN " + a + " AND " + b + artistOrder() });
        }
        return questions;
    }

    std::vector<Question> moods()
    {
        std::vector<Question> questions;
        for (int i = 0; i < m_options.repetitions; ++i) {
            const int tag = below(56);
            const std::string bound = decimal(0.1 + 0.6 * chance());
            questions.push_back({ .query = tagName(tag) + ">=" + bound,
                .sql = "SELECT t.id FROM strong_moods m JOIN tracks t ON t.id = m.track_id "
                       "WHERE m.model_id = "
                    + modelText() + " AND m.tag = " + std::to_string(tag)
                    + " AND m.probability >= " + bound + artistOrder() });
        }
        return questions;
    }

    std::vector<Question> strongestMoods()
    {
        std::vector<Question> questions;
        for (int i = 0; i < m_options.repetitions / 4; ++i)
            questions.push_back({ .query = "mood:" + tagName(below(56)) });
        return questions;
    }

    std::vector<Question> shapes()
    {
        std::vector<Question> questions;
        for (int i = 0; i < m_options.repetitions; ++i) {
            const std::string start = decimal(3.0 + 2.0 * chance());
            const std::string peak = decimal(0.4 + 0.4 * chance());
            questions.push_back(
                { .query = "arousal.start<" + start + " arousal.peak>" + peak + " valence.slope<0",
                    .sql = "SELECT t.id FROM curve_shapes s JOIN tracks t ON t.id = s.track_id "
                           "WHERE s.model_id = "
                        + modelText() + " AND s.arousal_start < " + start + " AND s.arousal_peak > "
                        + peak + " AND s.valence_slope < 0" + artistOrder() });
        }
        return questions;
    }

    std::vector<Question> mixtures()
    {
        std::vector<Question> questions;
        for (int i = 0; i < m_options.repetitions; ++i) {
            const std::string valence = decimal(3.0 + 3.0 * chance());
            questions.push_back({ .query = lettersOnly(someText()).substr(0, 3) + " valence>"
                    + valence + " happy>=0.2 not genre:metal not is:missing" });
        }
        return questions;
    }

    std::vector<Question> nested()
    {
        std::vector<Question> questions;
        for (int i = 0; i < m_options.repetitions; ++i) {
            const std::string year = std::to_string(1960 + below(60));
            questions.push_back({ .query
                = "(genre:jazz year:" + year + "..) or (valence>7 (party>0.3 or happy>0.5))" });
        }
        return questions;
    }

    std::string someText()
    {
        SQLite::Statement query(m_library.connection(), R"(
            SELECT CASE WHEN ?2 THEN title ELSE artist END FROM tracks WHERE id >= ?1
            ORDER BY id LIMIT 1)");
        SQLite::Statement last(m_library.connection(), "SELECT max(id) FROM tracks");
        last.executeStep();
        query.bind(1, 1 + below(static_cast<int>(last.getColumn(0).getInt64())));
        query.bind(2, below(2));
        return query.executeStep() ? query.getColumn(0).getString() : std::string();
    }

    /// Lower-case ASCII words, so that they need no quoting anywhere.
    static std::string lettersOnly(const std::string& text)
    {
        std::string letters;
        for (const char c : text) {
            if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c + 0x20);
            if (c >= 'a' && c <= 'z') letters += c;
            if (c == ' ' && !letters.empty() && letters.back() != ' ') letters += c;
        }
        return letters.empty() ? "a" : letters;
    }

    static std::string artistOrder()
    {
        return " ORDER BY t.artist_key, t.album_key, t.disc_number, t.track_number, t.title_key, "
               "t.id LIMIT 200;";
    }

    static std::string tagName(int tag)
    {
        return std::string(kMoodTags[static_cast<std::size_t>(tag)]);
    }

    std::string modelText() const { return std::to_string(m_model.value); }
    double chance() { return static_cast<double>(m_random() >> 11U) * 0x1p-53; }
    int below(int count) { return static_cast<int>(chance() * count); }

    LibraryDatabase& m_library;
    ModelId m_model;
    TrackSearch m_search;
    LibraryBenchmarkOptions m_options;
    std::mt19937_64 m_random;
    std::vector<LibraryFigure> m_figures;
    std::optional<Error> m_error;
};

/// The model with the most annotations.
Result<ModelId> busiestModel(LibraryDatabase& library)
{
    const ModelStore store(library);
    const auto models = store.all();
    if (!models) return tl::unexpected(models.error());
    ModelId busiest;
    std::int64_t most = 0;
    for (const KnownModel& model : *models) {
        const auto count = store.annotationCount(model.id);
        if (!count) return tl::unexpected(count.error());
        if (*count > most) busiest = model.id;
        most = std::max(most, *count);
    }
    if (!busiest)
        return tl::unexpected(Error { ErrorCode::Refused,
            "There is nothing to measure: no track of this library is annotated." });
    return busiest;
}

} // namespace

Result<LibraryFigures> benchmarkLibrary(
    const std::filesystem::path& file, const LibraryBenchmarkOptions& options)
{
    // Only to be read, and so never made where there is none.
    LibraryOptions reading;
    reading.access = LibraryOptions::Access::ReadOnly;
    auto library = LibraryDatabase::open(file, reading);
    if (!library) return tl::unexpected(library.error());
    const auto model = busiestModel(*library);
    if (!model) return tl::unexpected(model.error());
    auto figures = Benchmark(*library, *model, options).run();
    if (!figures) return tl::unexpected(figures.error());
    const auto all = TrackSearch(*library, *model).find({}, {}, 1);
    if (!all) return tl::unexpected(all.error());
    std::error_code ignored;
    return LibraryFigures { .tracks = static_cast<std::int64_t>(all->total),
        .fileBytes = static_cast<std::int64_t>(std::filesystem::file_size(file, ignored)),
        .peakMemoryBytes = peakMemory(),
        .figures = std::move(*figures) };
}

} // namespace circumplex
