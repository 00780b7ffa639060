#include "core/engine/row_labels.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace circumplex;

namespace {

/// Two values alternate, so that mean and variance are these.
float alternating(double mean, double variance, std::size_t i)
{
    return static_cast<float>(mean + (i % 2 == 0 ? 1.0 : -1.0) * std::sqrt(variance));
}

struct Numbers {
    double valenceMean, valenceVariance, arousalMean, arousalVariance;
};

DataSetPart partOf(DataSetKind kind, std::size_t count, int firstId, const Numbers& numbers)
{
    DataSetPart part { .kind = kind, .items = {}, .notices = {} };
    for (std::size_t i = 0; i < count; ++i)
        part.items.push_back({ .id = std::to_string(firstId + static_cast<int>(i)),
            .valence = alternating(numbers.valenceMean, numbers.valenceVariance, i),
            .arousal = alternating(numbers.arousalMean, numbers.arousalVariance, i / 2) });
    return part;
}

/// DEAM with as many songs as it is published with.
RowSet deam(const Numbers& numbers)
{
    return { DataSetKind::Deam,
        { partOf(DataSetKind::Deam, 1261, 1, numbers),
            partOf(DataSetKind::Deam, 271, 3001, numbers),
            partOf(DataSetKind::Deam, 270, 4001, numbers) } };
}

/// Ten songs that learn, two that stop, three that judge, from the given ids on.
RowSet small(DataSetKind kind, std::array<int, 3> firstIds,
    const std::function<std::pair<float, float>(int id)>& rate)
{
    RowSet set { .kind = kind };
    const std::array<int, 3> counts { 10, 2, 3 };
    for (std::size_t p = 0; p < 3; ++p)
        for (int i = 0; i < counts[p]; ++i) {
            const auto [valence, arousal] = rate(firstIds[p] + i);
            set.parts[p].items.push_back(
                { .id = std::to_string(firstIds[p] + i), .valence = valence, .arousal = arousal });
        }
    return set;
}

std::string joined(const std::vector<std::string>& sentences)
{
    std::string text;
    for (const std::string& sentence : sentences)
        text += sentence + '\n';
    return text;
}

std::pair<float, float> plain(int id)
{
    return { 2.0F + static_cast<float>(id * 7 % 13) / 2.0F,
        2.0F + static_cast<float>(id * 5 % 11) / 2.0F };
}

} // namespace

class RowLabelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsAsPublishedPass()
    {
        RowSet set = deam({ 4.9188, 1.3609, 4.8342, 1.6886 });
        const auto warnings = rowWarnings({ set });
        QCOMPARE(warnings.size(), std::size_t { 1 });
        QVERIFY(warnings[0].find("as published: for ids up to 1000") != std::string::npos);
        set = { DataSetKind::EmoMusic,
            { partOf(DataSetKind::EmoMusic, 495, 1, { 4.9976, 1.5766, 4.7984, 1.8909 }),
                partOf(DataSetKind::EmoMusic, 124, 501, { 5.0, 1.0, 5.0, 1.0 }),
                partOf(DataSetKind::EmoMusic, 125, 701, { 5.0, 1.0, 5.0, 1.0 }) } };
        QVERIFY2(rowWarnings({ set }).empty(), joined(rowWarnings({ set })).c_str());
    }

    void valenceAndArousalInEachOthersPlaceAreSeen()
    {
        const auto warnings = rowWarnings({ deam({ 4.8342, 1.6886, 4.9188, 1.3609 }) });
        QCOMPARE(warnings.size(), std::size_t { 1 });
        QVERIFY(warnings[0].find("deam seem to be in each other's place") != std::string::npos);
    }

    void otherLabelsAreSeen()
    {
        const auto warnings = rowWarnings({ deam({ 5.4, 1.3609, 4.8342, 1.6886 }) });
        QCOMPARE(warnings.size(), std::size_t { 1 });
        QVERIFY(warnings[0].find("another mean or variance") != std::string::npos);
    }

    void otherSizesAreSeen()
    {
        RowSet set = deam({ 4.9188, 1.3609, 4.8342, 1.6886 });
        set.parts[2].items.pop_back();
        const auto warnings = rowWarnings({ set });
        QCOMPARE(warnings.size(), std::size_t { 2 });
        QCOMPARE(warnings[0],
            std::string("The test part of deam has 269 tracks; the published figures are of 270."));
    }

    void sharedSongsAreCompared()
    {
        const auto crossed = [](int id) {
            const auto [valence, arousal] = plain(id);
            return std::pair(arousal, valence);
        };
        // 8 to 10 learn in one set and judge in the other, 30 to 32 the other way round
        const auto ours = small(DataSetKind::Deam, { 1, 20, 30 }, plain);
        const auto others = [&](const auto& rate) {
            return small(DataSetKind::EmoMusic, { 30, 1, 8 }, rate);
        };
        const auto same = joined(rowWarnings({ ours, others(plain) }));
        QVERIFY2(same.find("is emomusic's arousal") == std::string::npos, same.c_str());
        QVERIFY2(same.find("3 songs of the test part of emomusic are in the train part of deam")
                != std::string::npos,
            same.c_str());
        QVERIFY2(same.find("3 songs of the test part of deam are in the train part of emomusic")
                != std::string::npos,
            same.c_str());
        const auto swapped = joined(rowWarnings({ ours, others(crossed) }));
        QVERIFY2(swapped.find("deam's valence is emomusic's arousal") != std::string::npos,
            swapped.c_str());
    }

    void everyRowHasFiguresOfItsSets()
    {
        QCOMPARE(publishedRows().size(), std::size_t { 19 });
        for (const PublishedRow& row : publishedRows()) {
            QVERIFY(!row.sets.empty());
            QCOMPARE(publishedRowNamed(row.name), &row);
            for (const auto& [kind, figures] : row.sets)
                QCOMPARE(figures.front().first,
                    std::string(kind == DataSetKind::MtgJamendo ? "pr_auc" : "valence_r2"));
        }
        QCOMPARE(publishedRowNamed("j+d+e+p")->sets[2].second[0].second, 0.6512);
        QVERIFY(publishedRowNamed("J+X") == nullptr);
    }
};

QTEST_GUILESS_MAIN(RowLabelsTest)
#include "tst_row_labels.moc"
