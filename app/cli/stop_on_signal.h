#pragma once

#include <csignal>
#include <ctime>
#include <stop_token>
#include <thread>

namespace circumplex::cli {

/// Turns an interrupt (Ctrl-C) or a request to end into a stop token, so that what is done stays
/// done and what is in work ends cleanly. A second one ends the program at once. Make it before
/// other threads.
class StopOnSignal {
public:
    StopOnSignal()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        m_waiter = std::jthread([this](std::stop_token end) {
            constexpr timespec kPatience { .tv_sec = 0, .tv_nsec = 50'000'000 };
            while (!end.stop_requested()) {
                if (sigtimedwait(&m_signals, nullptr, &kPatience) < 0) continue;
                m_stop.request_stop();
                pthread_sigmask(SIG_UNBLOCK, &m_signals, nullptr);
                return;
            }
        });
    }

    std::stop_token token() const { return m_stop.get_token(); }

private:
    sigset_t m_signals {};
    std::stop_source m_stop;
    std::jthread m_waiter;
};

} // namespace circumplex::cli
