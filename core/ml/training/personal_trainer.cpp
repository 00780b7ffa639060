#include "core/ml/training/personal_trainer.h"

#include "core/ml/compute_device.h"
#include "core/ml/model_error.h"
#include "core/ml/stopwatch.h"
#include "core/ml/training/personal_fit.h"
#include "core/ml/training/training_checkpoint.h"
#include "core/ml/weights/model_package.h"
#include "core/ml/weights/safetensors_file.h"
#include "core/types/mood_tags.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

namespace circumplex {

namespace {

constexpr int kSmallestBatch = 2;
constexpr std::uint64_t kStoppingSeed = 7919; ///< apart from the folds' seed

std::size_t groupCount(const std::vector<TrackRows>& tracks)
{
    std::set<std::int64_t> groups;
    for (const auto& track : tracks)
        groups.insert(track.group);
    return groups.size();
}

/// Whole groups, in an order by the seed, until they hold that share of the tracks.
std::vector<TrackRows> someOf(
    const std::vector<TrackRows>& tracks, double share, std::uint64_t seed)
{
    if (share >= 1.0) return tracks;
    std::vector<std::int64_t> groups;
    for (const auto& track : tracks)
        if (std::find(groups.begin(), groups.end(), track.group) == groups.end())
            groups.push_back(track.group);
    std::mt19937_64 random(seed);
    for (std::size_t i = groups.size(); i-- > 1;)
        std::swap(groups[i], groups[random() % (i + 1)]);
    const auto wanted = share * static_cast<double>(tracks.size());
    std::set<std::int64_t> taken;
    std::vector<TrackRows> some;
    for (const auto group : groups) {
        // two groups at least: one to learn from, one to stop by
        if (taken.size() >= 2 && static_cast<double>(some.size()) >= wanted) break;
        taken.insert(group);
        for (const auto& track : tracks)
            if (track.group == group) some.push_back(track);
    }
    return some;
}

/// A fit of the cross validation, or the final one.
struct Stage {
    int fold = -1;
    std::size_t share = 0; ///< index into the curve's shares; their count: all labels
};

class PersonalTrainer {
public:
    PersonalTrainer(const TrainingPack& pack, const WeightMap& base, const PersonalPlan& plan,
        const GivenSplit& split, const PersonalCallbacks& callbacks)
        : m_pack(pack)
        , m_base(base)
        , m_plan(plan)
        , m_callbacks(callbacks)
        , m_tracks(tracksOf(pack))
        , m_batchSize(plan.batchSize)
    {
        const auto groups = groupCount(m_tracks);
        if (m_tracks.size() < kLeastPersonalTracks || groups < kLeastPersonalGroups)
            throw ModelError("there are labels of " + std::to_string(m_tracks.size())
                + " tracks in " + std::to_string(groups)
                + " groups (artist, album, work); a personal model needs at least "
                + std::to_string(kLeastPersonalTracks) + " in "
                + std::to_string(kLeastPersonalGroups)
                + ", or nothing would tell whether it is any good. Label more, by other artists");
        if (split.empty()) {
            m_folds = std::min(plan.folds, static_cast<int>(groups));
            m_foldOf = trackFolds(m_tracks, m_folds, plan.seed);
        } else {
            takeSplit(split);
        }
        for (std::size_t share = 0; share <= plan.curveShares.size(); ++share) {
            m_heldOut.push_back(
                { .share = share < plan.curveShares.size() ? plan.curveShares[share] : 1.0,
                    .trackCount = 0.0,
                    .predictions = {} });
            m_heldOut.back().predictions.emotion.resize(2 * pack.size());
            m_heldOut.back().predictions.tagProbabilities.resize(kMoodTags.size() * pack.size());
        }
        for (int fold = 0; fold < m_folds; ++fold)
            for (std::size_t share = 0; share < m_heldOut.size(); ++share)
                m_stages.push_back({ .fold = fold, .share = share });
        m_stages.push_back({ .fold = -1, .share = plan.curveShares.size() });
        m_examples = personalExamples(pack, base, plan);
    }

    std::optional<PersonalHead> run(TrainingCheckpoint& checkpoint, const std::stop_token& stop)
    {
        if (const auto state = checkpoint.read()) restore(*state);
        if (!m_fit) beginStage();
        while (m_stage < m_stages.size()) {
            while (!m_fit->isOver()) {
                if (stop.stop_requested()) {
                    checkpoint.write(state());
                    return std::nullopt;
                }
                if (checkpoint.isDue()) checkpoint.write(state());
                step();
            }
            endStage();
            if (m_stage < m_stages.size()) beginStage();
        }
        return take();
    }

    double estimate()
    {
        m_stage = m_stages.size() - 2; // a fold with all labels
        beginStage();
        if (m_fit->isOver()) return 0.0;
        constexpr int kSteps = 6;
        m_fit->step(); // the first one is slow
        double seconds = 0.0;
        std::size_t rows = 0;
        for (int i = 0; i < kSteps && !m_fit->isOver(); ++i) {
            rows += m_fit->nextRowCount();
            const Stopwatch watch(seconds);
            m_fit->step();
        }
        double shares = 1.0;
        for (const HeldOut& point : m_heldOut)
            shares += point.share * std::max(m_folds - 1, 1);
        const double perEpoch = static_cast<double>(m_tracks.size())
            * (1.0 + (m_pack.size() > m_tracks.size() ? m_plan.windowsPerTrack : 0));
        return rows == 0 ? 0.0
                         : shares * m_plan.epochs * perEpoch * seconds / static_cast<double>(rows);
    }

private:
    /// The test part is the one fold; where a validation part is named, it stops.
    void takeSplit(const GivenSplit& split)
    {
        if (split.size() != m_tracks.size())
            throw ModelError("the split names " + std::to_string(split.size()) + " tracks of "
                + std::to_string(m_tracks.size()));
        const auto has = [&split](SplitPart part) {
            return std::find(split.begin(), split.end(), part) != split.end();
        };
        if (!has(SplitPart::Training) || !has(SplitPart::Test))
            throw ModelError("the split has no labelled tracks in its training or its test part");
        m_folds = 1;
        m_isSplitGiven = true;
        for (const auto part : split) {
            m_foldOf.push_back(part == SplitPart::Test ? 0 : 1);
            m_isValidation.push_back(part == SplitPart::Validation);
        }
        if (!has(SplitPart::Validation)) m_isValidation.clear();
    }

    PersonalTask taskOf(const Stage& stage) const
    {
        PersonalTask task { .training = m_tracks,
            .validation = {},
            .seed = m_plan.seed * 101 + static_cast<std::uint64_t>(m_stage) + 1,
            .epochs = m_plan.epochs,
            .batchSize = m_batchSize };
        if (stage.fold < 0) {
            auto epochs = m_bestEpochs;
            const auto middle = epochs.begin() + static_cast<std::ptrdiff_t>(epochs.size() / 2);
            std::nth_element(epochs.begin(), middle, epochs.end());
            task.epochs = *middle;
            // what a published test part is for would be lost
            if (m_isSplitGiven) task.training.clear();
            for (std::size_t i = 0; m_isSplitGiven && i < m_tracks.size(); ++i)
                if (m_foldOf[i] != 0) task.training.push_back(m_tracks[i]);
            return task;
        }
        std::vector<TrackRows> outside, named;
        for (std::size_t i = 0; i < m_tracks.size(); ++i) {
            if (m_foldOf[i] == stage.fold) continue;
            const bool isNamed = !m_isValidation.empty() && m_isValidation[i];
            (isNamed ? named : outside).push_back(m_tracks[i]);
        }
        const auto some = someOf(outside, m_heldOut[stage.share].share,
            m_plan.seed + 31 * static_cast<std::uint64_t>(stage.fold));
        if (!named.empty()) {
            task.training = some;
            task.validation = named;
            return task;
        }
        const auto parts = trackFolds(some, m_plan.validationParts, m_plan.seed + kStoppingSeed);
        task.training.clear();
        for (std::size_t i = 0; i < some.size(); ++i)
            (parts[i] == 0 ? task.validation : task.training).push_back(some[i]);
        if (task.training.empty()) task.training.swap(task.validation);
        return task;
    }

    void beginStage() { m_fit.emplace(m_examples, m_base, m_plan, taskOf(m_stages[m_stage])); }

    void step()
    {
        try {
            if (m_callbacks.admit) m_callbacks.admit(m_fit->nextRowCount());
            if (const auto epoch = m_fit->step()) report(*epoch);
        } catch (const DeviceOutOfMemory&) {
            if (m_batchSize / 2 < kSmallestBatch) throw;
            m_batchSize /= 2;
            if (m_callbacks.notice)
                m_callbacks.notice("Memory did not suffice; batches are halved to "
                    + std::to_string(m_batchSize) + " examples.");
            beginStage();
        }
    }

    void report(const PersonalFit::Epoch& epoch) const
    {
        if (!m_callbacks.onEpoch) return;
        const Stage& stage = m_stages[m_stage];
        m_callbacks.onEpoch({ .fit = static_cast<int>(m_stage),
            .fitCount = static_cast<int>(m_stages.size()),
            .fold = stage.fold,
            .share = m_heldOut[stage.share].share,
            .epoch = epoch.number,
            .epochs = m_plan.epochs,
            .trainingLoss = epoch.trainingLoss,
            .validationLoss = epoch.validationLoss,
            .isBest = epoch.isBest });
    }

    void endStage()
    {
        const Stage stage = m_stages[m_stage];
        if (stage.fold >= 0) {
            HeldOut& heldOut = m_heldOut[stage.share];
            predictPersonal(m_examples, m_fit->best(), rowsOfFold(stage.fold), heldOut.predictions);
            const auto task = taskOf(stage);
            heldOut.trackCount
                += static_cast<double>(task.training.size() + task.validation.size()) / m_folds;
            if (stage.share + 1 == m_heldOut.size()) m_bestEpochs.push_back(m_fit->bestEpoch());
        } else {
            m_final = m_fit->best();
        }
        ++m_stage;
    }

    std::vector<std::int64_t> rowsOfFold(int fold) const
    {
        std::vector<std::int64_t> rows;
        for (std::size_t i = 0; i < m_tracks.size(); ++i) {
            if (m_foldOf[i] != fold) continue;
            for (const auto* part : { &m_tracks[i].whole, &m_tracks[i].windows })
                rows.insert(rows.end(), part->begin(), part->end());
        }
        return rows;
    }

    TrainingCheckpoint::State state() const
    {
        TrainingCheckpoint::State state;
        for (const auto& [name, tensor] : m_fit->stateTensors())
            state.tensors["fit." + name] = tensor;
        nlohmann::json counts = nlohmann::json::array();
        for (std::size_t share = 0; share < m_heldOut.size(); ++share) {
            const auto keep = [&](const char* name, const std::vector<float>& values) {
                state.tensors[name + std::to_string(share)]
                    = at::tensor(at::ArrayRef<float>(values.data(), values.size()), at::kFloat);
            };
            keep("emotion.", m_heldOut[share].predictions.emotion);
            keep("tags.", m_heldOut[share].predictions.tagProbabilities);
            counts.push_back(m_heldOut[share].trackCount);
        }
        state.numbers = { { "stage", m_stage }, { "fit", m_fit->stateNumbers() },
            { "best_epochs", m_bestEpochs }, { "batch_size", m_batchSize },
            { "track_counts", counts } };
        return state;
    }

    void restore(const TrainingCheckpoint::State& state)
    {
        const auto& numbers = state.numbers;
        try {
            m_stage = numbers.at("stage").get<std::size_t>();
            m_batchSize = numbers.at("batch_size").get<int>();
            m_bestEpochs = numbers.at("best_epochs").get<std::vector<int>>();
            if (m_stage >= m_stages.size() || m_batchSize < kSmallestBatch
                || (m_stages[m_stage].fold < 0 && m_bestEpochs.empty()))
                throw ModelError("the checkpoint is of another training");
            for (std::size_t share = 0; share < m_heldOut.size(); ++share) {
                const auto take = [&](const char* name, std::vector<float>& to) {
                    const auto& kept = state.tensors.at(name + std::to_string(share));
                    if (kept.numel() != static_cast<std::int64_t>(to.size()))
                        throw ModelError("the checkpoint is of another training");
                    std::copy_n(kept.const_data_ptr<float>(), to.size(), to.begin());
                };
                take("emotion.", m_heldOut[share].predictions.emotion);
                take("tags.", m_heldOut[share].predictions.tagProbabilities);
                m_heldOut[share].trackCount = numbers.at("track_counts").at(share).get<double>();
            }
            WeightMap fit;
            constexpr std::string_view prefix = "fit.";
            for (const auto& [name, tensor] : state.tensors)
                if (name.starts_with(prefix)) fit[name.substr(prefix.size())] = tensor;
            beginStage();
            m_fit->restore(fit, numbers.at("fit"));
        } catch (const nlohmann::json::exception&) {
            throw ModelError("the checkpoint's numbers cannot be read");
        } catch (const std::out_of_range&) {
            throw ModelError("the checkpoint lacks what it should hold");
        }
    }

    PersonalHead take()
    {
        PersonalHead head;
        head.weights = std::move(m_final);
        head.heldOut = std::move(m_heldOut.back());
        head.bestEpochs = m_bestEpochs;
        head.finalEpochs = m_fit->epochCount();
        head.batchSize = m_batchSize;
        m_heldOut.pop_back();
        head.curve = std::move(m_heldOut);
        const auto copyOf = [](const at::Tensor& values) {
            const auto onCpu = values.to(at::kCPU).contiguous();
            return std::vector<float>(
                onCpu.const_data_ptr<float>(), onCpu.const_data_ptr<float>() + onCpu.numel());
        };
        head.base.emotion = copyOf(m_examples.baseEmotion);
        head.base.tagProbabilities = copyOf(m_examples.baseTags);
        std::vector<std::int64_t> whole, windows;
        for (std::size_t i = 0; i < m_tracks.size(); ++i) {
            if (m_foldOf[i] >= m_folds) continue; // not held out
            const auto& track = m_tracks[i];
            whole.insert(whole.end(), track.asOne().begin(), track.asOne().end());
            windows.insert(windows.end(), track.windows.begin(), track.windows.end());
        }
        head.trackInterval = intervalOf(m_pack, whole, head.heldOut.predictions);
        head.windowInterval = intervalOf(m_pack, windows, head.heldOut.predictions);
        return head;
    }

    const TrainingPack& m_pack;
    const WeightMap& m_base;
    const PersonalPlan& m_plan;
    const PersonalCallbacks& m_callbacks;
    std::vector<TrackRows> m_tracks;
    std::vector<int> m_foldOf;
    bool m_isSplitGiven = false;
    std::vector<bool> m_isValidation; ///< of a given split; empty: some groups stop
    int m_folds = 0;
    int m_batchSize;
    PersonalExamples m_examples;
    std::vector<Stage> m_stages;
    std::size_t m_stage = 0;
    std::optional<PersonalFit> m_fit;
    std::vector<HeldOut> m_heldOut; ///< one per share of the curve, then with all labels
    std::vector<int> m_bestEpochs;
    WeightMap m_final;
};

std::string fingerprintOf(const TrainingPack& pack, const WeightMap& base, const PersonalPlan& plan,
    const GivenSplit& split)
{
    Fingerprint print;
    print.add(planJson(plan).dump()).add(split);
    print.add(pack.encoder).add(pack.embedding).add(pack.root);
    print.add(pack.quality).add(pack.key).add(pack.whole).add(pack.emotion);
    print.add(pack.emotionWeight).add(pack.tags).add(pack.tagWeight).add(pack.track);
    print.add(pack.group).add(pack.set);
    for (const auto& [name, tensor] : base) {
        const auto onCpu = tensor.to(at::kCPU, at::kFloat).contiguous();
        print.add(name).add(onCpu.const_data_ptr(), static_cast<std::size_t>(onCpu.nbytes()));
    }
    return print.text();
}

WeightMap headOf(const std::filesystem::path& package, const TrainingPack& pack)
{
    const auto file = package / "head.safetensors";
    return usableHead(
        file.string(), readSafetensors(file).tensors, static_cast<int>(pack.dimension));
}

} // namespace

std::optional<PersonalHead> trainPersonalHead(const TrainingPack& pack, const WeightMap& base,
    const PersonalPlan& plan, const GivenSplit& split, const PersonalCheckpoint& checkpoint,
    std::stop_token stop, const PersonalCallbacks& callbacks)
{
    requireUsable(plan);
    useThreads(plan.threads);
    PersonalTrainer trainer(pack, base, plan, split, callbacks);
    TrainingCheckpoint kept(checkpoint.file,
        checkpoint.file.empty() ? std::string() : fingerprintOf(pack, base, plan, split),
        checkpoint.every, callbacks.notice);
    return trainer.run(kept, stop);
}

double estimatedSeconds(const TrainingPack& pack, const WeightMap& base, const PersonalPlan& plan,
    const GivenSplit& split)
{
    requireUsable(plan);
    useThreads(plan.threads);
    const PersonalCallbacks none;
    return PersonalTrainer(pack, base, plan, split, none).estimate();
}

std::optional<PersonalOutcome> trainPersonalHeadFile(const TrainingPack& pack,
    const std::filesystem::path& package, const std::filesystem::path& head,
    const PersonalPlan& plan, const GivenSplit& split, const PersonalCheckpoint& checkpoint,
    std::stop_token stop, const PersonalCallbacks& callbacks)
{
    auto trained = trainPersonalHead(
        pack, headOf(package, pack), plan, split, checkpoint, std::move(stop), callbacks);
    if (!trained) return std::nullopt;
    try {
        writeSafetensors(head,
            { trained->weights,
                { { "encoder", pack.encoder }, { "plan", planJson(plan).dump() } } });
    } catch (const ModelError& error) {
        throw HeadNotWritten(error.what());
    }
    return std::move(*trained);
}

double estimatedSeconds(const TrainingPack& pack, const std::filesystem::path& package,
    const PersonalPlan& plan, const GivenSplit& split)
{
    return estimatedSeconds(pack, headOf(package, pack), plan, split);
}

} // namespace circumplex
