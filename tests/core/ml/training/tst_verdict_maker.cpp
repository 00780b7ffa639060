#include "core/ml/training/bootstrap.h"
#include "core/ml/training/personal_trainer.h"
#include "core/ml/training/verdict_maker.h"
#include "core/types/mood_tags.h"
#include "tests/support/rater_pack.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace circumplex;
using doctest::Approx;

namespace {

/// Labels without embeddings, and two models whose errors are known.
struct Case {
    TrainingPack pack;
    HeadPredictions base, personal;

    explicit Case(std::size_t trackCount)
        : m_normal(0.0, 1.0)
    {
        pack.dimension = 1;
        pack.setNames = { "rater" };
        pack.emotion.resize(2 * trackCount);
        pack.emotionWeight.assign(2 * trackCount, 1.0F);
        pack.tags.assign(kMoodTags.size() * trackCount, 0.0F);
        pack.tagWeight.assign(kMoodTags.size() * trackCount, 0.0F);
        base.tagProbabilities.assign(kMoodTags.size() * trackCount, 0.5F);
        personal.tagProbabilities = base.tagProbabilities;
        for (std::size_t i = 0; i < trackCount; ++i) {
            pack.embedding.push_back(0.0F);
            pack.key.push_back(0);
            pack.whole.push_back(1);
            pack.track.push_back(static_cast<std::int64_t>(100 + i));
            pack.group.push_back(static_cast<std::int64_t>(i / 2));
            pack.set.push_back(0);
        }
        for (float& value : pack.emotion)
            value = 5.0F + 1.5F * normal();
        base.emotion = personal.emotion = pack.emotion;
    }

    float normal() { return static_cast<float>(m_normal(m_random)); }

    void spoil(HeadPredictions& model, std::size_t dimension, float noise)
    {
        for (std::size_t i = dimension; i < model.emotion.size(); i += 2)
            model.emotion[i] += noise * normal();
    }

    Verdict verdict() const
    {
        return makeVerdict({ .pack = pack, .base = base, .personal = personal });
    }

private:
    std::mt19937 m_random { 4 };
    std::normal_distribution<double> m_normal;
};

} // namespace

DOCTEST_TEST_CASE("a verdict says better, unclear and worse where that is so")
{
    Case made(60);
    made.spoil(made.base, 0, 1.0F);
    made.spoil(made.personal, 0, 1.0F); // valence: equally wrong
    made.spoil(made.base, 1, 2.0F);
    made.spoil(made.personal, 1, 0.5F); // arousal: better
    const auto calm = moodTagIndex("calm"), epic = moodTagIndex("epic");
    for (std::size_t i = 0; i < 60; ++i) {
        const auto at = [&](std::size_t tag) { return i * kMoodTags.size() + tag; };
        const bool isGiven = i % 3 == 0;
        made.pack.tags[at(calm)] = isGiven ? 1.0F : 0.0F;
        made.pack.tagWeight[at(calm)] = 1.0F;
        made.base.tagProbabilities[at(calm)] = isGiven ? 0.9F : 0.1F;
        made.personal.tagProbabilities[at(calm)] = isGiven ? 0.1F : 0.9F;
        made.pack.tags[at(epic)] = i < 2 ? 1.0F : 0.0F;
        made.pack.tagWeight[at(epic)] = 1.0F;
    }
    const auto verdict = made.verdict();
    DOCTEST_REQUIRE(verdict.targets.size() == 4);
    DOCTEST_CHECK(verdict.sentence
        == "Better for arousal, unclear for valence, worse for \"calm\", too few labels to tell "
           "for \"epic\".");
    DOCTEST_CHECK(verdict.overall == Judgement::Better);
    const auto& arousal = verdict.targets[1].scores;
    DOCTEST_CHECK(arousal[0].name == "ccc");
    DOCTEST_CHECK(arousal[0].personal > arousal[0].base);
    DOCTEST_CHECK(arousal[0].gainLower > 0.0);
    DOCTEST_CHECK(arousal[0].lower < arousal[0].personal);
    DOCTEST_CHECK(arousal[0].upper > arousal[0].personal);
    DOCTEST_CHECK(arousal[2].gainLower > 0.0); // less error is a gain
    DOCTEST_CHECK(verdict.targets[2].scores[1].base == Approx(1.0)); // roc_auc of "calm"
    DOCTEST_CHECK(verdict.targets[2].scores[1].personal == Approx(0.0));
    DOCTEST_CHECK(verdict.targets[3].givenCount == 2);
    DOCTEST_REQUIRE(!verdict.nowWrong.empty());
    DOCTEST_CHECK(verdict.nowWrong[0].target == "calm");
    DOCTEST_CHECK(verdict.nowRight.at(0).target == "arousal");
    DOCTEST_CHECK(verdict.nowRight.at(0).track >= 100);
    const auto json = verdictJson(verdict);
    DOCTEST_CHECK(json["targets"][1]["judgement"] == "better");
    DOCTEST_CHECK(
        verdictText(verdict).find("arousal (60 tracks): better, ccc ") != std::string::npos);
}

DOCTEST_TEST_CASE("always answering the mean is no knowledge")
{
    Case made(60);
    made.spoil(made.base, 0, 6.0F); // the base contradicts the rater
    std::fill(made.personal.emotion.begin(), made.personal.emotion.end(), 5.0F);
    const auto verdict = made.verdict();
    DOCTEST_CHECK(verdict.targets[0].scores[1].personal > verdict.targets[0].scores[1].base);
    DOCTEST_CHECK(verdict.targets[0].judgement != Judgement::Better);
}

DOCTEST_TEST_CASE("shuffled labels are no better, learned labels are")
{
    auto made = test::raterPack(90, 16);
    PersonalPlan plan;
    plan.epochs = 25;
    plan.batchSize = 32;
    plan.learningRate = 1e-3;
    plan.threads = 1;
    const auto verdictOf = [&] {
        const auto head = trainPersonalHead(made.pack, made.base, plan, {}, {}, {}, {});
        return makeVerdict({ .pack = made.pack,
            .base = head->base,
            .personal = head->heldOut.predictions,
            .fewer = { { head->curve[0].trackCount, &head->curve[0].predictions },
                { head->curve[1].trackCount, &head->curve[1].predictions } },
            .trackCount = head->heldOut.trackCount });
    };
    const auto honest = verdictOf();
    DOCTEST_CHECK(honest.overall == Judgement::Better);
    DOCTEST_CHECK(honest.targets[0].judgement == Judgement::Better);
    DOCTEST_CHECK(honest.curve.points.size() == 3);
    DOCTEST_CHECK(!honest.curve.sentence.empty());

    // whole tracks exchange their labels
    std::mt19937 random(8);
    const auto tracks = tracksOf(made.pack);
    const auto before = made.pack;
    std::vector<std::size_t> order(tracks.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    for (std::size_t i = 0; i < tracks.size(); ++i)
        for (std::size_t row = 0; row < 3; ++row) {
            const std::size_t to = 3 * i + row, from = 3 * order[i] + row;
            std::copy_n(before.emotion.begin() + static_cast<std::ptrdiff_t>(2 * from), 2,
                made.pack.emotion.begin() + static_cast<std::ptrdiff_t>(2 * to));
            std::copy_n(before.tags.begin() + static_cast<std::ptrdiff_t>(kMoodTags.size() * from),
                kMoodTags.size(),
                made.pack.tags.begin() + static_cast<std::ptrdiff_t>(kMoodTags.size() * to));
        }
    const auto shuffled = verdictOf();
    DOCTEST_CHECK(shuffled.overall != Judgement::Better);
    DOCTEST_CHECK(shuffled.sentence.starts_with("No better than the base model."));
}

DOCTEST_TEST_CASE("constant ratings and few tracks leave a verdict open")
{
    Case made(60);
    std::fill(made.pack.emotion.begin(), made.pack.emotion.end(), 5.0F);
    made.spoil(made.base, 0, 1.0F);
    const auto verdict = made.verdict();
    DOCTEST_CHECK(verdict.targets[0].judgement == Judgement::Unclear);
    DOCTEST_CHECK(verdictJson(verdict)["targets"][0]["scores"]["r2"]["base"].is_null());
    DOCTEST_CHECK(Case(8).verdict().overall == Judgement::TooFew);
    Case none(12);
    std::fill(none.pack.emotionWeight.begin(), none.pack.emotionWeight.end(), 0.0F);
    DOCTEST_CHECK(none.verdict().sentence == "There is nothing to compare.");
}

DOCTEST_TEST_CASE("the learning curve tells how many labels the next step takes")
{
    Case made(400);
    // error^2 = 0.25 + 20 / n: at 200 tracks .35; 5 % less error is .3159, at 304 tracks
    const auto at = [&](double tracks) {
        HeadPredictions said = made.personal;
        const auto error = static_cast<float>(std::sqrt(0.25 + 20.0 / tracks));
        for (std::size_t i = 0; i < said.emotion.size(); ++i)
            said.emotion[i] = made.pack.emotion[i] + (i % 4 < 2 ? error : -error);
        return said;
    };
    const auto few = at(50), more = at(100), all = at(200);
    const auto verdict = makeVerdict({ .pack = made.pack,
        .base = made.base,
        .personal = all,
        .fewer = { { 50.0, &few }, { 100.0, &more } },
        .trackCount = 200.0,
        .resampleCount = 10 });
    DOCTEST_REQUIRE(verdict.curve.moreForNextStep.has_value());
    DOCTEST_CHECK(*verdict.curve.moreForNextStep == 110); // 104, in two digits
    DOCTEST_CHECK(
        verdict.curve.sentence == "About 110 more labels for the next step (5 % less error).");
    const auto flat = makeVerdict({ .pack = made.pack,
        .base = made.base,
        .personal = all,
        .fewer = { { 50.0, &all }, { 100.0, &all } },
        .trackCount = 200.0,
        .resampleCount = 10 });
    DOCTEST_CHECK_FALSE(flat.curve.moreForNextStep.has_value());
    DOCTEST_CHECK(flat.curve.sentence.find("not expected to help") != std::string::npos);
}

DOCTEST_TEST_CASE("the bootstrap finds the standard error of a mean, by groups")
{
    std::mt19937 random(1);
    std::normal_distribution<double> normal;
    std::vector<double> values;
    std::vector<std::int64_t> single, fours;
    for (std::int64_t i = 0; i < 200; ++i) {
        values.push_back(normal(random));
        single.push_back(i);
    }
    const auto mean = [&values](std::span<const std::size_t> drawn) {
        double sum = 0.0;
        for (const std::size_t i : drawn)
            sum += values[i];
        return std::vector<double> { sum / static_cast<double>(drawn.size()) };
    };
    const auto alone = bootstrapByGroup(single, mean, 1000, 1);
    DOCTEST_CHECK(alone.at(0).deviation == Approx(1.0 / std::sqrt(200.0)).epsilon(0.15));
    // four copies of fifty values are fifty values
    for (std::int64_t i = 0; i < 200; ++i) {
        values[static_cast<std::size_t>(i)] = values[static_cast<std::size_t>(i / 4 * 4)];
        fours.push_back(i / 4);
    }
    const auto grouped = bootstrapByGroup(fours, mean, 1000, 1);
    DOCTEST_CHECK(grouped.at(0).deviation == Approx(1.0 / std::sqrt(50.0)).epsilon(0.25));
    DOCTEST_CHECK(grouped.at(0).lower < grouped.at(0).upper);
    DOCTEST_CHECK(normalQuantile(0.05) == Approx(1.959964).epsilon(1e-5));
    DOCTEST_CHECK(normalQuantile(0.05 / 58) == Approx(3.3344).epsilon(1e-3));
}
