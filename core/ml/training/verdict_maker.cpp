#include "core/ml/training/verdict_maker.h"

#include "core/ml/training/bootstrap.h"
#include "core/ml/training/metrics.h"
#include "core/types/mood_tags.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <set>

namespace circumplex {

namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr double kMiss = 0.05; ///< of all intervals together
constexpr std::size_t kLeastTracks = 10, kLeastGiven = 5, kLeastGroups = 3;
constexpr double kStep = 0.95; ///< of the error: the next step of the learning curve
constexpr double kFarTracks = 1e5;
constexpr std::array<const char*, 2> kDimensions { "valence", "arousal" };

/// Labels and both answers of the tracks that have a label for one target.
struct Answers {
    std::vector<float> label, base, personal;
    std::vector<std::int64_t> group, track;
};

struct Target {
    std::string name;
    bool isTag = false;
    Answers answers;
};

std::vector<Target> targetsOf(const VerdictQuestion& question)
{
    const TrainingPack& pack = question.pack;
    std::vector<Target> targets;
    const auto tracks = tracksOf(pack);
    const auto add = [&](std::string name, bool isTag, std::size_t column) {
        const std::size_t columns = isTag ? kMoodTags.size() : 2;
        const auto& labels = isTag ? pack.tags : pack.emotion;
        const auto& weights = isTag ? pack.tagWeight : pack.emotionWeight;
        const auto of = [isTag](const HeadPredictions& said) -> const std::vector<float>& {
            return isTag ? said.tagProbabilities : said.emotion;
        };
        Target target { .name = std::move(name), .isTag = isTag, .answers = {} };
        for (const auto& track : tracks) {
            const auto row = static_cast<std::size_t>(track.asOne().front());
            const auto i = row * columns + column;
            if (!(weights[i] > 0.0F)) continue;
            target.answers.label.push_back(labels[i]);
            target.answers.base.push_back(of(question.base)[i]);
            target.answers.personal.push_back(of(question.personal)[i]);
            target.answers.group.push_back(track.group);
            target.answers.track.push_back(pack.track[row]);
        }
        if (!target.answers.label.empty()) targets.push_back(std::move(target));
    };
    for (std::size_t i = 0; i < kDimensions.size(); ++i)
        add(kDimensions[i], false, i);
    for (std::size_t tag = 0; tag < kMoodTags.size(); ++tag)
        add(std::string(kMoodTags[tag]), true, tag);
    return targets;
}

std::size_t givenCount(const Answers& answers)
{
    return static_cast<std::size_t>(std::count_if(
        answers.label.begin(), answers.label.end(), [](float label) { return label > 0.5F; }));
}

bool isEnough(const Target& target)
{
    const auto& answers = target.answers;
    const std::set<std::int64_t> groups(answers.group.begin(), answers.group.end());
    if (answers.label.size() < kLeastTracks || groups.size() < kLeastGroups) return false;
    if (!target.isTag) return true;
    const auto given = givenCount(answers);
    return given >= kLeastGiven && answers.label.size() - given >= kLeastGiven;
}

const std::vector<std::string>& scoreNames(bool isTag)
{
    static const std::vector<std::string> ofTags { "pr_auc", "roc_auc" };
    static const std::vector<std::string> ofNumbers { "ccc", "r2", "rmse" };
    return isTag ? ofTags : ofNumbers;
}

/// In the order of scoreNames().
std::vector<double> scoresOf(
    const std::vector<float>& predicted, const std::vector<float>& truth, bool isTag)
{
    if (!isTag) {
        const auto scores = numberScores(predicted, truth);
        return { scores.concordance, scores.r2, scores.rmse };
    }
    std::vector<std::uint8_t> given;
    for (const float label : truth)
        given.push_back(label > 0.5F ? 1 : 0);
    const auto count = std::count(given.begin(), given.end(), 1);
    if (count == 0 || count == static_cast<std::ptrdiff_t>(given.size()))
        return { kUndefined, kUndefined };
    return { averagePrecision(predicted, given), rocAuc(predicted, given) };
}

std::vector<float> picked(const std::vector<float>& all, std::span<const std::size_t> indexes)
{
    std::vector<float> some;
    some.reserve(indexes.size());
    for (const std::size_t i : indexes)
        some.push_back(all[i]);
    return some;
}

/// What is gained by going from one score to another; of errors less is more.
double gain(const std::string& score, double base, double personal)
{
    return score == "rmse" ? base - personal : personal - base;
}

TargetVerdict judge(const Target& target, const VerdictQuestion& question, std::size_t judgedCount)
{
    const auto& answers = target.answers;
    TargetVerdict verdict;
    verdict.name = target.name;
    verdict.trackCount = answers.label.size();
    verdict.groupCount = std::set<std::int64_t>(answers.group.begin(), answers.group.end()).size();
    verdict.givenCount = target.isTag ? givenCount(answers) : 0;
    if (const auto ceiling = question.ceilings.find(target.name);
        ceiling != question.ceilings.end()) {
        verdict.ceilingCcc = ceiling->second.concordance;
        verdict.ceilingR2 = ceiling->second.r2;
    }
    const auto& names = scoreNames(target.isTag);
    const auto base = scoresOf(answers.base, answers.label, target.isTag);
    const auto personal = scoresOf(answers.personal, answers.label, target.isTag);
    // per score: of the personal model, then its gain
    const auto spreads = bootstrapByGroup(
        answers.group,
        [&](std::span<const std::size_t> drawn) {
            const auto truth = picked(answers.label, drawn);
            const auto one = scoresOf(picked(answers.base, drawn), truth, target.isTag);
            const auto other = scoresOf(picked(answers.personal, drawn), truth, target.isTag);
            std::vector<double> values = other;
            for (std::size_t s = 0; s < names.size(); ++s)
                values.push_back(gain(names[s], one[s], other[s]));
            return values;
        },
        question.resampleCount, question.seed);
    const double reach
        = normalQuantile(kMiss / static_cast<double>(std::max<std::size_t>(judgedCount, 1)));
    for (std::size_t s = 0; s < names.size(); ++s) {
        ScoreComparison score { .name = names[s], .base = base[s], .personal = personal[s] };
        const auto& own = spreads[s];
        const auto& gained = spreads[names.size() + s];
        const double value = gain(names[s], base[s], personal[s]);
        score.lower = own.drawCount > 0 ? own.lower : kUndefined;
        score.upper = own.drawCount > 0 ? own.upper : kUndefined;
        score.gainLower = gained.drawCount > 1 ? value - reach * gained.deviation : kUndefined;
        score.gainUpper = gained.drawCount > 1 ? value + reach * gained.deviation : kUndefined;
        verdict.scores.push_back(score);
    }
    if (!isEnough(target)) return verdict;
    const ScoreComparison& deciding = verdict.scores.front();
    const bool isKnowledge = target.isTag || verdict.scores[1].lower > 0.0;
    // numbers that are not defined (constant ratings) leave it unclear
    verdict.judgement = Judgement::Unclear;
    if (deciding.gainLower > 0.0 && isKnowledge) verdict.judgement = Judgement::Better;
    if (deciding.gainUpper < 0.0) verdict.judgement = Judgement::Worse;
    return verdict;
}

/// Root of the mean squared error over both dimensions' labels.
double errorOf(const TrainingPack& pack, const HeadPredictions& said)
{
    double sum = 0.0, count = 0.0;
    for (const auto& track : tracksOf(pack)) {
        const auto row = static_cast<std::size_t>(track.asOne().front());
        for (const auto i : { 2 * row, 2 * row + 1 }) {
            if (!(pack.emotionWeight[i] > 0.0F)) continue;
            const double error = static_cast<double>(said.emotion[i]) - pack.emotion[i];
            sum += error * error;
            count += 1.0;
        }
    }
    return count > 0.0 ? std::sqrt(sum / count) : kUndefined;
}

/// Fits error^2 = floor + slope / tracks, the law of averages.
LearningCurve curveOf(const VerdictQuestion& question)
{
    LearningCurve curve;
    for (const auto& [tracks, said] : question.fewer)
        curve.points.push_back({ tracks, errorOf(question.pack, *said) });
    curve.points.push_back({ question.trackCount, errorOf(question.pack, question.personal) });
    double n = 0.0, x = 0.0, y = 0.0, xx = 0.0, xy = 0.0;
    for (const auto& point : curve.points) {
        if (!std::isfinite(point.rmse) || !(point.trackCount > 0.0)) continue;
        const double u = 1.0 / point.trackCount, v = point.rmse * point.rmse;
        n += 1.0;
        x += u;
        y += v;
        xx += u * u;
        xy += u * v;
    }
    const double determinant = n * xx - x * x;
    if (n < 2.0 || !(determinant > 0.0)) {
        curve.sentence = "There is too little to tell how much more labels would help.";
        return curve;
    }
    const double slope = (n * xy - x * y) / determinant;
    const double floor = (y - slope * x) / n;
    const double now = floor + slope / question.trackCount;
    const double wanted = kStep * kStep * now;
    const double needed = slope / (wanted - floor);
    if (!(slope > 0.0) || !(wanted > floor) || needed > kFarTracks) {
        curve.sentence = "More labels of this kind are not expected to help much.";
        return curve;
    }
    const double more = std::max(1.0, std::ceil(needed - question.trackCount));
    // two digits are more than such a curve knows
    const double unit = std::pow(10.0, std::max(0.0, std::floor(std::log10(more)) - 1.0));
    curve.moreForNextStep = static_cast<std::size_t>(std::ceil(more / unit - 1e-9) * unit);
    curve.sentence = "About " + std::to_string(*curve.moreForNextStep)
        + " more labels for the next step (5 % less error).";
    return curve;
}

void listExamples(Verdict& verdict, const std::vector<Target>& targets, std::size_t count)
{
    struct Change {
        double gained = 0.0; ///< of the error, in shares of the scale
        ChangedExample example;
    };
    std::vector<Change> changes;
    for (const Target& target : targets)
        for (std::size_t i = 0; i < target.answers.label.size(); ++i) {
            const double label = target.answers.label[i], base = target.answers.base[i],
                         personal = target.answers.personal[i];
            const double scale = target.isTag ? 1.0 : 8.0;
            const double gained = (std::abs(base - label) - std::abs(personal - label)) / scale;
            changes.push_back({ gained,
                { .track = target.answers.track[i],
                    .target = target.name,
                    .label = label,
                    .base = base,
                    .personal = personal } });
        }
    std::stable_sort(changes.begin(), changes.end(),
        [](const Change& left, const Change& right) { return left.gained > right.gained; });
    constexpr double kNoticeable = 0.05;
    for (std::size_t i = 0; i < changes.size() && verdict.nowRight.size() < count; ++i)
        if (changes[i].gained > kNoticeable) verdict.nowRight.push_back(changes[i].example);
    for (std::size_t i = changes.size(); i-- > 0 && verdict.nowWrong.size() < count;)
        if (changes[i].gained < -kNoticeable) verdict.nowWrong.push_back(changes[i].example);
}

std::string namesOf(const Verdict& verdict, Judgement judgement)
{
    std::vector<std::string> names;
    for (const TargetVerdict& target : verdict.targets) {
        if (target.judgement != judgement) continue;
        const bool isDimension = target.name == kDimensions[0] || target.name == kDimensions[1];
        names.push_back(isDimension ? target.name : "\"" + target.name + "\"");
    }
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

std::string sentenceOf(const Verdict& verdict)
{
    std::string text;
    for (const auto& [judgement, words] : { std::pair(Judgement::Better, "better for "),
             std::pair(Judgement::Unclear, "unclear for "),
             std::pair(Judgement::Worse, "worse for "),
             std::pair(Judgement::TooFew, "too few labels to tell for ") }) {
        const auto names = namesOf(verdict, judgement);
        if (!names.empty()) text += (text.empty() ? "" : ", ") + std::string(words) + names;
    }
    if (text.empty()) return "There is nothing to compare.";
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    text += '.';
    if (verdict.overall == Judgement::Unclear || verdict.overall == Judgement::Worse)
        text = "No better than the base model. " + text;
    return text;
}

Judgement overallOf(const std::vector<TargetVerdict>& targets)
{
    const auto has = [&](Judgement judgement) {
        return std::any_of(targets.begin(), targets.end(),
            [judgement](const TargetVerdict& target) { return target.judgement == judgement; });
    };
    for (const auto judgement : { Judgement::Better, Judgement::Worse, Judgement::Unclear })
        if (has(judgement)) return judgement;
    return Judgement::TooFew;
}

std::string digits(double value)
{
    if (!std::isfinite(value)) return "none";
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", value);
    return text;
}

nlohmann::ordered_json orNull(double value)
{
    return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json exampleJson(const ChangedExample& example)
{
    return { { "track", example.track }, { "target", example.target }, { "label", example.label },
        { "base", orNull(example.base) }, { "personal", orNull(example.personal) } };
}

} // namespace

Verdict makeVerdict(const VerdictQuestion& question)
{
    const auto targets = targetsOf(question);
    const auto judged
        = static_cast<std::size_t>(std::count_if(targets.begin(), targets.end(), isEnough));
    Verdict verdict;
    for (const Target& target : targets)
        verdict.targets.push_back(judge(target, question, judged));
    verdict.overall = overallOf(verdict.targets);
    verdict.sentence = sentenceOf(verdict);
    verdict.curve = curveOf(question);
    listExamples(verdict, targets, question.exampleCount);
    return verdict;
}

nlohmann::ordered_json verdictJson(const Verdict& verdict)
{
    using Json = nlohmann::ordered_json;
    Json json { { "overall", judgementName(verdict.overall) }, { "sentence", verdict.sentence },
        { "targets", Json::array() } };
    for (const TargetVerdict& target : verdict.targets) {
        Json entry { { "name", target.name }, { "judgement", judgementName(target.judgement) },
            { "tracks", target.trackCount }, { "groups", target.groupCount } };
        if (target.givenCount > 0) entry["given"] = target.givenCount;
        for (const ScoreComparison& score : target.scores)
            entry["scores"][score.name]
                = { { "base", orNull(score.base) }, { "personal", orNull(score.personal) },
                      { "interval_95", { orNull(score.lower), orNull(score.upper) } },
                      { "gain_interval", { orNull(score.gainLower), orNull(score.gainUpper) } } };
        if (target.ceilingCcc || target.ceilingR2)
            entry["human_ceiling"] = { { "ccc", orNull(target.ceilingCcc.value_or(kUndefined)) },
                { "r2", orNull(target.ceilingR2.value_or(kUndefined)) } };
        json["targets"].push_back(std::move(entry));
    }
    json["now_right"] = Json::array();
    for (const auto& example : verdict.nowRight)
        json["now_right"].push_back(exampleJson(example));
    json["now_wrong"] = Json::array();
    for (const auto& example : verdict.nowWrong)
        json["now_wrong"].push_back(exampleJson(example));
    Json points = Json::array();
    for (const auto& point : verdict.curve.points)
        points.push_back({ { "tracks", point.trackCount }, { "rmse", orNull(point.rmse) } });
    json["learning_curve"] = { { "points", points },
        { "more_for_next_step",
            verdict.curve.moreForNextStep ? Json(*verdict.curve.moreForNextStep) : Json(nullptr) },
        { "sentence", verdict.curve.sentence } };
    json["warnings"] = verdict.warnings;
    return json;
}

std::string verdictText(const Verdict& verdict)
{
    std::string text = verdict.sentence + '\n';
    for (const TargetVerdict& target : verdict.targets) {
        text += "  " + target.name + " (" + std::to_string(target.trackCount) + " tracks";
        if (target.givenCount > 0)
            text += ", given " + std::to_string(target.givenCount) + " times";
        text += "): " + std::string(judgementName(target.judgement));
        for (const ScoreComparison& score : target.scores)
            text += ", " + score.name + ' ' + digits(score.base) + " to " + digits(score.personal)
                + " [" + digits(score.lower) + ", " + digits(score.upper) + ']';
        if (target.ceilingCcc)
            text += "; people among themselves ccc " + digits(*target.ceilingCcc);
        text += '\n';
    }
    text += verdict.curve.sentence + '\n';
    for (const std::string& warning : verdict.warnings)
        text += warning + '\n';
    return text;
}

} // namespace circumplex
