#include "core/services/latency_task.h"

#include <QTest>

#include <random>

namespace circumplex {

using latency_task::HandMoment;

namespace {

/// A hand that follows the target with a lag, a tremor and a clock that jitters.
std::vector<HandMoment> handBehind(double lagSeconds, double tremor, double until)
{
    std::mt19937 random(7);
    std::normal_distribution<double> shake(0.0, tremor);
    std::uniform_real_distribution<double> jitter(0.012, 0.021);
    std::vector<HandMoment> hand;
    for (double seconds = 0.0; seconds < until; seconds += jitter(random)) {
        EmotionPlace place = latency_task::targetAt(seconds - lagSeconds);
        place.valence += shake(random);
        place.arousal += shake(random);
        hand.push_back({ seconds, place });
    }
    return hand;
}

} // namespace

class LatencyTaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTargetStaysOnTheScaleAndMovesSlowly()
    {
        EmotionPlace before = latency_task::targetAt(0.0);
        for (double seconds = 0.0; seconds < latency_task::kSeconds; seconds += 0.01) {
            const EmotionPlace now = latency_task::targetAt(seconds);
            QVERIFY(now.valence >= 1.4 && now.valence <= 8.6);
            QVERIFY(now.arousal >= 1.4 && now.arousal <= 8.6);
            // Four waves of 0.9 points and 0.281 Hz at most: below 4.4 points a second.
            QVERIFY(std::abs(now.valence - before.valence) < 0.05);
            QVERIFY(std::abs(now.arousal - before.arousal) < 0.05);
            before = now;
        }
    }

    void anInstrumentWithOneDimensionIsMeasuredInThat()
    {
        std::vector<HandMoment> hand = handBehind(0.6, 0.1, latency_task::kSeconds);
        for (HandMoment& moment : hand)
            moment.place.valence = 5.0;
        const auto found = latency_task::latencyOf(hand);
        QVERIFY(found);
        QVERIFY(std::abs(found->seconds - 0.6) < 0.03);
        for (HandMoment& moment : hand)
            moment.place.arousal = 5.0; // no hand at all
        QVERIFY(!latency_task::latencyOf(hand));
    }

    void theLagOfAHandIsFound_data()
    {
        QTest::addColumn<double>("lag");
        QTest::addColumn<double>("tremor");
        for (const double lag : { 0.0, 0.12, 0.3, 0.8, 1.5, 2.6 }) {
            QTest::addRow("%.2f s, steady", lag) << lag << 0.0;
            QTest::addRow("%.2f s, trembling", lag) << lag << 0.3;
        }
    }

    void theLagOfAHandIsFound()
    {
        QFETCH(double, lag);
        QFETCH(double, tremor);
        const auto found = latency_task::latencyOf(handBehind(lag, tremor, latency_task::kSeconds));
        QVERIFY(found);
        // The search goes in steps of 0.02 s; a tremor of 0.3 points blurs it by about as much.
        QVERIFY2(
            std::abs(found->seconds - lag) <= 0.05, qPrintable(QString::number(found->seconds)));
        QVERIFY(found->correlation > 0.95);
    }

    void whoDoesNotFollowGetsNoNumber()
    {
        QVERIFY(!latency_task::latencyOf({}));
        QVERIFY(!latency_task::latencyOf(handBehind(0.3, 0.0, 12.0))); // gave up
        std::vector<HandMoment> still;
        for (double seconds = 0.0; seconds < latency_task::kSeconds; seconds += 0.016)
            still.push_back({ seconds, { 5.0, 5.0 } });
        QVERIFY(!latency_task::latencyOf(still));
        std::vector<HandMoment> random = handBehind(0.3, 0.0, latency_task::kSeconds);
        std::mt19937 engine(3);
        std::uniform_real_distribution<double> anywhere(1.0, 9.0);
        for (HandMoment& moment : random)
            moment.place = { anywhere(engine), anywhere(engine) };
        QVERIFY(!latency_task::latencyOf(random));
        QVERIFY(!latency_task::latencyOf(handBehind(-0.4, 0.0, latency_task::kSeconds)));
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::LatencyTaskTest)
#include "tst_latency_task.moc"
