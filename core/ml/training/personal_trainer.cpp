#include "core/ml/training/personal_trainer.h"

#include "core/ml/compute_device.h"
#include "core/ml/model_error.h"
#include "core/ml/stopwatch.h"
#include "core/ml/training/personal_stages.h"
#include "core/ml/training/training_checkpoint.h"
#include "core/ml/weights/model_package.h"
#include "core/ml/weights/safetensors_file.h"
#include "core/types/mood_tags.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr int kSmallestBatch = 2;

class PersonalTrainer {
public:
    PersonalTrainer(const TrainingPack& pack, const WeightMap& base, const PersonalPlan& plan,
        const GivenSplit& split, const PersonalCallbacks& callbacks)
        : m_pack(pack)
        , m_base(base)
        , m_plan(plan)
        , m_callbacks(callbacks)
        , m_stages(tracksOf(pack), plan, split)
        , m_batchSize(plan.batchSize)
    {
        for (std::size_t share = 0; share < m_stages.shareCount(); ++share) {
            m_heldOut.push_back(
                { .share = m_stages.share(share), .trackCount = 0.0, .predictions = {} });
            m_heldOut.back().predictions.emotion.resize(2 * pack.size());
            m_heldOut.back().predictions.tagProbabilities.resize(kMoodTags.size() * pack.size());
        }
        m_examples = personalExamples(pack, base, plan);
    }

    std::optional<PersonalHead> run(TrainingCheckpoint& checkpoint, const std::stop_token& stop)
    {
        if (const auto state = checkpoint.read()) restore(*state);
        if (!m_fit) beginStage();
        while (m_stage < m_stages.count()) {
            while (!m_fit->isOver()) {
                if (stop.stop_requested()) {
                    checkpoint.write(state());
                    return std::nullopt;
                }
                if (checkpoint.isDue(m_stage > 0 || m_fit->epochCount() > 0))
                    checkpoint.write(state());
                step();
            }
            endStage();
            if (m_stage < m_stages.count()) beginStage();
        }
        return take();
    }

    double estimate()
    {
        m_stage = m_stages.count() - 2; // a fold with all labels
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
            shares += point.share * std::max(m_stages.foldCount() - 1, 1);
        const double perEpoch = static_cast<double>(m_stages.tracks().size())
            * (1.0 + (m_pack.size() > m_stages.tracks().size() ? m_plan.windowsPerTrack : 0));
        return rows == 0 ? 0.0
                         : shares * m_plan.epochs * perEpoch * seconds / static_cast<double>(rows);
    }

private:
    void beginStage()
    {
        auto task = m_stages.taskOf(m_stage, m_bestEpochs);
        task.batchSize = m_batchSize;
        m_learningTracks = task.training.size() + task.validation.size();
        m_fit.emplace(m_examples, m_base, m_plan, std::move(task));
    }

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
        const PersonalStage& stage = m_stages.at(m_stage);
        m_callbacks.onEpoch({ .fit = static_cast<int>(m_stage),
            .fitCount = static_cast<int>(m_stages.count()),
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
        const PersonalStage stage = m_stages.at(m_stage);
        if (stage.fold >= 0) {
            HeldOut& heldOut = m_heldOut[stage.share];
            predictPersonal(
                m_examples, m_fit->best(), m_stages.rowsOfFold(stage.fold), heldOut.predictions);
            heldOut.trackCount += static_cast<double>(m_learningTracks) / m_stages.foldCount();
            if (stage.share + 1 == m_heldOut.size()) m_bestEpochs.push_back(m_fit->bestEpoch());
        } else {
            m_final = m_fit->best();
        }
        ++m_stage;
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
            if (m_stage >= m_stages.count() || m_batchSize < kSmallestBatch
                || (m_stages.at(m_stage).fold < 0 && m_bestEpochs.empty()))
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
        for (std::size_t i = 0; i < m_stages.tracks().size(); ++i) {
            if (!m_stages.isJudged(i)) continue;
            const auto& track = m_stages.tracks()[i];
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
    PersonalStages m_stages;
    int m_batchSize;
    PersonalExamples m_examples;
    std::size_t m_stage = 0;
    std::optional<PersonalFit> m_fit;
    std::size_t m_learningTracks = 0; ///< of the present fit, those that stop it included
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
