// Draws results as pictures.
//
//   circumplex --figure OUT.png RESULTS.jsonl     RESULTS is what `circumplex-cli analyze --json`
//   prints; - is stdin
//
// One track gives a page about it, several give an overview. Exit status: 0 drawn, 2 wrong usage, 3
// not drawn.
#include "circumplex_version.h"
#include "core/services/analysis_results.h"
#include "ui/curve/emotion_figure.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>

#include <cstdio>
#include <iostream>

namespace {

enum Exit { Done = 0, WrongUsage = 2, NothingDone = 3 };

int fail(Exit code, const QString& sentence)
{
    std::cerr << "circumplex: " << sentence.toStdString() << '\n';
    return code;
}

int drawFigure(const QString& picture, const QString& results)
{
    QFile file(results);
    const bool isOpen
        = results == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return fail(NothingDone, QStringLiteral("%1: %2").arg(results, file.errorString()));
    const auto tracks = circumplex::readAnalysisResults(file);
    if (!tracks)
        return fail(NothingDone,
            QStringLiteral("%1: %2").arg(results, QString::fromStdString(tracks.error().detail)));
    if (tracks->empty())
        return fail(NothingDone, QStringLiteral("%1: no track in it").arg(results));
    const QImage image = tracks->size() == 1 ? circumplex::drawTrackFigure(tracks->front())
                                             : circumplex::drawOverviewFigure(*tracks);
    if (!image.save(picture))
        return fail(NothingDone, QStringLiteral("%1: cannot be written").arg(picture));
    return Done;
}

} // namespace

int main(int argc, char** argv)
{
    // Pictures need no display.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("circumplex"));
    QApplication::setApplicationVersion(QString::fromLatin1(circumplex::kVersion));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Draws how music feels over time, from the results of `circumplex-cli analyze --json`.\n"
        "One track gives a page about it, several give an overview."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption figure(QStringLiteral("figure"),
        QStringLiteral("Write a picture to <file>, 1600 by 900 pixels."), QStringLiteral("file"));
    parser.addOption(figure);
    parser.addPositionalArgument(
        QStringLiteral("RESULTS"), QStringLiteral("JSON lines to draw; - reads stdin."));
    parser.process(app);

    if (!parser.isSet(figure) || parser.positionalArguments().size() != 1) {
        std::cerr << parser.helpText().toStdString();
        return WrongUsage;
    }
    return drawFigure(parser.value(figure), parser.positionalArguments().constFirst());
}
