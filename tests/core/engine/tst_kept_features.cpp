#include "core/engine/track_analyzer.h"
#include "core/ml/annotator.h"
#include "core/ml/feature_codec.h"
#include "tests/core/audio/melodies.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

double distance(float a, float b)
{
    return std::abs(static_cast<double>(a) - static_cast<double>(b));
}

} // namespace

/// What the starter hears, kept in half precision, is judged as if it had just been heard.
class KeptFeaturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keptFeaturesAreJudgedAlike_data()
    {
        QTest::addColumn<unsigned>("seed");
        QTest::newRow("one melody") << 3U;
        QTest::newRow("another") << 14U;
    }

    void keptFeaturesAreJudgedAlike()
    {
        QFETCH(unsigned, seed);
        QTemporaryDir folder;
        const std::filesystem::path file
            = std::filesystem::path(folder.path().toStdString()) / "melody.wav";
        test::writeMelody(file, seed, 25.0);
        const auto annotator = std::make_shared<const Annotator>(
            std::string(CIRCUMPLEX_BUILD) + "/share/circumplex/models/starter", "cpu",
            DataType::Float32);
        const AnalysisSettings settings { .grid = {}, .threads = 1, .decode = {} };
        const auto heard = TrackAnalyzer(annotator, settings).listen(file, {});
        QVERIFY2(heard.has_value(), heard ? "" : heard.error().detail.c_str());

        double ignored = 0.0;
        const auto judged = [&](const TrackFeatures& features) {
            return annotator->judge(features, settings.mode, settings.grid, ignored);
        };
        const auto bytes = encodeFeatures(heard->features);
        const Annotation fresh = judged(heard->features);
        const Annotation kept = judged(decodeFeatures(bytes));
        QVERIFY(fresh.valence > 1.0F && fresh.valence < 9.0F);
        double worst = std::max(
            distance(fresh.valence, kept.valence), distance(fresh.arousal, kept.arousal));
        QVERIFY(fresh.curve.valence.size() > 5);
        QCOMPARE(kept.curve.valence.size(), fresh.curve.valence.size());
        for (std::size_t i = 0; i < fresh.curve.valence.size(); ++i)
            worst = std::max({ worst, distance(fresh.curve.valence[i], kept.curve.valence[i]),
                distance(fresh.curve.arousal[i], kept.curve.arousal[i]) });
        qInfo("%zu bytes, largest difference %.2g on the 1..9 scale", bytes.size(), worst);
        // Half precision keeps 11 bits: 5e-4 of a value, and errors of many dimensions cancel.
        QVERIFY(worst < 1e-3);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::KeptFeaturesTest)
#include "tst_kept_features.moc"
