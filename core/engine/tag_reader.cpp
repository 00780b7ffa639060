#include "core/engine/tag_reader.h"

#include "core/audio/tag_json.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>
#include <thread>

namespace circumplex {

namespace {

using Clock = std::chrono::steady_clock;

/// Longest time until a stop is noticed.
constexpr std::chrono::milliseconds kPatience { 100 };
/// A process that hangs in the kernel (a share that does not answer) cannot be waited for.
constexpr std::chrono::milliseconds kLongestFuneral { 1000 };
constexpr std::size_t kMostLineBytes = std::size_t { 64 } << 20;

Error internal(const std::string& what, int systemError)
{
    return { ErrorCode::Internal, what + ": " + std::generic_category().message(systemError) };
}

/// A child that outlives or ignores its parent's signals would be blamed on the file it reads.
struct SpawnSettings {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;

    explicit SpawnSettings(int socket)
    {
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawnattr_init(&attributes);
        sigset_t none, fatal;
        sigemptyset(&none);
        sigemptyset(&fatal);
        for (const int signal : { SIGPIPE, SIGALRM, SIGINT, SIGTERM })
            sigaddset(&fatal, signal);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &fatal);
        // A group of its own: Ctrl-C in the terminal is for the parent.
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(
            &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnSettings()
    {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;
};

} // namespace

std::filesystem::path tagReaderProgram()
{
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path()
        / "circumplex-tagreader";
}

TagReader::TagReader(TagReaderOptions options)
    : m_options(std::move(options))
{
}

TagReader::~TagReader()
{
    end();
}

Result<void> TagReader::start()
{
    std::array<int, 2> sockets {};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return tl::unexpected(internal("no socket for the tag reader", errno));
    const SpawnSettings settings(sockets[1]);
    std::string program = m_options.program.native();
    std::string limit = std::to_string(m_options.maxCoverBytes);
    std::array<char*, 3> arguments { program.data(), limit.data(), nullptr };
    const int error = ::posix_spawn(&m_process, program.c_str(), &settings.actions,
        &settings.attributes, arguments.data(), environ);
    ::close(sockets[1]);
    if (error != 0) {
        m_process = 0;
        ::close(sockets[0]);
        return tl::unexpected(internal("cannot start " + program, error));
    }
    m_socket = sockets[0];
    m_answers = 0;
    m_received.clear();
    return {};
}

void TagReader::end()
{
    if (m_process == 0) return;
    ::close(m_socket);
    ::kill(m_process, SIGKILL);
    causeOfDeath();
}

/// Waits for the process, which is dying or dead, and forgets it.
std::string TagReader::causeOfDeath()
{
    int status = 0;
    pid_t ended = 0;
    const auto limit = Clock::now() + kLongestFuneral;
    while ((ended = ::waitpid(m_process, &status, WNOHANG)) == 0 && Clock::now() < limit)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    m_process = 0;
    m_socket = -1;
    if (ended <= 0) return "it does not end";
    if (WIFSIGNALED(status)) {
        const char* name = ::sigabbrev_np(WTERMSIG(status));
        return std::string("SIG") + (name ? name : "?");
    }
    return "exit status " + std::to_string(WEXITSTATUS(status));
}

bool TagReader::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

TagReader::Outcome TagReader::receive(std::stop_token& stop, std::string& line)
{
    const auto limit = Clock::now() + m_options.timeLimit;
    std::array<char, 1 << 16> block;
    for (;;) {
        if (const auto end = m_received.find('\n'); end != std::string::npos) {
            line = m_received.substr(0, end);
            m_received.erase(0, end + 1);
            return Outcome::Answered;
        }
        if (stop.stop_requested()) return Outcome::Stopped;
        const auto left
            = std::chrono::duration_cast<std::chrono::milliseconds>(limit - Clock::now());
        if (left.count() <= 0 || m_received.size() > kMostLineBytes) return Outcome::TooSlow;
        pollfd waiting { .fd = m_socket, .events = POLLIN, .revents = 0 };
        if (::poll(&waiting, 1, static_cast<int>(std::min(left, kPatience).count())) <= 0) continue;
        const ssize_t count = ::recv(m_socket, block.data(), block.size(), 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return Outcome::Died;
        m_received.append(block.data(), static_cast<std::size_t>(count));
    }
}

Result<FileTags> TagReader::read(const std::filesystem::path& path, std::stop_token stop)
{
    if (path.native().find('\0') != std::string::npos)
        return tl::unexpected(Error { ErrorCode::FileMissing, "There is no such file." });
    for (;;) {
        if (m_process == 0)
            if (auto started = start(); !started) return tl::unexpected(std::move(started.error()));
        const bool isFresh = m_answers == 0;
        std::string line;
        Outcome outcome = Outcome::Died;
        if (send({ path.c_str(), path.native().size() + 1 })) outcome = receive(stop, line);
        switch (outcome) {
        case Outcome::Answered:
            ++m_answers;
            if (auto tags = parseTagLine(line)) return std::move(*tags);
            // It writes what is not an answer: its memory is not to be trusted any more.
            end();
            return tl::unexpected(Error { ErrorCode::TagsUnreadable,
                "The tags are damaged: reading them gave nonsense. Write them again with a tag "
                "editor." });
        case Outcome::Died: {
            ::close(m_socket);
            ::kill(m_process, SIGKILL);
            const std::string cause = causeOfDeath();
            // A file before it may have done the damage; alone it shows who did.
            if (!isFresh) continue;
            return tl::unexpected(Error { ErrorCode::TagsUnreadable,
                "The tags are damaged: reading them ended the tag reader (" + cause
                    + "). Write them again with a tag editor." });
        }
        case Outcome::TooSlow:
            end();
            return tl::unexpected(Error { ErrorCode::Stalled,
                "Reading the tags took longer than " + std::to_string(m_options.timeLimit.count())
                    + " ms: they are damaged, or the drive does not answer." });
        case Outcome::Stopped:
            end();
            return tl::unexpected(
                Error { ErrorCode::Cancelled, "Reading the tags was cancelled." });
        }
    }
}

} // namespace circumplex
