#pragma once

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace circumplex::test {

/// How long the program's event loop kept a caller waiting: another thread asks every 5 ms. Owned
/// and made on the thread of the event loop.
class StallWatch : public QObject {
public:
    StallWatch()
        : m_asker([this](const std::stop_token& stop) { ask(stop); })
    {
    }

    /// Since it was made or asked last, in milliseconds.
    double takeWorst() { return m_worst.exchange(0.0); }

private:
    using Clock = std::chrono::steady_clock;

    void ask(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            const auto asked = Clock::now();
            const auto answered = std::make_shared<std::atomic<bool>>(false);
            QMetaObject::invokeMethod(
                this,
                [this, asked, answered] {
                    const std::chrono::duration<double, std::milli> wait = Clock::now() - asked;
                    m_worst = std::max(m_worst.load(), wait.count());
                    *answered = true;
                },
                Qt::QueuedConnection);
            do {
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            } while (!*answered && !stop.stop_requested());
        }
    }

    std::atomic<double> m_worst = 0.0;
    std::jthread m_asker; // last: ends before what it writes to
};

} // namespace circumplex::test
