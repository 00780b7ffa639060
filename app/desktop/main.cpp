// The desktop program, and its results as pictures.
//
//   circumplex [--library FILE] [--query TEXT] [FOLDER or FILE ...]     opens the window; a window
//   that is open already takes over
//   circumplex --figure OUT.png RESULTS.jsonl     RESULTS is what `circumplex-cli analyze --json`
//   prints; - is stdin. One track gives a page about it, several give an overview
//
// Exit status: 0 done, 2 wrong usage, 3 not drawn.
#include "app/desktop/desktop.h"
#include "app/desktop/single_instance.h"
#include "circumplex_version.h"
#include "core/services/analysis_results.h"
#include "ui/curve/emotion_figure.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>
#include <QIcon>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string_view>
#include <utility>

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

/// Before there is a QApplication, which needs to know.
bool wantsFigure(int argc, char** argv)
{
    return std::any_of(argv + 1, argv + argc,
        [](const char* argument) { return std::string_view(argument).starts_with("--figure"); });
}

int runDesktop(const circumplex::Desktop::Options& options, QStringList paths)
{
    for (QString& path : paths)
        path = QFileInfo(path).absoluteFilePath();
    circumplex::SingleInstance instance(circumplex::Desktop::libraryFile(options));
    if (instance.handOver(paths)) return Done;
    instance.listen();
    // The name of packaging/circumplex.desktop, by which desktops find name and icon.
    QApplication::setDesktopFileName(QStringLiteral("circumplex"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/circumplex.svg")));
    for (;;) {
        circumplex::Desktop desktop(options);
        QObject::connect(&instance, &circumplex::SingleInstance::asked, &desktop,
            [&desktop](const QStringList& asked) {
                desktop.addPaths(asked);
                desktop.raise();
            });
        desktop.show();
        desktop.addPaths(std::exchange(paths, {}));
        const int code = QApplication::exec();
        if (code != circumplex::Desktop::kAgain) return code;
    }
}

} // namespace

int main(int argc, char** argv)
{
    // Pictures, --help and --version need no display.
    const bool hasDisplay
        = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const bool platformIsChosen = qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (!platformIsChosen && (wantsFigure(argc, argv) || !hasDisplay))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("circumplex"));
    QApplication::setApplicationVersion(QString::fromLatin1(circumplex::kVersion));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Listens to a music library and draws how each piece feels over time.\n"
                       "Without --figure it opens the library's window."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption figure(QStringLiteral("figure"),
        QStringLiteral("Write a picture of RESULTS to <file>, 1600 by 900 pixels, from what "
                       "`circumplex-cli analyze --json` prints; - reads stdin."),
        QStringLiteral("file"));
    const QCommandLineOption library(QStringLiteral("library"),
        QStringLiteral("The library file to show."), QStringLiteral("file"));
    const QCommandLineOption query(QStringLiteral("query"),
        QStringLiteral("What to search for at first."), QStringLiteral("text"));
    parser.addOptions({ figure, library, query });
    parser.addPositionalArgument(QStringLiteral("FILE"),
        QStringLiteral("Results to draw, or folders to add to the library."),
        QStringLiteral("[FILE...]"));
    parser.process(app);

    if (parser.isSet(figure)) {
        if (parser.positionalArguments().size() != 1) {
            std::cerr << parser.helpText().toStdString();
            return WrongUsage;
        }
        return drawFigure(parser.value(figure), parser.positionalArguments().constFirst());
    }
    if (!hasDisplay && !platformIsChosen)
        return fail(WrongUsage, QStringLiteral("there is no display to open a window on"));
    return runDesktop({ .library = parser.value(library), .query = parser.value(query) },
        parser.positionalArguments());
}
