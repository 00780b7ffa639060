#include "app/cli/commands/annotate.h"

#include "app/cli/annotation_text.h"
#include "app/cli/commands/engine_options.h"
#include "app/cli/stop_on_signal.h"
#include "core/services/engine_client.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <unistd.h>

#include <cmath>
#include <iostream>
#include <memory>

namespace circumplex::cli {

namespace {

struct AnnotateOptions {
    EngineOptions engine;
    std::string query;
    bool includesFailed = false;
    double pace = 1.0;
};

/// Follows an engine until it has nothing left to do.
class Annotating {
public:
    Annotating(const AnnotateOptions& options, const CliContext& context, std::stop_token stop)
        : m_context(context)
        , m_stop(std::move(stop))
        , m_client({ QCoreApplication::applicationFilePath(), options.engine.arguments() })
    {
        using Client = EngineClient;
        QObject::connect(&m_client, &Client::trackAnnotated, &m_receiver,
            [this](const engine_event::Annotated& track) { printTrack(track); });
        QObject::connect(&m_client, &Client::trackFailed, &m_receiver,
            [this](const engine_event::Failed& track) { printFailure(track); });
        QObject::connect(
            &m_client, &Client::noticed, &m_receiver, [this](const engine_event::Notice& notice) {
                sayAside(notice.path.empty() ? notice.sentence
                                             : printable(notice.path) + ": " + notice.sentence);
            });
        QObject::connect(&m_client, &Client::restarted, &m_receiver, [this](const QString& reason) {
            sayAside("The engine is started again. " + reason.toStdString());
        });
        QObject::connect(&m_client, &Client::statusChanged, &m_receiver,
            [this](const EngineStatus& status) { follow(status); });
        QObject::connect(&m_client, &Client::refused, &m_receiver,
            [this](const engine_event::Refused& refusal) { giveUp(refusal.code, refusal.reason); });
        QObject::connect(&m_client, &Client::lost, &m_receiver, [this](const QString& reason) {
            giveUp(errorCodeName(ErrorCode::EngineUnusable), reason.toStdString());
        });
        QObject::connect(&m_stopWatch, &QTimer::timeout, &m_receiver, [this] {
            if (m_stop.stop_requested()) end(kSomeFailed);
        });
        m_stopWatch.start(100);
        m_client.start();
        if (options.pace < 1.0) m_client.setPace(options.pace);
        m_client.work({ options.query, options.includesFailed });
    }

    int run()
    {
        m_clock.start();
        const int code = QCoreApplication::exec();
        clearLine();
        return code;
    }

private:
    void printTrack(const engine_event::Annotated& track)
    {
        ++(track.isCoarse ? m_coarse : m_annotated);
        clearLine();
        if (!m_context.json) {
            std::cout << printable(track.path) << ": valence " << oneDecimal(track.valence)
                      << ", arousal " << oneDecimal(track.arousal)
                      << (track.isCoarse ? " (first impression)" : "") << '\n';
            return;
        }
        Json line { { "id", track.track.value } };
        line.update(pathJson(track.path));
        line.update({ { "valence", track.valence }, { "arousal", track.arousal },
            { "device", track.device }, { "coarse", track.isCoarse },
            { "cached", track.isFromCache }, { "seconds", track.seconds } });
        printLine(line);
    }

    void printFailure(const engine_event::Failed& track)
    {
        ++m_failed;
        clearLine();
        if (m_context.json) {
            Json line { { "id", track.track.value } };
            line.update(pathJson(track.path));
            line["error"] = { { "code", track.code }, { "message", track.reason } };
            printLine(line);
        }
        say(printable(track.path) + ": " + track.reason);
    }

    void follow(const EngineStatus& status)
    {
        m_status = status;
        if (status.activity == EngineStatus::Activity::Waiting && status.waitingFor != m_waitingFor)
            sayAside("Waiting: " + status.waitingFor.toStdString());
        m_waitingFor = status.waitingFor;
        if (status.activity == EngineStatus::Activity::Idle)
            end(m_failed > 0 ? kSomeFailed : kDone);
        else
            showLine();
    }

    void giveUp(const std::string& code, const std::string& reason)
    {
        clearLine();
        if (m_context.json) printLine({ { "error", { { "code", code }, { "message", reason } } } });
        say(reason);
        if (std::exchange(m_hasEnded, true)) return;
        QCoreApplication::exit(m_annotated + m_failed > 0 ? kSomeFailed : kNothingDone);
    }

    void end(int code)
    {
        if (std::exchange(m_hasEnded, true)) return;
        clearLine();
        const double seconds = static_cast<double>(m_clock.elapsed()) / 1000.0;
        if (m_context.json)
            printLine({ { "annotated", m_annotated }, { "first_impressions", m_coarse },
                { "failed", m_failed }, { "remaining", m_status.remaining }, { "seconds", seconds },
                { "engine_restarts", m_client.restartCount() },
                { "longest_restart_seconds", m_client.longestRestartSeconds() } });
        say(std::to_string(m_annotated) + " annotated, " + std::to_string(m_failed) + " failed, "
            + std::to_string(m_status.remaining) + " left, " + durationText(seconds)
            + (m_stop.stop_requested() ? "; stopped before the end" : ""));
        QCoreApplication::exit(code);
    }

    /// On a terminal one line, rewritten; nothing elsewhere.
    void showLine()
    {
        if (isatty(STDERR_FILENO) != 1) return;
        std::cerr << "\r\033[K" << m_annotated << " annotated, " << m_status.remaining << " left";
        if (m_status.etaSeconds)
            std::cerr << ", about " << durationText(*m_status.etaSeconds) << " to go";
        if (m_status.soundPerSecond > 0.0)
            std::cerr << " (" << std::lround(m_status.soundPerSecond)
                      << " times as fast as it sounds)";
        std::cerr << std::flush;
        m_hasLine = true;
    }

    void clearLine()
    {
        if (std::exchange(m_hasLine, false)) std::cerr << "\r\033[K" << std::flush;
    }

    void sayAside(const std::string& sentence)
    {
        clearLine();
        say(sentence);
    }

    static std::string oneDecimal(double value)
    {
        return QString::number(value, 'f', 1).toStdString();
    }

    const CliContext& m_context;
    std::stop_token m_stop;
    QObject m_receiver;
    QTimer m_stopWatch;
    QElapsedTimer m_clock;
    EngineClient m_client;
    EngineStatus m_status;
    QString m_waitingFor;
    int m_annotated = 0, m_coarse = 0, m_failed = 0;
    bool m_hasLine = false, m_hasEnded = false;
};

int runAnnotate(const AnnotateOptions& options, const CliContext& context)
{
    const StopOnSignal interrupt;
    Annotating annotating(options, context, interrupt.token());
    return annotating.run();
}

} // namespace

void addAnnotate(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<AnnotateOptions>();
    CLI::App* command = app.add_subcommand(
        "annotate", "Analyses the library's tracks that the model has not annotated yet");
    command->add_option("--query", options->query, "Only tracks that this search finds");
    command->add_flag("--retry", options->includesFailed, "Try those that failed before as well");
    command->add_option("--pace", options->pace, "Share of the processor's cores to use")
        ->check(CLI::Range(0.01, 1.0))
        ->capture_default_str();
    options->engine.addTo(*command);
    command->callback([&context, options] {
        context.run = [&context, options] { return runAnnotate(*options, context); };
    });
}

} // namespace circumplex::cli
