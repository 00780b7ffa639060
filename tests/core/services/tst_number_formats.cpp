#include "core/services/number_formats.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace circumplex;

namespace {

constexpr FormatMeasurement kFloat32 { DataType::Float32, 4.0, 0.0, 0.0 };
constexpr FormatMeasurement kNear { DataType::BFloat16, 2.0, 0.02, 0.01 };
constexpr FormatMeasurement kFar { DataType::Int8, 1.0, 0.021, 0.001 };

} // namespace

class TestNumberFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFastestFormatNearFloat32IsChosen()
    {
        QCOMPARE(fastestNearFormat({ kFloat32, kNear, kFar }), DataType::BFloat16);
        QCOMPARE(fastestNearFormat({ kFloat32, kFar }), DataType::Float32);
        QCOMPARE(fastestNearFormat({}), DataType::Float32);
    }

    void aSlowerFormatIsNotChosen()
    {
        constexpr FormatMeasurement kSlow { DataType::BFloat16, 5.0, 0.0, 0.0 };
        QCOMPARE(fastestNearFormat({ kFloat32, kSlow }), DataType::Float32);
    }

    void tagsTooFarAwayAreNotNear()
    {
        constexpr FormatMeasurement kTagsFar { DataType::Int8, 1.0, 0.0, 0.011 };
        QVERIFY(!kTagsFar.isNearEnough());
        QVERIFY(kNear.isNearEnough());
    }

    void measurementsAreKeptPerModelAndDevice()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("new/formats.json"));
        NumberFormats formats(file);
        QVERIFY(!formats.find("model", "cpu"));
        QVERIFY(formats.store("model", "cpu", { kFloat32, kNear }));
        QVERIFY(formats.store("model", "cuda:0", { kFloat32 }));
        QVERIFY(formats.store("other", "cpu", { kFar }));
        const NumberFormats again(file);
        const auto found = again.find("model", "cpu");
        QCOMPARE(found->size(), std::size_t { 2 });
        QCOMPARE(found->at(1).dtype, DataType::BFloat16);
        QCOMPARE(found->at(1).seconds, 2.0);
        QCOMPARE(found->at(1).emotionDifference, 0.02);
        QCOMPARE(found->at(1).tagDifference, 0.01);
        QCOMPARE(again.find("model", "cuda:0")->size(), std::size_t { 1 });
        QVERIFY(!again.find("other", "cuda:0"));
    }

    void aDamagedFileCountsAsEmptyAndIsReplaced()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("formats.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"model\":");
        file.close();
        NumberFormats formats(path);
        QVERIFY(!formats.find("model", "cpu"));
        QVERIFY(formats.store("model", "cpu", { kFloat32 }));
        QVERIFY(formats.find("model", "cpu"));
    }

    void aFileThatCannotBeWrittenIsNamed()
    {
        NumberFormats formats(QStringLiteral("/dev/null/formats.json"));
        const auto stored = formats.store("model", "cpu", { kFloat32 });
        QVERIFY(!stored.has_value());
        QCOMPARE(stored.error().code, ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(TestNumberFormats)
#include "tst_number_formats.moc"
