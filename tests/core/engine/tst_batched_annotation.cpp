#include "core/engine/model_installer.h"
#include "core/engine/track_analyzer.h"
#include "tests/core/audio/sound_files.h"
#include "tests/support/generated_mert.h"
#include "tests/support/small_music2emo.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <thread>
#include <vector>

using namespace circumplex;

/// Many tracks at once, their windows in common batches, against one track after the other.
class TestBatchedAnnotation : public QObject {
    Q_OBJECT

    static constexpr int kRateHz = 24000;
    static constexpr int kTracks = 5;

    const test::TemporaryFolder m_folder;
    std::filesystem::path m_package;

    std::filesystem::path track(int number) const
    {
        return m_folder / ("track" + std::to_string(number) + ".wav");
    }

    AnalysedFile analyse(const std::shared_ptr<const Annotator>& annotator, int number) const
    {
        const TrackAnalyzer analyzer(annotator, { .threads = 1 });
        auto file = analyzer.analyze(track(number), {});
        if (!file) qFatal("%s", file.error().detail.c_str());
        return *std::move(file);
    }

    static double furthest(const std::vector<float>& a, const std::vector<float>& b)
    {
        if (a.size() != b.size()) return INFINITY;
        double distance = 0.0;
        for (std::size_t i = 0; i < a.size(); ++i)
            distance = std::max(distance, std::abs(double { a[i] } - double { b[i] }));
        return distance;
    }

private Q_SLOTS:
    void initTestCase()
    {
        // as many layers as the published network has, so that the same ones are used
        MertConfig config = test::smallMertConfig();
        config.layerCount = MertConfig {}.layerCount;
        config.usedLayers = MertConfig {}.usedLayers;
        const auto files = test::SmallMusic2Emo(config).write(m_folder.path(), "small");
        AppFolders places;
        places.shippedModels = QString::fromStdString((m_folder / "share").string());
        places.userModels = QString::fromStdString((m_folder / "models").string());
        places.settings = QString::fromStdString((m_folder / "settings.ini").string());
        const auto installed = installMusic2Emo(ModelRegistry(places), files);
        QVERIFY2(installed.has_value(), installed ? "" : installed.error().detail.c_str());
        m_package = installed->model.folder;
        std::uint32_t noise = 7;
        for (int number = 0; number < kTracks; ++number) {
            std::vector<double> samples(static_cast<std::size_t>((35 + 21 * number) * kRateHz));
            for (std::size_t i = 0; i < samples.size(); ++i) {
                noise = noise * 1664525U + 1013904223U;
                samples[i] = 0.3 * std::sin(0.02 * (number + 1) * static_cast<double>(i))
                    + 0.1 * (static_cast<double>(noise) / 4294967296.0 - 0.5);
            }
            test::write(track(number),
                test::wavFile({ .sampleRateHz = kRateHz }, test::int16Samples(samples)));
        }
    }

    void batchesGiveWhatSingleWindowsGive()
    {
        const auto single = std::make_shared<const Annotator>(m_package, "cpu", DataType::Float32);
        const auto batched = std::make_shared<const Annotator>(m_package, "cpu", DataType::Float32,
            WindowBatching { .largestBatch = 4, .notice = [](const std::string&) {} });
        std::vector<AnalysedFile> together(kTracks);
        {
            std::vector<std::jthread> jobs;
            for (int number = 0; number < kTracks; ++number)
                jobs.emplace_back([&, number] {
                    together[static_cast<std::size_t>(number)] = analyse(batched, number);
                });
        }
        double worst = 0.0;
        for (int number = 0; number < kTracks; ++number) {
            const Annotation alone = analyse(single, number).annotation;
            const Annotation& shared = together[static_cast<std::size_t>(number)].annotation;
            worst = std::max({ worst,
                furthest({ alone.valence, alone.arousal }, { shared.valence, shared.arousal }),
                furthest(alone.curve.valence, shared.curve.valence),
                furthest(alone.curve.arousal, shared.curve.arousal),
                furthest(alone.curve.tagProbabilities, shared.curve.tagProbabilities) });
            QCOMPARE(shared.curve.valence.size(), alone.curve.valence.size());
        }
        qInfo("largest difference: %g", worst);
        QVERIFY2(worst < 1e-4, qPrintable(QString::number(worst)));
    }

    void aFirstImpressionIsNearTheWholeAndMarkedByItsMissingCurve()
    {
        const auto annotator
            = std::make_shared<const Annotator>(m_package, "cpu", DataType::Float32);
        const TrackAnalyzer analyzer(annotator, { .threads = 1 });
        const int number = kTracks - 1;
        const double seconds = 35.0 + 21.0 * number;
        const auto glanced = analyzer.glance(track(number), seconds, {});
        QVERIFY2(glanced.has_value(), glanced ? "" : glanced.error().detail.c_str());
        double headSeconds = 0.0;
        const auto impression = annotator->judge(
            glanced->features, AnalysisMode::Corrected, CurveGrid {}, headSeconds);
        QCOMPARE(impression.durationSeconds, seconds);
        QVERIFY(impression.curve.valence.empty());
        const Annotation whole = analyse(annotator, number).annotation;
        // The sound is the same from beginning to end.
        QVERIFY(std::abs(impression.valence - whole.valence) < 0.1F);
        QVERIFY(std::abs(impression.arousal - whole.arousal) < 0.1F);
    }
};

QTEST_GUILESS_MAIN(TestBatchedAnnotation)
#include "tst_batched_annotation.moc"
