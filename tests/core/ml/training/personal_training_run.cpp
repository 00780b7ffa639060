// Trains a personal head on made-up labels, to be killed meanwhile or timed:
//
//   personal_training_run CHECKPOINT OUT TRACKS DIMENSION MILLISECONDS_PER_BATCH
//
// Prints the seconds it took once OUT is written.
#include "core/ml/stopwatch.h"
#include "core/ml/training/personal_trainer.h"
#include "core/ml/weights/safetensors_file.h"
#include "tests/support/rater_pack.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

int main(int argc, char** argv)
{
    using namespace circumplex;
    if (argc != 6) return 2;
    const auto pause = std::chrono::milliseconds(std::atoi(argv[5]));
    const bool isTimed = pause.count() == 0;
    const auto made = test::raterPack(
        static_cast<std::size_t>(std::atoi(argv[3])), std::atoi(argv[4]), isTimed ? 12 : 2);
    PersonalPlan plan;
    if (!isTimed) plan.threads = 1;
    if (!isTimed) plan.epochs = 12;
    double seconds = 0.0;
    std::optional<PersonalHead> head;
    {
        const Stopwatch watch(seconds);
        head = trainPersonalHead(made.pack, made.base, plan, {},
            { .file = argv[1], .every = std::chrono::milliseconds(isTimed ? 5000 : 20) }, {},
            { .onEpoch = {}, .notice = {}, .admit = [&](std::size_t) {
                 std::this_thread::sleep_for(pause);
             } });
    }
    writeSafetensors(argv[2], { head->weights, {} });
    std::filesystem::remove(argv[1]);
    std::printf("%.2f s, estimated %.2f s at most, %d epochs in the end\n", seconds,
        estimatedSeconds(made.pack, made.base, plan, {}), head->finalEpochs);
}
