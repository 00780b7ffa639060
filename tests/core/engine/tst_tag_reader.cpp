#include "core/engine/tag_reader.h"
#include "tests/core/audio/melodies.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fileref.h>
#include <tag.h>

#include <set>
#include <thread>

using namespace circumplex;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

const fs::path kFaulty = fs::path(CIRCUMPLEX_BUILD) / "bin" / "faulty_tagreader";

QByteArray childrenOfThisProcess()
{
    QByteArray children;
    for (const auto& task : fs::directory_iterator("/proc/self/task")) {
        QFile file(QString::fromStdString(task.path() / "children"));
        if (file.open(QIODevice::ReadOnly)) children += file.readAll();
    }
    return children;
}

} // namespace

class TagReaderTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    fs::path file(const std::string& name) const
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / name;
        test::writeMelody(path, 1, 0.1);
        const TagLib::FileRef tags(path.c_str(), false);
        tags.tag()->setTitle(TagLib::String(name, TagLib::String::UTF8));
        tags.file()->save();
        return path;
    }

private Q_SLOTS:
    void theShippedReaderAnswersForEveryFile()
    {
        TagReader reader(
            { .program = fs::path(CIRCUMPLEX_BUILD) / "bin" / "circumplex-tagreader" });
        QCOMPARE(tagReaderProgram(), fs::path(CIRCUMPLEX_BUILD) / "bin" / "circumplex-tagreader");
        for (const char* name : { "a.wav", "two\nlines.wav", "ü 歌.wav" }) {
            const auto tags = reader.read(file(name), {});
            QVERIFY2(tags, tags ? "" : tags.error().detail.c_str());
            QCOMPARE(tags->title, name);
        }
        QCOMPARE(reader.read(file("x.wav").parent_path() / "none.wav", {}).error().code,
            ErrorCode::FileMissing);
        QCOMPARE(reader.read(std::string("a\0b", 3), {}).error().code, ErrorCode::FileMissing);
    }

    void aBadFileCostsThatFileOnly_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* fault, ErrorCode code, const char* reason) {
            QTest::newRow(fault) << QByteArray(fault) << static_cast<int>(code)
                                 << QByteArray(reason);
        };
        row("crash", ErrorCode::TagsUnreadable, "SEGV");
        row("hang", ErrorCode::Stalled, "700 ms");
        row("gigabytes", ErrorCode::TagsUnreadable, "512 MiB");
#ifndef __SANITIZE_ADDRESS__ // which needs the address space itself, so that none is limited
        row("unlimited", ErrorCode::TagsUnreadable, "ABRT");
#endif
        row("exit", ErrorCode::TagsUnreadable, "exit status 7");
        row("nonsense", ErrorCode::TagsUnreadable, "nonsense");
    }

    void aBadFileCostsThatFileOnly()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, code);
        QFETCH(QByteArray, reason);
        TagReader reader({ .program = kFaulty, .timeLimit = 700ms });
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(reader.read(file("before.wav"), {})->title, "before.wav");
            const auto bad = reader.read(file(fault.toStdString() + ".wav"), {});
            QVERIFY(!bad);
            QCOMPARE(bad.error().code, static_cast<ErrorCode>(code));
            QVERIFY2(bad.error().detail.find(reason.toStdString()) != std::string::npos,
                bad.error().detail.c_str());
            QCOMPARE(reader.read(file("after.wav"), {})->title, "after.wav");
        }
    }

    void aStopIsNoticedAtOnce()
    {
        TagReader reader({ .program = kFaulty });
        const fs::path hanging = file("hang.wav");
        std::stop_source stop;
        const std::jthread stopper([&stop] {
            std::this_thread::sleep_for(100ms);
            stop.request_stop();
        });
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(reader.read(hanging, stop.get_token()).error().code, ErrorCode::Cancelled);
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    }

    void nothingIsLeftBehind()
    {
        {
            TagReader idle({ .program = kFaulty });
            QCOMPARE(idle.read(file("a.wav"), {})->title, "a.wav");
            TagReader crashed({ .program = kFaulty });
            QVERIFY(!crashed.read(file("crash.wav"), {}));
            QVERIFY(!childrenOfThisProcess().trimmed().isEmpty());
        }
        QCOMPARE(childrenOfThisProcess().trimmed(), QByteArray());
    }

    void aMissingReaderIsSaid()
    {
        TagReader reader({ .program = "/nowhere/circumplex-tagreader" });
        const auto tags = reader.read(file("a.wav"), {});
        QCOMPARE(tags.error().code, ErrorCode::Internal);
        QVERIFY(tags.error().detail.find("/nowhere/circumplex-tagreader") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TagReaderTest)
#include "tst_tag_reader.moc"
