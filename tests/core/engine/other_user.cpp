#include "tests/core/engine/other_user.h"

#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <exception>

namespace circumplex::test {

namespace {

constexpr unsigned kNobody = 65534;

[[noreturn]] void runChild(const std::function<std::string()>& work, int out)
{
    std::string answer;
    if (::geteuid() == 0
        && (::setgroups(0, nullptr) != 0 || ::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) {
        answer = "cannot become another user";
    } else {
        try {
            answer = work();
        } catch (const std::exception& exception) {
            answer = std::string("exception: ") + exception.what();
        }
    }
    const bool isWritten
        = ::write(out, answer.data(), answer.size()) == static_cast<ssize_t>(answer.size());
    ::_exit(isWritten ? 0 : 1);
}

} // namespace

std::string asOtherUser(const std::function<std::string()>& work)
{
    std::array<int, 2> pipe {};
    if (::pipe(pipe.data()) != 0) return "no pipe";
    const pid_t child = ::fork();
    if (child == 0) runChild(work, pipe[1]);
    ::close(pipe[1]);
    std::string answer;
    std::array<char, 4096> block;
    for (ssize_t count = 0; (count = ::read(pipe[0], block.data(), block.size())) > 0;)
        answer.append(block.data(), static_cast<std::size_t>(count));
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? answer : "died";
}

} // namespace circumplex::test
