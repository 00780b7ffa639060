#include "core/engine/engine_server.h"

#include "core/engine/engine_mailbox.h"
#include "core/engine/folder_watch.h"
#include "core/library/feature_cache.h"
#include "core/library/folder_store.h"
#include "core/ml/compute_device.h"
#include "core/ml/encoders/encoder_cost.h"
#include "core/ml/model_error.h"
#include "core/ml/weights/model_card.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <optional>
#include <thread>
#include <utility>

namespace circumplex {

namespace {

/// A whole track of this length that takes more than kSlowSeconds makes a model slow.
constexpr double kUsualTrackSeconds = 240.0;
constexpr double kSlowSeconds = 5.0;

/// Reads commands until the other end is closed, which is as good as a Quit.
class CommandReader {
public:
    CommandReader(int input, Mailbox& mailbox, EventLines& events)
        : m_thread([input, &mailbox, &events](const std::stop_token& stop) {
            QByteArray text;
            std::array<char, 4096> buffer {};
            while (!stop.stop_requested()) {
                constexpr int kPatienceMs = 100;
                pollfd waiting { .fd = input, .events = POLLIN, .revents = 0 };
                if (::poll(&waiting, 1, kPatienceMs) <= 0) continue;
                const auto count = ::read(input, buffer.data(), buffer.size());
                if (count < 0 && errno == EINTR) continue;
                if (count <= 0) break;
                text.append(buffer.data(), count);
                for (qsizetype end = 0; (end = text.indexOf('\n')) >= 0;) {
                    auto command = decodeCommand(text.left(end));
                    text.remove(0, end + 1);
                    if (command)
                        mailbox.put(*std::move(command));
                    else
                        events.say(engine_event::Refused {
                            errorCodeName(command.error().code), command.error().detail });
                }
            }
            mailbox.put(EngineCommand { engine_command::Quit {} });
        })
    {
    }

private:
    std::jthread m_thread;
};

/// Brings folders up to date on a thread of its own, one scan after the other.
class Scanning {
public:
    Scanning(
        std::filesystem::path library, ScanOptions options, Mailbox& mailbox, EventLines& events)
        : m_library(std::move(library))
        , m_options(std::move(options))
        , m_mailbox(mailbox)
        , m_events(events)
    {
    }

    /// @param isAsked  by a command; otherwise something was seen to change
    void begin(engine_command::Scan wish, bool isAsked)
    {
        m_waiting.push_back({ std::move(wish), isAsked });
        if (!m_isRunning) next();
    }

    void ended()
    {
        m_isRunning = false;
        if (!m_waiting.empty()) next();
    }

private:
    struct Waiting {
        engine_command::Scan wish;
        bool isAsked = true;
    };

    void next()
    {
        m_isRunning = true;
        m_thread = std::jthread([this, waiting = m_waiting.front()](const std::stop_token& stop) {
            scan(waiting, stop);
            m_mailbox.put(ScanEnded {});
        });
        m_waiting.pop_front();
    }

    void scan(const Waiting& waiting, const std::stop_token& stop)
    {
        auto library = LibraryDatabase::open(m_library);
        if (!library) return refuse(library.error());
        LibraryScanner scanner(*library, m_options);
        const auto& names = waiting.wish.folders;
        const std::vector<std::filesystem::path> folders(names.begin(), names.end());
        const auto report = folders.empty() ? scanner.rescan(stop) : scanner.scan(folders, stop);
        if (!report) return refuse(report.error());
        for (const PathFailure& failure : report->failures)
            m_events.say(engine_event::Notice {
                failure.error.detail, failure.path.string(), errorCodeName(failure.error.code) });
        for (const OfflineFolder& folder : report->offline)
            m_events.say(engine_event::Notice { folder.reason, folder.path.string(), {} });
        // One that was stopped is said to be done by the one who does it to its end.
        if (report->wasStopped) return;
        m_events.say(engine_event::Scanned { report->added, report->updated, report->moved,
            report->unchanged, report->missing, static_cast<int>(report->failures.size()),
            waiting.isAsked });
    }

    void refuse(const Error& error)
    {
        m_events.say(engine_event::Refused { errorCodeName(error.code), error.detail });
    }

    std::filesystem::path m_library;
    ScanOptions m_options;
    Mailbox& m_mailbox;
    EventLines& m_events;
    std::deque<Waiting> m_waiting;
    bool m_isRunning = false;
    std::jthread m_thread;
};

/// One engine, put together. Members are torn down from the last to the first.
class Engine {
public:
    Engine(const EngineSetup& setup, LibraryDatabase& library, FeatureCache* cache,
        EventLines& events, Mailbox& mailbox)
        : m_devices(std::make_shared<DeviceSet>(setup.package, setup.devices, setup.dtype,
            [&events](const std::string& sentence) { events.notice(sentence); }))
        , m_analyzer(m_devices,
              { .settings = setup.settings,
                  .hearing = setup.hearing,
                  .programVersion = setup.programVersion,
                  .cache = cache,
                  .notice = [&events](const std::string& sentence) { events.notice(sentence); } })
        , m_workerCount(setup.settings.threads > 0
                  ? setup.settings.threads
                  : static_cast<int>(std::max(1U, std::thread::hardware_concurrency())))
        , m_pool({ .workerCount = m_workerCount,
              .coreCount = m_workerCount,
              .work = [this](const WorkerPool::Task& task) { return m_analyzer.run(task); },
              .started
              = [&events](
                    const AnalysisJob& job) { events.say(engine_event::Started { job.track }); },
              .finished
              = [&mailbox](FinishedJob job) { mailbox.put(Message { std::move(job) }); } })
        , m_guard(m_pool, setup.limits,
              [&events](const EngineEvent& lastWords) { events.say(lastWords); })
        , m_session(library, m_pool, *m_devices,
              { .model = setup.model,
                  .modelLabel = setup.modelLabel,
                  .dtype = setup.dtype,
                  .isSlow = isSlow(setup),
                  .workerCount = m_workerCount,
                  .volumes = setup.scanning.volumes,
                  .say = [&events](const EngineEvent& event) { events.say(event); } })
        , m_scanning(setup.library, setup.scanning, mailbox, events)
    {
    }

    AnalysisSession::Clock::time_point nextStep() const { return m_session.nextStep(); }
    void step() { m_session.step(); }

    /// @return whether to go on
    bool hear(Message message)
    {
        if (auto* job = std::get_if<FinishedJob>(&message)) {
            m_session.take(std::move(*job));
        } else if (std::holds_alternative<ScanEnded>(message)) {
            m_scanning.ended();
            m_session.libraryChanged();
        } else if (auto* change = std::get_if<FolderChange>(&message)) {
            m_scanning.begin({ std::move(change->folders) }, false);
        } else {
            return obey(std::get<EngineCommand>(message));
        }
        return true;
    }

private:
    /// How fast a model is follows from its products and the device's measured rate.
    bool isSlow(const EngineSetup& setup) const
    {
        if (m_devices->card().encoder != ModelCard::Encoder::Mert) return false;
        const double gflop = encoderGflopPerSecond(m_devices->card()) * kUsualTrackSeconds;
        return gflop / measuredGemmGflops(setup.devices.front(), setup.dtype) > kSlowSeconds;
    }

    bool obey(EngineCommand& command)
    {
        struct Obeying {
            Engine& engine;

            void operator()(const engine_command::Work& wish) const { engine.m_session.work(wish); }
            void operator()(const engine_command::Pause&) const { engine.m_session.pause(true); }
            void operator()(const engine_command::Resume&) const { engine.m_session.pause(false); }
            void operator()(const engine_command::Cancel&) const { engine.m_session.cancel(); }
            void operator()(const engine_command::Prioritise& wish) const
            {
                engine.m_session.prioritise(wish);
            }
            void operator()(const engine_command::Again& wish) const
            {
                engine.m_session.again(wish);
            }
            void operator()(const engine_command::Pace& pace) const
            {
                engine.m_session.setPace(pace.share);
            }
            void operator()(engine_command::Scan& wish) const
            {
                engine.m_scanning.begin(std::move(wish), true);
            }
            void operator()(const engine_command::Alone& suspects) const
            {
                engine.m_session.alone(suspects);
            }
            void operator()(const engine_command::GiveUp& loss) const
            {
                engine.m_session.giveUp(loss);
            }
            void operator()(const engine_command::Quit&) const { }
        };
        m_session.noteCommand();
        std::visit(Obeying { *this }, command);
        return !std::holds_alternative<engine_command::Quit>(command);
    }

    std::shared_ptr<DeviceSet> m_devices;
    JobAnalyzer m_analyzer;
    int m_workerCount;
    WorkerPool m_pool;
    EngineGuard m_guard;
    AnalysisSession m_session;
    Scanning m_scanning;
};

/// Scans by itself what changes in the library's folders.
class Watching {
public:
    Watching(LibraryDatabase& library, const VolumeTable::Sources& volumes, Mailbox& mailbox,
        EventLines& events)
        : m_library(library)
        , m_volumes(volumes)
        , m_mailbox(mailbox)
        , m_events(events)
    {
    }

    /// The library may have other folders now.
    void look()
    {
        auto folders = watchedFolders();
        if (folders == m_folders) return;
        m_folders = std::move(folders);
        m_watch.reset();
        m_watch = std::make_unique<FolderWatch>(
            m_folders,
            [this](const std::vector<std::filesystem::path>& changed) {
                FolderChange change;
                for (const auto& folder : changed)
                    change.folders.push_back(folder.string());
                m_mailbox.put(std::move(change));
            },
            [this](const std::string& sentence) { m_events.notice(sentence); },
            FolderWatchOptions { .volumes = m_volumes });
    }

private:
    /// Sorted, without those below another one. Empty if the library does not answer.
    std::vector<std::filesystem::path> watchedFolders() const
    {
        FolderStore store(m_library);
        const auto folders = store.folders();
        const auto volumes = store.volumes();
        std::vector<std::filesystem::path> paths;
        if (!folders || !volumes) return paths;
        for (const WatchedFolder& folder : *folders) {
            const auto volume = std::ranges::find(*volumes, folder.volume, &Volume::id);
            if (volume != volumes->end()) paths.push_back(absolutePath(*volume, folder.path));
        }
        std::ranges::sort(paths);
        std::vector<std::filesystem::path> tops;
        for (const auto& path : paths)
            if (tops.empty() || !isBelow(path.string(), tops.back().string())) tops.push_back(path);
        return tops;
    }

    LibraryDatabase& m_library;
    VolumeTable::Sources m_volumes;
    Mailbox& m_mailbox;
    EventLines& m_events;
    std::vector<std::filesystem::path> m_folders;
    std::unique_ptr<FolderWatch> m_watch;
};

/// A full disk or a busy library is waited for. @returns Cancelled if told to quit meanwhile
Result<LibraryDatabase> openPatiently(
    const std::filesystem::path& file, EventLines& events, Mailbox& mailbox)
{
    constexpr std::chrono::seconds kRetryAfter { 2 };
    for (;;) {
        auto library = LibraryDatabase::open(file);
        if (library
            || (library.error().code != ErrorCode::DiskFull
                && library.error().code != ErrorCode::DatabaseLocked))
            return library;
        events.say(engine_event::Status { { .activity = EngineStatus::Activity::Waiting,
            .waitingFor = QString::fromStdString(library.error().detail) } });
        if (mailbox.isToldToQuit(std::chrono::steady_clock::now() + kRetryAfter))
            return tl::unexpected(Error { ErrorCode::Cancelled, "told to quit" });
    }
}

} // namespace

Result<void> runEngine(const EngineSetup& setup, int input, std::stop_token stop,
    const std::function<void(const QByteArray&)>& output)
{
    EventLines events(output);
    events.say(engine_event::Status { { .activity = EngineStatus::Activity::Starting,
        .model = QString::fromStdString(setup.modelLabel) } });
    Mailbox mailbox;
    const CommandReader reader(input, mailbox, events);
    const std::stop_callback quit(
        stop, [&mailbox] { mailbox.put(EngineCommand { engine_command::Quit {} }); });
    auto library = openPatiently(setup.library, events, mailbox);
    if (!library) return tl::unexpected(library.error());
    for (const std::string& sentence : library->notices())
        events.notice(sentence);
    if (library->isReadOnly())
        return tl::unexpected(Error { ErrorCode::DatabaseReadOnly,
            "The library " + setup.library.string()
                + " can only be read, so that nothing can be analysed into it." });
    std::optional<FeatureCache> cache;
    if (setup.cacheBytes > 0) {
        auto opened = FeatureCache::open(setup.cache, setup.cacheBytes);
        if (opened) {
            cache.emplace(*std::move(opened));
            for (const std::string& sentence : cache->notices())
                events.notice(sentence);
        } else {
            events.notice(
                "What the model hears cannot be kept for later: " + opened.error().detail);
        }
    }
    try {
        Engine engine(setup, *library, cache ? &*cache : nullptr, events, mailbox);
        std::optional<Watching> watching;
        if (setup.watchesFolders) {
            watching.emplace(*library, setup.scanning.volumes, mailbox, events);
            watching->look();
        }
        for (bool goesOn = true; goesOn; engine.step()) {
            // All that waits is heard before anything is done, so that what belongs together is
            // known together.
            for (auto until = engine.nextStep(); goesOn; until = {}) {
                auto message = mailbox.take(until);
                if (!message) break;
                const bool mayHaveNewFolders = std::holds_alternative<ScanEnded>(*message);
                goesOn = engine.hear(*std::move(message));
                if (watching && mayHaveNewFolders) watching->look();
            }
        }
    } catch (const ModelError& error) {
        return tl::unexpected(Error { ErrorCode::ModelUnusable, error.what() });
    }
    return {};
}

} // namespace circumplex
