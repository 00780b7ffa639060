#include "app/cli/commands/engine.h"

#include "app/cli/commands/engine_options.h"
#include "app/cli/stop_on_signal.h"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace circumplex::cli {

namespace {

/// A whole line at once, so that a reader never sees two lines mixed. The other end being gone ends
/// the engine by its input, not here.
void writeLine(const QByteArray& line)
{
    const char* begin = line.constData();
    for (auto left = static_cast<std::size_t>(line.size()); left > 0;) {
        const auto count = ::write(STDOUT_FILENO, begin, left);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        begin += count;
        left -= static_cast<std::size_t>(count);
    }
}

/// For all threads that are made from now on. What the system refuses is no reason not to work.
void beGentle()
{
    constexpr int kLeastUrgent = 19;
    setpriority(PRIO_PROCESS, 0, kLeastUrgent);
    const sched_param none {};
    sched_setscheduler(0, SCHED_IDLE, &none);
}

int runEngineCommand(const EngineOptions& options, bool watchesFolders)
{
    signal(SIGPIPE, SIG_IGN);
    if (options.isGentle) beGentle();
    const StopOnSignal interrupt;
    const auto refuse = [](const Error& error) {
        writeLine(encode(engine_event::Refused { errorCodeName(error.code), error.detail }));
        return kNothingDone;
    };
    auto setup = options.setup();
    if (!setup) return refuse(setup.error());
    setup->watchesFolders = watchesFolders;
    const auto ended = runEngine(*setup, STDIN_FILENO, interrupt.token(), writeLine);
    return ended ? kDone : refuse(ended.error());
}

} // namespace

void addEngine(CLI::App& app, CliContext& context)
{
    auto options = std::make_shared<EngineOptions>();
    CLI::App* command = app.add_subcommand(
        "engine", "Serves other programs: commands and events as JSON lines on stdin and stdout");
    auto watches = std::make_shared<bool>(false);
    command->add_flag("--watch", *watches, "Scan what changes in the library's folders");
    options->addTo(*command);
    command->callback([&context, options, watches] {
        context.run = [options, watches] { return runEngineCommand(*options, *watches); };
    });
}

} // namespace circumplex::cli
