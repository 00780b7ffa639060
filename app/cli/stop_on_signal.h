#pragma once

#include <csignal>
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
        sigset_t awaited = m_signals;
        sigaddset(&awaited, kFarewell);
        pthread_sigmask(SIG_BLOCK, &awaited, nullptr);
        m_waiter = std::jthread([this, awaited] {
            int signal = 0;
            while (sigwait(&awaited, &signal) != 0) { }
            if (signal == kFarewell) return;
            m_stop.request_stop();
            pthread_sigmask(SIG_UNBLOCK, &m_signals, nullptr);
        });
    }
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;
    ~StopOnSignal()
    {
        pthread_kill(m_waiter.native_handle(), kFarewell); // blocked everywhere but in sigwait
    }

    std::stop_token token() const { return m_stop.get_token(); }

private:
    static constexpr int kFarewell = SIGUSR1; ///< wakes the waiter, so that ending takes no time

    sigset_t m_signals {};
    std::stop_source m_stop;
    std::jthread m_waiter;
};

} // namespace circumplex::cli
