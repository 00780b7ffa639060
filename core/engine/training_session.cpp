#include "core/engine/training_session.h"

#include "core/engine/adapter_card.h"
#include "core/engine/kept_features.h"
#include "core/engine/personal_installer.h"
#include "core/engine/section_hearing.h"
#include "core/engine/track_places.h"
#include "core/library/library_database.h"
#include "core/ml/compute_device.h"
#include "core/ml/model_error.h"
#include "core/services/label_agreement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <system_error>

namespace circumplex {

namespace {

/// What the base heard in a track, in whatever number format; nullopt: nothing is kept.
Result<std::optional<TrackFeatures>> recall(
    FeatureCache& cache, const AudioHash& hash, const std::string& hearing, DataType dtype)
{
    std::vector<DataType> formats { dtype };
    for (const auto other : { DataType::Float32, DataType::BFloat16, DataType::Int8 })
        if (other != dtype) formats.push_back(other);
    for (const auto format : formats) {
        const auto bytes = cache.find(featureKey(hash, hearing, format));
        if (!bytes) return tl::unexpected(bytes.error());
        if (!*bytes) continue;
        try {
            return unpackFeatures(**bytes).features;
        } catch (const ModelError&) {
            continue; // of another version of this program
        }
    }
    return std::nullopt;
}

void count(TrainingPreview& preview, const JoinedLabels& labels)
{
    ++preview.usableTracks;
    preview.valenceTracks += labels.valence.weight > 0.0 ? 1 : 0;
    preview.arousalTracks += labels.arousal.weight > 0.0 ? 1 : 0;
    if (labels.valence.weight > 0.0 && labels.arousal.weight > 0.0) {
        const bool isPleasant = labels.valence.value >= 5.0;
        const bool isExcited = labels.arousal.value >= 5.0;
        ++preview.quarterTracks[isExcited ? (isPleasant ? 0 : 1) : (isPleasant ? 3 : 2)];
    }
    preview.tagTracks += labels.tags.empty() ? 0 : 1;
    preview.tracedTracks += labels.valenceWindows.empty() && labels.arousalWindows.empty() ? 0 : 1;
}

std::vector<RaterShare> sharesOf(const LabelSet& labels, const RaterWeights& weights)
{
    std::map<std::string, std::set<std::int64_t>> tracks;
    for (const LabelledTrack& entry : labels.tracks) {
        const auto add = [&](const auto& said) {
            for (const auto& one : said)
                tracks[labels.raterOf(one.session)].insert(entry.track.id.value);
        };
        add(entry.labels.ratings);
        add(entry.labels.tags);
        add(entry.labels.traces);
    }
    std::vector<RaterShare> shares;
    for (const std::string& rater : labels.raters()) {
        const auto weight = weights.find(rater);
        shares.push_back(
            { rater, tracks[rater].size(), weight == weights.end() ? 1.0 : weight->second });
    }
    return shares;
}

} // namespace

Result<TrainingPreview> TrainingSession::prepare(const std::stop_token& stop)
{
    const bool hasAdapter = m_setup.plan.adapter.rank > 0;
    if (hasAdapter)
        if (auto reason = whyNotAdaptable(m_setup.base); !reason.empty())
            return tl::unexpected(Error { ErrorCode::ModelUnusable, std::move(reason) });
    auto labels = readLabels(m_setup.library, m_setup.raters);
    if (!labels) return tl::unexpected(labels.error());
    const auto places = TrackPlaces::of(m_setup.library);
    if (!places) return tl::unexpected(places.error());
    m_preview = {};
    m_preview.raters = labels->raters();
    m_preview.shares = sharesOf(*labels, m_setup.raterWeights);
    m_preview.labelledTracks = labels->tracks.size();
    m_preview.warnings = labelWarnings(*labels);
    const auto ties = tiesOf(m_setup.library, labels->tracks);
    if (!ties) return tl::unexpected(ties.error());
    const auto groups = groupsOf(*ties);

    std::optional<PersonalPackBuilder> builder;
    m_labels.sessions = labels->sessions;
    m_labels.tracks.clear();
    std::vector<TrackTies> usableTies;
    std::set<std::int64_t> usableGroups;
    for (std::size_t i = 0; i < labels->tracks.size(); ++i) {
        if (stop.stop_requested())
            return tl::unexpected(Error { ErrorCode::Cancelled, "It was stopped." });
        const LabelledTrack& entry = labels->tracks[i];
        std::optional<TrackFeatures> features;
        if (entry.track.audioHash) {
            auto kept
                = recall(m_setup.cache, *entry.track.audioHash, m_setup.hearing, m_setup.dtype);
            if (!kept) return tl::unexpected(kept.error());
            features = *std::move(kept);
        }
        if (!features) {
            m_preview.notHeard.push_back(places->nameOf(entry.track.place));
            continue;
        }
        std::error_code absent;
        if (hasAdapter
            && !std::filesystem::is_regular_file(places->pathOf(entry.track.place), absent)) {
            m_preview.soundMissing.push_back(places->nameOf(entry.track.place));
            continue;
        }
        if (!builder)
            builder.emplace(m_setup.base.encoderHash, m_setup.grid,
                windowBudget(labels->tracks.size(), features->embedding.size()));
        const auto joined = joinLabels(*labels, entry, m_setup.raterWeights, m_setup.grid);
        if (!builder->add(*features, joined, entry.track.id, groups[i])) continue;
        count(m_preview, joined);
        usableGroups.insert(groups[i]);
        m_labels.tracks.push_back(entry);
        usableTies.push_back((*ties)[i]);
    }
    if (builder) {
        m_rowSeconds = builder->rowSeconds();
        m_pack = builder->take();
    }
    m_preview.groupCount = usableGroups.size();
    if (!m_setup.splits.empty())
        if (auto taken = takeSplit(m_labels.tracks, usableTies); !taken)
            return tl::unexpected(taken.error());
    if (m_preview.usableTracks == 0) {
        m_preview.problem = m_preview.labelledTracks == 0
            ? "Nobody has rated anything in this library yet."
            : "The base model has heard none of the labelled tracks; `circumplex-cli annotate` "
              "makes it do so.";
        return m_preview;
    }
    try {
        m_preview.secondsAtMost
            = estimatedSeconds(m_pack, m_setup.base.folder, m_setup.plan, m_split);
        if (hasAdapter) planAdapter();
    } catch (const std::exception& error) {
        m_preview.problem = error.what();
        m_preview.problem += '.';
    }
    return m_preview;
}

Result<void> TrainingSession::takeSplit(
    const std::vector<LabelledTrack>& tracks, const std::vector<TrackTies>& ties)
{
    const auto published = PublishedSplit::read(m_setup.splits);
    if (!published) return tl::unexpected(published.error());
    const auto places = TrackPlaces::of(m_setup.library);
    if (!places) return tl::unexpected(places.error());
    std::vector<std::string> names;
    std::size_t unlisted = 0;
    m_split.clear();
    for (const LabelledTrack& entry : tracks) {
        const auto part = published->partOf(places->pathOf(entry.track.place));
        unlisted += part ? 0 : 1;
        m_split.push_back(part.value_or(SplitPart::Training));
        names.push_back(splitPartName(m_split.back()));
    }
    const auto leaks = leaksOf(ties, names);
    if (!leaks.empty())
        return tl::unexpected(Error { ErrorCode::Refused,
            "This split leaks, so its scores would be too good: " + leakSentence(leaks)
                + " Without --splits, groups stay together." });
    if (unlisted > 0)
        m_preview.warnings.push_back(std::to_string(unlisted)
            + " labelled tracks are in no part of the split; they are trained with.");
    return {};
}

/// Measures what an adapter takes. @throws ModelError
void TrainingSession::planAdapter()
{
    const auto needs
        = measureAdapter(m_setup.base.folder, m_setup.plan.device, m_setup.plan.adapter.rank);
    const auto tracks = tracksOf(m_pack);
    m_sectionsPerTrack = sectionBudget(tracks.size(),
        static_cast<std::size_t>(m_setup.plan.adapter.sectionsPerTrack), needs.bytesPerSection);
    for (const TrackRows& track : tracks)
        m_preview.sectionCount
            += sectionsOf(track, m_rowSeconds, m_setup.grid.windowSeconds, m_sectionsPerTrack)
                   .size();
    m_preview.sectionBytes = m_preview.sectionCount * needs.bytesPerSection;
    *m_preview.secondsAtMost
        += estimatedAdapterSeconds(m_pack, m_setup.plan, m_split, needs, m_preview.sectionCount);
}

Result<std::unique_ptr<AdapterSections>> TrainingSession::hearAdapterSections(
    const std::stop_token& stop, const PersonalCallbacks& callbacks) const
{
    const auto places = TrackPlaces::of(m_setup.library);
    if (!places) return tl::unexpected(places.error());
    const auto notice = [&callbacks](const std::string& sentence) {
        if (callbacks.notice) callbacks.notice(sentence);
    };
    notice("Hearing " + std::to_string(m_preview.sectionCount)
        + " pieces of the labelled tracks for the adapter.");
    useThreads(m_setup.plan.threads);
    auto sections = std::make_unique<AdapterSections>(m_setup.base.folder, m_setup.plan.device);
    const auto tracks = tracksOf(m_pack);
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const TrackPlace& place = m_labels.tracks[i].track.place;
        const auto heard
            = hearSections(places->pathOf(place), place, m_labels.tracks[i].track.id.value,
                sectionsOf(tracks[i], m_rowSeconds, m_setup.grid.windowSeconds, m_sectionsPerTrack),
                *sections, stop);
        if (heard) continue;
        const auto code = heard.error().code;
        if (code == ErrorCode::Cancelled)
            return tl::unexpected(Error { code, "The training was stopped." });
        if (code == ErrorCode::MemoryExceeded || code == ErrorCode::FileUnwritable)
            return tl::unexpected(heard.error());
        notice(
            "The adapter learns nothing of " + places->nameOf(place) + ": " + heard.error().detail);
    }
    return sections;
}

std::filesystem::path TrainingSession::adapterFile() const
{
    auto file = m_setup.checkpoint;
    file += ".adapter";
    return file;
}

std::filesystem::path TrainingSession::headFile() const
{
    auto file = m_setup.checkpoint;
    file += ".head";
    return file;
}

Result<Verdict> TrainingSession::train(std::stop_token stop, const PersonalCallbacks& callbacks)
{
    if (!m_preview.problem.empty())
        return tl::unexpected(Error { ErrorCode::LabelsUnusable, m_preview.problem });
    std::error_code error;
    std::filesystem::create_directories(m_setup.checkpoint.parent_path(), error);
    if (error)
        return tl::unexpected(Error { ErrorCode::FileUnwritable,
            "The folder " + m_setup.checkpoint.parent_path().string()
                + " cannot be made: " + error.message() + '.' });
    try {
        std::unique_ptr<AdapterSections> sections;
        std::optional<AdapterTraining> adapter;
        if (m_setup.plan.adapter.rank > 0) {
            auto heard = hearAdapterSections(stop, callbacks);
            if (!heard) return tl::unexpected(heard.error());
            sections = *std::move(heard);
            adapter.emplace(*sections, adapterFile());
        }
        m_outcome = trainPersonalHeadFile(m_pack, m_setup.base.folder, headFile(), m_setup.plan,
            m_split, { .file = m_setup.checkpoint, .every = std::chrono::seconds(3) },
            std::move(stop), callbacks, adapter ? &*adapter : nullptr);
    } catch (const DeviceOutOfMemory& lack) {
        return tl::unexpected(Error { ErrorCode::MemoryExceeded, lack.what() });
    } catch (const std::system_error& lack) { // of the file with the adapter's pieces
        return tl::unexpected(Error { ErrorCode::FileUnwritable,
            std::string("What the adapter learns from cannot be read: ") + lack.what() + '.' });
    } catch (const HeadNotWritten& reason) {
        return tl::unexpected(Error { ErrorCode::FileUnwritable,
            std::string("The trained head could not be kept: ") + reason.what()
                + ". Make room, then --resume goes on near the end." });
    } catch (const ModelError& reason) {
        return tl::unexpected(Error { ErrorCode::LabelsUnusable, reason.what() });
    } catch (const std::invalid_argument& reason) {
        return tl::unexpected(
            Error { ErrorCode::LabelsUnusable, std::string("The plan: ") + reason.what() + '.' });
    }
    if (!m_outcome)
        return tl::unexpected(Error {
            ErrorCode::Cancelled, "The training was stopped; --resume goes on where it was." });
    m_verdict = judge(*m_outcome, m_outcome->heldOut);
    if (m_setup.plan.adapter.rank > 0 && m_outcome->finalAdapterEpochs == 0)
        m_verdict.warnings.push_back(
            "Held-out groups were told better without an adapter, so the model has none.");
    return m_verdict;
}

nlohmann::ordered_json TrainingSession::scoresOfHeadsAlone() const
{
    if (!m_outcome || !m_outcome->headsAlone) return nullptr;
    nlohmann::ordered_json scores;
    for (const TargetVerdict& target : judge(*m_outcome, *m_outcome->headsAlone).targets)
        for (const ScoreComparison& score : target.scores)
            if (score.name == "ccc" && std::isfinite(score.personal))
                scores[target.name] = { { "ccc", score.personal } };
    return scores;
}

Verdict TrainingSession::judge(const PersonalOutcome& outcome, const HeldOut& heldOut) const
{
    TrainingPack judged = m_pack;
    // with a given split only its test part was held out
    if (!m_split.empty()) {
        const auto tracks = tracksOf(m_pack);
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            if (m_split[i] == SplitPart::Test) continue;
            const auto row = static_cast<std::size_t>(tracks[i].asOne().front());
            const auto tags = judged.tagWeight.size() / judged.size();
            std::fill_n(
                judged.emotionWeight.begin() + static_cast<std::ptrdiff_t>(2 * row), 2, 0.0F);
            std::fill_n(
                judged.tagWeight.begin() + static_cast<std::ptrdiff_t>(tags * row), tags, 0.0F);
        }
    }
    VerdictQuestion question { .pack = judged,
        .base = outcome.base,
        .personal = heldOut.predictions,
        .trackCount = heldOut.trackCount,
        .seed = m_setup.plan.seed };
    // an adapter's learning curve would take an adapter for each of its points
    if (!outcome.headsAlone)
        for (const HeldOut& point : outcome.curve)
            question.fewer.emplace_back(point.trackCount, &point.predictions);
    const auto agreement = agreementOf(m_labels);
    for (const DimensionAgreement& found : agreement.dimensions) {
        const auto& ceiling = found.ceiling.concordance ? found.ceiling : found.retest;
        question.ceilings[found.dimension == TraceDimension::Valence ? "valence" : "arousal"]
            = { ceiling.concordance, ceiling.r2 };
    }
    Verdict verdict = makeVerdict(question);
    verdict.warnings = m_preview.warnings;
    return verdict;
}

Result<InstalledModel> TrainingSession::install()
{
    nlohmann::ordered_json data { { "set", "labels" }, { "raters", m_preview.raters },
        { "tracks", m_preview.usableTracks }, { "groups", m_preview.groupCount },
        { "valence_tracks", m_preview.valenceTracks },
        { "arousal_tracks", m_preview.arousalTracks }, { "tag_tracks", m_preview.tagTracks },
        { "traced_tracks", m_preview.tracedTracks },
        { "what", "labels of this library's tracks; they are not in the model's folder" } };
    const auto& track = m_outcome->trackInterval;
    const auto& window = m_outcome->windowInterval;
    auto plan = planJson(m_setup.plan);
    plan["final_epochs"] = m_outcome->finalEpochs;
    plan["batch_size"] = m_outcome->batchSize;
    nlohmann::ordered_json adapter;
    if (m_outcome->finalAdapterEpochs > 0) {
        adapter = adapterCard(m_setup.base, m_setup.plan.adapter);
        plan["adapter"]["final_epochs"] = m_outcome->finalAdapterEpochs;
        plan["adapter"]["sections"] = m_preview.sectionCount;
        plan["adapter"]["judged_by"]
            = "what the base heard of a held-out track, moved as its sections move";
    }
    auto verdict = verdictJson(m_verdict);
    if (const auto alone = scoresOfHeadsAlone(); !alone.is_null()) verdict["heads_alone"] = alone;
    auto model = installPersonalModel(m_setup.registry, m_setup.base, headFile(),
        { .name = m_setup.name,
            .data = std::move(data),
            .verdict = std::move(verdict),
            .plan = std::move(plan),
            .adapter = std::move(adapter),
            .adapterFile = adapterFile(),
            .trackValence = track.valence,
            .trackArousal = track.arousal,
            .windowValence = window.valence,
            .windowArousal = window.arousal });
    if (model) discard();
    return model;
}

void TrainingSession::discard()
{
    std::error_code ignored;
    std::filesystem::remove(headFile(), ignored);
    std::filesystem::remove(adapterFile(), ignored);
    std::filesystem::remove(m_setup.checkpoint, ignored);
}

} // namespace circumplex
