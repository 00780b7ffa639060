// Rates as fast as a hand moves until it is killed: what tst_rating_recorder kills.
//
//   recording_program LIBRARY TRACK
//
// Prints the second of each moment before it hands it to the recorder.
#include "core/services/rating_recorder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <unistd.h>

#include <cstdio>

using namespace circumplex;

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc != 3) return 2;
    RatingRecorder recorder(argv[1]);
    recorder.startSitting({ .raterName = "Ada", .instrument = "mouse 2-D" });
    recorder.beginGesture({ .track = { std::atoll(argv[2]) },
        .dimensions = { TraceDimension::Valence, TraceDimension::Arousal } });
    QElapsedTimer clock;
    clock.start();
    QTimer hand;
    hand.setTimerType(Qt::PreciseTimer);
    QObject::connect(&hand, &QTimer::timeout, &app, [&] {
        const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
        char line[32];
        const int length = std::snprintf(line, sizeof line, "%.4f\n", seconds);
        if (::write(STDOUT_FILENO, line, static_cast<std::size_t>(length)) != length)
            QCoreApplication::exit(1);
        recorder.add(seconds, 5.0, 6.0);
    });
    hand.start(33); // as often as a player says where it is
    return QCoreApplication::exec();
}
