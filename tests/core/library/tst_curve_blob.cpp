#include "core/library/curve_blob.h"
#include "core/library/curve_descriptors.h"
#include "core/types/mood_tags.h"

#include <QTest>

#include <cmath>
#include <random>

namespace circumplex {

namespace {

EmotionCurve wavyCurve(std::size_t points)
{
    EmotionCurve curve;
    for (std::size_t i = 0; i < points; ++i) {
        const float value = 5.0F + 3.0F * std::sin(0.05F * static_cast<float>(i));
        curve.valence.push_back(value);
        curve.arousal.push_back(10.0F - value);
        curve.valenceLower.push_back(value - 1.0F);
        curve.valenceUpper.push_back(value + 1.0F);
        curve.arousalLower.push_back(9.0F - value);
        curve.arousalUpper.push_back(11.0F - value);
    }
    return curve;
}

} // namespace

class CurveBlobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emotionComesBackBitForBit_data()
    {
        QTest::addColumn<int>("points");
        for (const int points : { 0, 1, 7, 240, 50'000 })
            QTest::newRow(qPrintable(QString::number(points))) << points;
    }

    void emotionComesBackBitForBit()
    {
        QFETCH(int, points);
        const EmotionCurve curve = wavyCurve(static_cast<std::size_t>(points));
        const auto blob = packEmotion(curve);
        QVERIFY(blob.size() <= 1 + 6 * sizeof(float) * static_cast<std::size_t>(points));
        EmotionCurve back;
        QVERIFY(unpackEmotion(blob, static_cast<std::size_t>(points), back));
        QCOMPARE(back.valence, curve.valence);
        QCOMPARE(back.arousal, curve.arousal);
        QCOMPARE(back.valenceLower, curve.valenceLower);
        QCOMPARE(back.arousalUpper, curve.arousalUpper);
    }

    void packingPays()
    {
        QVERIFY(packEmotion(wavyCurve(240)).size() < 240 * 6 * sizeof(float) * 8 / 10);
    }

    void tagsComeBackWithinHalfAStep()
    {
        std::mt19937 random(1);
        std::vector<float> tags(100 * kMoodTags.size());
        for (float& tag : tags)
            tag = static_cast<float>(random() % 10'001) / 10'000.0F;
        const auto back = unpackTags(packTags(tags, kMoodTags.size()), 100, kMoodTags.size());
        QVERIFY(back.has_value());
        for (std::size_t i = 0; i < tags.size(); ++i)
            QVERIFY(std::abs((*back)[i] - tags[i]) < 0.6F / 65535.0F);
        QVERIFY(unpackTags({}, 100, kMoodTags.size())->empty());
    }

    void chordsComeBackExactly()
    {
        const std::vector<ChordSpan> chords { { 0.0, 1.0 / 3.0, 0, 0.1F },
            { 1.0 / 3.0, 86'400.123456789, 169, 1.0F } };
        const auto back = unpackChords(packChords(chords));
        QCOMPARE(back->size(), std::size_t(2));
        QCOMPARE(back->at(1).startSeconds, 1.0 / 3.0);
        QCOMPARE(back->at(1).endSeconds, 86'400.123456789);
        QCOMPARE(back->at(1).chordClass, 169);
        QCOMPARE(back->at(0).confidence, 0.1F);
        QVERIFY(unpackChords(packChords({}))->empty());
    }

    void damagedBlobsAreRefused()
    {
        const auto blob = packEmotion(wavyCurve(240));
        EmotionCurve curve;
        QVERIFY(!unpackEmotion({}, 240, curve));
        QVERIFY(!unpackEmotion(blob, 241, curve));
        for (std::size_t length = 0; length < blob.size(); length += 7)
            QVERIFY(!unpackEmotion(std::span(blob).first(length), 240, curve));
        auto unknown = blob;
        unknown[0] = 9;
        QVERIFY(!unpackEmotion(unknown, 240, curve));
        // A length that no curve has must not be believed.
        std::vector<std::uint8_t> huge { 1, 0x28, 0xB5, 0x2F, 0xFD, 0xE0, 0xFF, 0xFF, 0xFF, 0xFF,
            0xFF, 0xFF, 0xFF, 0x7F };
        QVERIFY(!unpackChords(huge));
    }

    void shapesAreWhatTheFormulasSay()
    {
        const std::vector<float> values { 2, 4, 6, 8, 6, 4, 2, 4, 6, 8 };
        const auto shape = describeCurve(values, 30.0);
        QCOMPARE(shape->start, 2.0);
        QCOMPARE(shape->end, 8.0);
        QCOMPARE(shape->mean, 5.0);
        QCOMPARE(shape->range, 6.0);
        QCOMPARE(shape->peak, 3.0 / 9.0);
        QCOMPARE(shape->turns, 2.0);
        QCOMPARE(shape->path, 18.0);
        // sum((i - 4.5) (v - 5)) = 18.0 over sum((i - 4.5)^2) = 82.5, two points a minute.
        double product = 0.0;
        for (int i = 0; i < 10; ++i)
            product += (i - 4.5) * (static_cast<double>(values[static_cast<std::size_t>(i)]) - 5.0);
        QVERIFY(std::abs(shape->slope - product / 82.5 * 2.0) < 1e-12);
        // Levels 2, 4, 6, 8 stand 2, 3, 3, 2 times.
        QVERIFY(
            std::abs(shape->entropy - (2 * 0.2 * std::log2(5.0) + 2 * 0.3 * std::log2(10.0 / 3.0)))
            < 1e-12);
    }

    void simpleShapesAreSimple()
    {
        QVERIFY(!describeCurve({}, 1.0));
        const auto one = describeCurve(std::vector<float> { 5 }, 1.0);
        QCOMPARE(one->slope, 0.0);
        QCOMPARE(one->peak, 0.0);
        QCOMPARE(one->entropy, 0.0);
        // Wiggles below a quarter are no turning points.
        QCOMPARE(describeCurve(std::vector<float> { 5, 5.2F, 5, 5.2F, 5 }, 1.0)->turns, 0.0);
        QCOMPARE(describeCurve(std::vector<float> { 1, 9 }, 60.0)->slope, 8.0);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::CurveBlobTest)
#include "tst_curve_blob.moc"
