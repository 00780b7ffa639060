#include "core/services/midi_reader.h"
#include "tests/core/services/device_pipe.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

namespace circumplex {

namespace {

using Bytes = std::vector<std::uint8_t>;

struct Faders : test::DevicePipe {
    explicit Faders(const QTemporaryDir& folder)
        : DevicePipe((folder.path() + QStringLiteral("/midiC1D0")).toStdString())
    {
    }

    void send(const Bytes& bytes) const { DevicePipe::send(bytes.data(), bytes.size()); }
};

MidiMove moveOf(const QSignalSpy& moves, qsizetype at)
{
    return moves.at(at).at(0).value<MidiMove>();
}

} // namespace

class MidiReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void controlChangesAreFoundInTheStream()
    {
        MidiParser parser;
        const auto moves = parser.take(
            Bytes { 64, 5, // the rest of something that was sent before anybody listened
                0xB0, 70, 127, // channel 1
                71, 0, // running status
                0x90, 60, 100, 61, 100, // notes
                0xC3, 5, 6, // programs: one byte each
                0xD3, 9, // pressure
                0xBF, 72, 127, // channel 16
                0xBF, 123, 0 }); // all notes off is no fader
        QCOMPARE(moves,
            (std::vector<MidiMove> {
                { { 1, 70 }, 1.0 }, { { 1, 71 }, 0.0 }, { { 16, 72 }, 1.0 } }));
    }

    void realTimeBytesMayStandAnywhere()
    {
        MidiParser parser;
        const auto moves = parser.take(Bytes { 0xF8, 0xB2, 0xFE, 7, 0xF8, 127, 0xFA, 7, 0xF8, 0 });
        QCOMPARE(moves, (std::vector<MidiMove> { { { 3, 7 }, 1.0 }, { { 3, 7 }, 0.0 } }));
    }

    void systemMessagesEndTheRunningStatusAndTellNothing()
    {
        MidiParser parser;
        QVERIFY(parser.take(Bytes { 0xB0, 7, 0xF0, 0x7E, 7, 127, 0xF7, 7, 127 }).empty());
        QVERIFY(parser.take(Bytes { 0xF2, 7, 127, 7, 127 }).empty()); // song position
        QCOMPARE(parser.take(Bytes { 0xB0, 7, 127 }).size(), std::size_t(1));
    }

    void fineControllersGiveFourteenBits()
    {
        MidiParser parser;
        auto moves = parser.take(Bytes { 0xB0, 1, 64, 33, 32, 33, 33 });
        QCOMPARE(moves.size(), std::size_t(3));
        QCOMPARE(moves.at(0), (MidiMove { { 1, 1 }, 64.0 / 127.0 }));
        QCOMPARE(moves.at(1), (MidiMove { { 1, 1 }, (64.0 * 128.0 + 32.0) / 16383.0 }));
        QCOMPARE(moves.at(2).position, (64.0 * 128.0 + 33.0) / 16383.0);
        moves = parser.take(Bytes { 0xB0, 1, 127, 33, 127 });
        QCOMPARE(moves.at(1).position, 1.0);
        // what does not follow its coarse part is a control of its own
        moves = parser.take(Bytes { 0xB0, 2, 10, 33, 127, 0xB1, 33, 127 });
        QCOMPARE(moves.at(1).control, (MidiControl { 1, 33 }));
        QCOMPARE(moves.at(2).control, (MidiControl { 2, 33 }));
        // pitch bend is sent fine part first
        moves = parser.take(Bytes { 0xE4, 127, 127, 0, 0, 0, 64 });
        QCOMPARE(moves.at(0), (MidiMove { { 5, MidiControl::kPitchWheel }, 1.0 }));
        QCOMPARE(moves.at(1).position, 0.0);
        QVERIFY(std::abs(moves.at(2).position - 0.5) < 1e-4);
    }

    void aStreamMayBeCutAnywhere()
    {
        const Bytes stream { 0xB0, 1, 64, 33, 32, 0xF8, 7, 100, 0xF0, 1, 2, 0xF7, 0xE0, 3, 4, 5,
            6 };
        MidiParser whole;
        const auto expected = whole.take(stream);
        QCOMPARE(expected.size(), std::size_t(5));
        for (std::size_t cut = 1; cut < stream.size(); ++cut) {
            MidiParser parser;
            auto moves = parser.take(std::span(stream).first(cut));
            for (const MidiMove& move : parser.take(std::span(stream).subspan(cut)))
                moves.push_back(move);
            QCOMPARE(moves, expected);
        }
    }

    void aFaderIsHeardAndItsLastPlaceCounts()
    {
        const QTemporaryDir folder;
        Faders faders(folder);
        MidiReader reader(faders.path());
        QVERIFY(reader.isOpen());
        QSignalSpy moves(&reader, &MidiReader::moved);
        faders.send({ 0xB0, 7, 1, 7, 2, 8, 127, 7, 0 }); // at once
        QTRY_COMPARE(moves.size(), 2);
        QCOMPARE(moveOf(moves, 0), (MidiMove { { 1, 7 }, 0.0 }));
        QCOMPARE(moveOf(moves, 1), (MidiMove { { 1, 8 }, 1.0 }));
        faders.send({ 7 });
        QTest::qWait(20);
        QCOMPARE(moves.size(), 2);
        faders.send({ 127 });
        QTRY_COMPARE(moves.size(), 3);
        QCOMPARE(moveOf(moves, 2).position, 1.0);
    }

    void aDeviceThatIsGoneIsSaidToBe()
    {
        const QTemporaryDir folder;
        Faders faders(folder);
        MidiReader reader(faders.path());
        QSignalSpy gone(&reader, &MidiReader::unplugged);
        faders.unplug();
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(!reader.isOpen());
        QVERIFY(!MidiReader("/nonexistent/midiC0D0").isOpen());
    }

    void devicesAreListedWithTheirNames()
    {
        QTemporaryDir folder;
        const std::filesystem::path root(folder.path().toStdString());
        QVERIFY(MidiReader::devices(root).empty());
        std::filesystem::create_directories(root / "dev/snd");
        std::filesystem::create_directories(root / "proc/asound/card2");
        for (const char* name : { "midiC10D0", "midiC2D0", "midiC2D1", "pcmC2D0p", "controlC2" })
            std::ofstream(root / "dev/snd" / name);
        std::ofstream(root / "proc/asound/card2/id") << "nanoKONTROL2\n";
        const auto devices = MidiReader::devices(root);
        QCOMPARE(devices.size(), std::size_t(3));
        QCOMPARE(devices.at(0).name, QStringLiteral("nanoKONTROL2"));
        QCOMPARE(devices.at(0).path, root / "dev/snd/midiC2D0");
        QCOMPARE(devices.at(1).name, QStringLiteral("nanoKONTROL2 2"));
        QCOMPARE(devices.at(2).name, QStringLiteral("MIDI 10"));
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::MidiReaderTest)
#include "tst_midi_reader.moc"
