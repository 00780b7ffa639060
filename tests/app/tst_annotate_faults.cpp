#include "tests/app/annotated_library.h"

#include <QTest>

using namespace circumplex;
using namespace Qt::StringLiterals;

/// The decoder is made to crash, hang and eat memory: see faulty_decoder.cpp.
class TestAnnotateFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFaultCostsItsTrackAndAllOthersAreDone()
    {
        constexpr int kGood = 30;
        test::AnnotatedLibrary library;
        library.writeSounds(kGood);
        library.writeEncoded("crash.tta");
        library.writeEncoded("hang.wv");
        library.writeEncoded("hunger.m4a", "alac");
        const auto scan = library.scan();
        QVERIFY2(scan.exitCode == 0, qPrintable(scan.errors));

        QProcess process;
        library.start(process,
            { u"--memory"_s, u"2"_s, u"--silence-limit"_s, u"8"_s, u"--cache"_s, u"0"_s },
            { u"LD_PRELOAD=" CIRCUMPLEX_FAULTY_DECODER ""_s });
        QVERIFY(process.waitForFinished(240'000));
        QCOMPARE(process.exitCode(), 1);

        QMap<QString, QString> codes;
        QJsonObject summary;
        for (const QJsonObject& line : test::jsonLines(process.readAllStandardOutput())) {
            if (line.contains("error"_L1))
                codes[line["path"_L1].toString().section(u'/', -1)]
                    = line["error"_L1]["code"_L1].toString();
            if (line.contains("engine_restarts"_L1)) summary = line;
        }
        QCOMPARE(codes,
            (QMap<QString, QString> { { u"crash.tta"_s, u"analysis-crashed"_s },
                { u"hang.wv"_s, u"stalled"_s }, { u"hunger.m4a"_s, u"memory-exceeded"_s } }));
        QCOMPARE(library.annotated().size(), kGood);
        QCOMPARE(
            library.sql(u"SELECT code FROM track_errors WHERE stage = 'analysis' ORDER BY 1"_s),
            (QStringList { u"analysis-crashed"_s, u"memory-exceeded"_s, u"stalled"_s }));
        QVERIFY(summary["engine_restarts"_L1].toInt() >= 3);
        qInfo("%d restarts, the longest took %.2f s", summary["engine_restarts"_L1].toInt(),
            summary["longest_restart_seconds"_L1].toDouble());

        // Given up tracks do not stand in the way again; asked for, they are tried once more.
        QCOMPARE(library.annotate().lines.last()["failed"_L1].toInt(), 0);
        QProcess again;
        library.start(again, { u"--memory"_s, u"2"_s, u"--silence-limit"_s, u"8"_s, u"--retry"_s },
            { u"LD_PRELOAD=" CIRCUMPLEX_FAULTY_DECODER ""_s });
        QVERIFY2(again.waitForFinished(240'000), "what takes engines down is tried without end");
        QCOMPARE(again.exitCode(), 1);
        int failures = 0;
        for (const QJsonObject& line : test::jsonLines(again.readAllStandardOutput()))
            failures += line.contains("error"_L1) ? 1 : 0;
        QCOMPARE(failures, 3);

        const auto healed = library.annotate({ "--retry" });
        QVERIFY2(healed.exitCode == 0, qPrintable(healed.errors));
        QCOMPARE(library.annotated().size(), kGood + 3);
        QCOMPARE(library.sql(u"SELECT count(*) FROM track_errors"_s), QStringList { u"0"_s });
    }
};

QTEST_GUILESS_MAIN(TestAnnotateFaults)
#include "tst_annotate_faults.moc"
