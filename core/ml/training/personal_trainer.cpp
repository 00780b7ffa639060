#include "core/ml/training/personal_trainer.h"

#include "core/ml/compute_device.h"
#include "core/ml/model_error.h"
#include "core/ml/stopwatch.h"
#include "core/ml/training/personal_stages.h"
#include "core/ml/training/row_tensors.h"
#include "core/ml/training/section_embeddings.h"
#include "core/ml/training/training_checkpoint.h"
#include "core/types/mood_tags.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace circumplex {

namespace {

constexpr int kSmallestBatch = 2;

int medianOf(std::vector<int> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

class PersonalTrainer {
public:
    PersonalTrainer(const TrainingPack& pack, const WeightMap& base, const PersonalPlan& plan,
        const GivenSplit& split, const PersonalCallbacks& callbacks,
        const AdapterSections* sections = nullptr)
        : m_pack(pack)
        , m_base(base)
        , m_plan(plan)
        , m_callbacks(callbacks)
        , m_stages(tracksOf(pack), plan, split)
        , m_batchSize(plan.batchSize)
        , m_batchTracks(plan.adapter.batchTracks)
    {
        for (std::size_t share = 0; share < m_stages.shareCount(); ++share) {
            m_heldOut.push_back(
                { .share = m_stages.share(share), .trackCount = 0.0, .predictions = {} });
            m_heldOut.back().predictions.emotion.resize(2 * pack.size());
            m_heldOut.back().predictions.tagProbabilities.resize(kMoodTags.size() * pack.size());
        }
        m_examples = personalExamples(pack, base, plan);
        if (sections == nullptr) return;
        const auto scale = base.find("embedding_scale");
        m_sections.emplace(sections->store(), pack,
            scale == base.end() ? at::Tensor() : scale->second.to(at::Device(plan.device)),
            AdapterShape { plan.adapter.rank, plan.adapter.alpha });
        m_adapted = m_heldOut.back();
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
            if (!goOnWithAdapter()) endStage();
            if (m_stage < m_stages.count() && !m_fit) beginStage();
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
    /// The fit of the present stage, without the adapter or, after that, with it.
    void beginStage()
    {
        auto task = m_stages.taskOf(m_stage, m_bestEpochs);
        task.batchSize = m_batchSize;
        m_learningTracks = task.training.size() + task.validation.size();
        std::optional<AdapterStart> start;
        if (!m_headAlone.empty()) {
            const bool isFinal = m_stages.at(m_stage).fold < 0;
            task.batchSize = m_batchTracks;
            task.epochs = isFinal ? medianOf(m_adapterEpochs) : m_plan.adapter.epochs;
            start.emplace(*m_sections, m_headAlone);
        }
        m_fit.emplace(m_examples, m_base, m_plan, std::move(task), start);
    }

    /// After the head has learned alone, where an adapter is wanted and of use.
    bool goOnWithAdapter()
    {
        const PersonalStage& stage = m_stages.at(m_stage);
        const bool isWhole = stage.share + 1 == m_heldOut.size();
        if (!m_sections || !isWhole || !m_headAlone.empty()) return false;
        if (stage.fold < 0 && medianOf(m_adapterEpochs) == 0) return false;
        m_epochsAlone = stage.fold < 0 ? m_fit->epochCount() : m_fit->bestEpoch();
        m_headAlone = m_fit->best();
        beginStage();
        return true;
    }

    void step()
    {
        try {
            if (m_callbacks.admit) m_callbacks.admit(m_fit->nextRowCount());
            if (const auto epoch = m_fit->step()) report(*epoch);
        } catch (const DeviceOutOfMemory&) {
            int& size = m_headAlone.empty() ? m_batchSize : m_batchTracks;
            if (size / 2 < kSmallestBatch) throw;
            size /= 2;
            if (m_callbacks.notice)
                m_callbacks.notice("Memory did not suffice; batches are halved to "
                    + std::to_string(size) + (m_headAlone.empty() ? " examples." : " tracks."));
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
            .epochs = m_headAlone.empty() ? m_plan.epochs : m_plan.adapter.epochs,
            .trainingLoss = epoch.trainingLoss,
            .validationLoss = epoch.validationLoss,
            .baseLoss = epoch.baseLoss,
            .isBest = epoch.isBest,
            .isAdapting = !m_headAlone.empty() });
    }

    void endStage()
    {
        const PersonalStage stage = m_stages.at(m_stage);
        const auto best = m_fit->best();
        const bool isAdapted = !m_headAlone.empty();
        if (stage.fold < 0) {
            m_final = best;
            m_finalEpochs = isAdapted ? m_epochsAlone : m_fit->epochCount();
            if (isAdapted) m_finalAdapter = m_fit->bestAdapter();
            m_finalAdapterEpochs = isAdapted ? m_fit->epochCount() : 0;
        } else {
            HeldOut& heldOut = m_heldOut[stage.share];
            const auto rows = m_stages.rowsOfFold(stage.fold);
            predictPersonal(m_examples, isAdapted ? m_headAlone : best, rows, heldOut.predictions);
            heldOut.trackCount += static_cast<double>(m_learningTracks) / m_stages.foldCount();
            if (stage.share + 1 == m_heldOut.size())
                m_bestEpochs.push_back(isAdapted ? m_epochsAlone : m_fit->bestEpoch());
            if (isAdapted) {
                predictAdapted(best, rows);
                m_adapterEpochs.push_back(m_fit->bestEpoch());
            }
        }
        m_headAlone.clear();
        m_fit.reset();
        ++m_stage;
    }

    void predictAdapted(const WeightMap& head, const std::vector<std::int64_t>& rows)
    {
        const at::NoGradGuard noGradients;
        WeightMap adapter;
        for (const auto& [name, tensor] : m_fit->bestAdapter())
            adapter[name] = tensor.to(m_examples.embedding.device());
        PersonalExamples moved = m_examples;
        moved.embedding = m_examples.embedding.clone();
        moved.embedding.index_add_(
            0, indexTensor(rows, moved.embedding.device()), m_sections->movesOf(rows, adapter));
        predictPersonal(moved, head, rows, m_adapted.predictions);
        m_adapted.trackCount = m_heldOut.back().trackCount;
    }

    TrainingCheckpoint::State state() const
    {
        TrainingCheckpoint::State state;
        for (const auto& [name, tensor] : m_fit->stateTensors())
            state.tensors["fit." + name] = tensor;
        nlohmann::json counts = nlohmann::json::array();
        for (std::size_t share = 0; share < m_heldOut.size(); ++share) {
            const auto keep = [&](const char* name, const std::vector<float>& values) {
                state.tensors[name + std::to_string(share)] = rowTensor(values);
            };
            keep("emotion.", m_heldOut[share].predictions.emotion);
            keep("tags.", m_heldOut[share].predictions.tagProbabilities);
            counts.push_back(m_heldOut[share].trackCount);
        }
        for (const auto& [name, tensor] : m_headAlone)
            state.tensors["alone." + name] = tensor;
        if (m_sections) {
            state.tensors["adapted.emotion"] = rowTensor(m_adapted.predictions.emotion);
            state.tensors["adapted.tags"] = rowTensor(m_adapted.predictions.tagProbabilities);
        }
        state.numbers = { { "stage", m_stage }, { "fit", m_fit->stateNumbers() },
            { "best_epochs", m_bestEpochs }, { "batch_size", m_batchSize },
            { "track_counts", counts } };
        if (m_sections)
            state.numbers["adapter"]
                = { { "epochs", m_adapterEpochs }, { "batch_tracks", m_batchTracks },
                      { "epochs_alone", m_epochsAlone }, { "track_count", m_adapted.trackCount } };
        return state;
    }

    static at::Tensor rowTensor(const std::vector<float>& values)
    {
        return at::tensor(at::ArrayRef<float>(values.data(), values.size()), at::kFloat);
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
            const auto take = [&](const std::string& name, std::vector<float>& to) {
                const auto& kept = state.tensors.at(name);
                if (kept.numel() != static_cast<std::int64_t>(to.size()))
                    throw ModelError("the checkpoint is of another training");
                std::copy_n(kept.const_data_ptr<float>(), to.size(), to.begin());
            };
            if (m_sections) {
                const auto& adapter = numbers.at("adapter");
                m_adapterEpochs = adapter.at("epochs").get<std::vector<int>>();
                m_batchTracks = adapter.at("batch_tracks").get<int>();
                m_epochsAlone = adapter.at("epochs_alone").get<int>();
                m_adapted.trackCount = adapter.at("track_count").get<double>();
                take("adapted.emotion", m_adapted.predictions.emotion);
                take("adapted.tags", m_adapted.predictions.tagProbabilities);
                if (m_batchTracks < kSmallestBatch
                    || (m_stages.at(m_stage).fold < 0 && m_adapterEpochs.empty()))
                    throw ModelError("the checkpoint is of another training");
            }
            for (std::size_t share = 0; share < m_heldOut.size(); ++share) {
                const auto number = std::to_string(share);
                take("emotion." + number, m_heldOut[share].predictions.emotion);
                take("tags." + number, m_heldOut[share].predictions.tagProbabilities);
                m_heldOut[share].trackCount = numbers.at("track_counts").at(share).get<double>();
            }
            const auto part = [&state](std::string_view prefix) {
                WeightMap weights;
                for (const auto& [name, tensor] : state.tensors)
                    if (name.starts_with(prefix)) weights[name.substr(prefix.size())] = tensor;
                return weights;
            };
            m_headAlone = part("alone.");
            beginStage();
            m_fit->restore(part("fit."), numbers.at("fit"));
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
        head.adapter = std::move(m_finalAdapter);
        head.heldOut = std::move(m_heldOut.back());
        if (!head.adapter.empty())
            head.headsAlone = std::exchange(head.heldOut, std::move(m_adapted));
        head.bestEpochs = m_bestEpochs;
        head.finalEpochs = m_finalEpochs;
        head.adapterEpochs = m_adapterEpochs;
        head.finalAdapterEpochs = m_finalAdapterEpochs;
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
    int m_batchSize, m_batchTracks;
    PersonalExamples m_examples;
    std::optional<SectionEmbeddings> m_sections; ///< nullopt: no adapter
    std::size_t m_stage = 0;
    std::optional<PersonalFit> m_fit;
    std::size_t m_learningTracks = 0; ///< of the present fit, those that stop it included
    std::vector<HeldOut> m_heldOut; ///< one per share of the curve, then with all labels
    std::vector<int> m_bestEpochs;
    WeightMap m_headAlone; ///< of this stage; empty: it is learning, or no adapter follows
    int m_epochsAlone = 0; ///< that made it
    HeldOut m_adapted; ///< as the last of m_heldOut, with adapters
    std::vector<int> m_adapterEpochs; ///< best ones of the folds
    WeightMap m_final, m_finalAdapter;
    int m_finalEpochs = 0, m_finalAdapterEpochs = 0;
};

std::string fingerprintOf(const TrainingPack& pack, const WeightMap& base, const PersonalPlan& plan,
    const GivenSplit& split, const AdapterSections* sections)
{
    Fingerprint print;
    if (sections != nullptr) print.add(sections->fingerprint());
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

} // namespace

std::optional<PersonalHead> trainPersonalHead(const TrainingPack& pack, const WeightMap& base,
    const PersonalPlan& plan, const GivenSplit& split, const PersonalCheckpoint& checkpoint,
    std::stop_token stop, const PersonalCallbacks& callbacks, const AdapterSections* sections)
{
    requireUsable(plan);
    if ((plan.adapter.rank > 0) != (sections != nullptr))
        throw std::invalid_argument("the adapter is out of range");
    useThreads(plan.threads);
    PersonalTrainer trainer(pack, base, plan, split, callbacks, sections);
    TrainingCheckpoint kept(checkpoint.file,
        checkpoint.file.empty() ? std::string() : fingerprintOf(pack, base, plan, split, sections),
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

} // namespace circumplex
