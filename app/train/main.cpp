#include "app/train/train_options.h"
#include "core/ml/training/head_trainer.h"
#include "core/ml/weights/safetensors_file.h"

#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
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

int run(const train::Options& options)
{
    std::vector<TrainingPack> packs;
    for (const auto& path : options.packs)
        packs.push_back(readTrainingPack(path));
    const auto pack = joinTrainingPacks(packs);
    packs.clear();
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
