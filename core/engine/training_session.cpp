#include "core/engine/training_session.h"

#include "core/engine/kept_features.h"
#include "core/engine/personal_installer.h"
#include "core/engine/track_places.h"
#include "core/library/library_database.h"
#include "core/ml/model_error.h"
#include "core/services/label_agreement.h"

#include <algorithm>
#include <array>
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
    if (builder) m_pack = builder->take();
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
        m_outcome = trainPersonalHeadFile(m_pack, m_setup.base.folder, headFile(), m_setup.plan,
            m_split, { .file = m_setup.checkpoint, .every = std::chrono::seconds(3) },
            std::move(stop), callbacks);
    } catch (const DeviceOutOfMemory& lack) {
        return tl::unexpected(Error { ErrorCode::MemoryExceeded, lack.what() });
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
    m_verdict = judge(*m_outcome);
    return m_verdict;
}

Verdict TrainingSession::judge(const PersonalOutcome& outcome) const
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
        .personal = outcome.heldOut.predictions,
        .trackCount = outcome.heldOut.trackCount,
        .seed = m_setup.plan.seed };
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
    auto model = installPersonalModel(m_setup.registry, m_setup.base, headFile(),
        { .name = m_setup.name,
            .data = std::move(data),
            .verdict = verdictJson(m_verdict),
            .plan = std::move(plan),
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
    std::filesystem::remove(m_setup.checkpoint, ignored);
}

} // namespace circumplex
