#include "app/train/train_options.h"
#include "core/ml/compute_device.h"
#include "core/ml/training/head_initialiser.h"
#include "core/ml/training/head_trainer.h"
#include "core/ml/weights/safetensors_file.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <thread>

namespace {

using namespace circumplex;

enum ExitCode { kDone = 0, kInterrupted = 1, kUsage = 2, kNothingDone = 3 };

volatile std::sig_atomic_t interrupted = 0;

/// Asks the training to stop, soon after Ctrl-C or a scheduler's notice.
class InterruptWatch {
public:
    InterruptWatch()
        : m_thread([this](const std::stop_token& watching) {
            while (!watching.stop_requested() && interrupted == 0)
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
            if (interrupted != 0) m_stop.request_stop();
        })
    {
        std::signal(SIGINT, [](int) { interrupted = 1; });
        std::signal(SIGTERM, [](int) { interrupted = 1; });
    }
    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_thread;
};

void printEpoch(const EpochReport& report)
{
    const auto where = report.fold < 0 ? std::string("final")
                                       : "repeat " + std::to_string(report.repeat + 1) + " fold "
            + std::to_string(report.fold + 1);
    std::fprintf(stderr, "%s  epoch %d  training %.4f  validation %.4f%s\n", where.c_str(),
        report.epoch, report.trainingLoss, report.validationLoss, report.isBest ? "  best" : "");
}

void writeReport(const std::filesystem::path& path, const std::string& text)
{
    auto unfinished = path;
    unfinished += ".part";
    std::ofstream file(unfinished, std::ios::binary);
    file << text << '\n';
    file.close();
    if (!file) throw std::runtime_error("cannot write " + unfinished.string());
    std::filesystem::rename(unfinished, path);
}

/// Sets with tags learn these, the others valence and arousal; one part of the groups stops.
std::vector<PublishedSet> publishedSets(const TrainingPack& pack, const train::Options& options,
    const std::map<std::string, EmotionHead>& teachers)
{
    const auto tracks = tracksOf(pack);
    const auto parts = trackFolds(tracks, options.plan.validationParts, options.plan.seed);
    std::vector<PublishedSet> sets(pack.setNames.size());
    for (std::size_t s = 0; s < sets.size(); ++s) {
        bool hasTags = false;
        for (std::size_t t = 0; t < tracks.size(); ++t) {
            if (tracks[t].set != static_cast<std::int64_t>(s)) continue;
            (parts[t] == 0 ? sets[s].validation : sets[s].training).push_back(tracks[t]);
            const auto row = static_cast<std::size_t>(tracks[t].asOne().front());
            const auto width = pack.tagWeight.size() / pack.size();
            const auto begin = pack.tagWeight.begin() + static_cast<std::ptrdiff_t>(row * width);
            hasTags = hasTags
                || std::any_of(begin, begin + static_cast<std::ptrdiff_t>(width),
                    [](float weight) { return weight > 0.0F; });
        }
        sets[s].task = hasTags ? PublishedSet::Task::Moods : PublishedSet::Task::Emotion;
        if (const auto teacher = teachers.find(pack.setNames[s]); teacher != teachers.end())
            sets[s].teacher = &teacher->second;
    }
    return sets;
}

int runPublished(const TrainingPack& pack, const train::Options& options)
{
    std::map<std::string, EmotionHead> teachers;
    for (const auto& [set, file] : options.teachers) {
        if (std::find(pack.setNames.begin(), pack.setNames.end(), set) == pack.setNames.end())
            throw std::invalid_argument("no set is called " + set);
        teachers.emplace(set, EmotionHead(readSafetensors(file).tensors));
    }
    useThreads(options.plan.threads);
    const auto examples = exampleTensors(pack, options.plan);
    const auto sets = publishedSets(pack, options, teachers);
    const InterruptWatch watch;
    const auto weights = trainAsPublished(examples, sets,
        initialHead({ .embedding = static_cast<std::int64_t>(pack.dimension),
                        .hidden = options.plan.hidden,
                        .branch = options.plan.branch },
            options.plan.seed),
        options.published, watch.token(), [](const PublishedEpoch& report) {
            double sum = 0.0;
            for (const double loss : report.stepLosses)
                sum += loss / static_cast<double>(report.stepLosses.size());
            printEpoch({ .repeat = -1,
                .fold = -1,
                .epoch = report.epoch,
                .trainingLoss = sum,
                .validationLoss = report.validationLoss,
                .isBest = report.isBest });
        });
    if (!weights) {
        std::cerr << "circumplex-train: stopped, nothing was written\n";
        return kInterrupted;
    }
    writeSafetensors(options.out,
        { *weights, { { "encoder", pack.encoder }, { "plan", planJson(options.plan).dump() } } });
    return kDone;
}

int run(const train::Options& options)
{
    std::vector<TrainingPack> packs;
    for (const auto& path : options.packs)
        packs.push_back(readTrainingPack(path));
    const auto pack = joinTrainingPacks(packs);
    packs.clear();
    if (options.isPublishedRecipe) return runPublished(pack, options);
    const InterruptWatch watch;
    const auto trained = trainHead(pack, options.plan, watch.token(), printEpoch);
    if (!trained) {
        std::cerr << "circumplex-train: stopped, nothing was written\n";
        return kInterrupted;
    }
    const auto json = reportJson(trained->report, options.plan);
    writeSafetensors(options.out,
        { trained->weights, { { "encoder", pack.encoder }, { "plan", json["plan"].dump() } } });
    if (!options.report.empty()) writeReport(options.report, json.dump(2));
    std::cout << json["sets"].dump(2) << '\n' << json["interval_90"].dump(2) << '\n';
    return kDone;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        const auto options = train::parseOptions(argc, argv);
        if (options.text.empty()) return run(options);
        std::cout << options.text;
        return kDone;
    } catch (const std::invalid_argument& error) {
        std::cerr << "circumplex-train: " << error.what() << "; see --help\n";
        return kUsage;
    } catch (const std::exception& error) {
        std::cerr << "circumplex-train: " << error.what() << '\n';
        return kNothingDone;
    }
}
