#pragma once

#include "core/engine/analysis_job.h"
#include "core/services/engine_lines.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace circumplex {

struct ScanEnded { };
/// Something in the library's folders is not as it was.
struct FolderChange {
    std::vector<std::string> folders {}; ///< raw bytes
};
using Message = std::variant<EngineCommand, FinishedJob, ScanEnded, FolderChange>;

/// What other threads have for the engine's one thread.
class Mailbox {
public:
    void put(Message message)
    {
        const std::scoped_lock lock(m_mutex);
        m_messages.push_back(std::move(message));
        m_arrived.notify_one();
    }

    std::optional<Message> take(std::chrono::steady_clock::time_point until)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait_until(lock, until, [this] { return !m_messages.empty(); });
        if (m_messages.empty()) return std::nullopt;
        Message message = std::move(m_messages.front());
        m_messages.pop_front();
        return message;
    }

    /// Leaves everything in the box. @return whether a Quit arrives until then
    bool isToldToQuit(std::chrono::steady_clock::time_point until)
    {
        std::unique_lock lock(m_mutex);
        return m_arrived.wait_until(lock, until, [this] {
            return std::ranges::any_of(m_messages, [](const Message& message) {
                const auto* command = std::get_if<EngineCommand>(&message);
                return command && std::holds_alternative<engine_command::Quit>(*command);
            });
        });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Message> m_messages;
};

/// Writes whole lines, from any thread.
class EventLines {
public:
    explicit EventLines(const std::function<void(const QByteArray&)>& output)
        : m_output(output)
    {
    }
    void say(const EngineEvent& event)
    {
        const QByteArray line = encode(event);
        const std::scoped_lock lock(m_mutex);
        m_output(line);
    }
    void notice(const std::string& sentence) { say(engine_event::Notice { sentence }); }

private:
    const std::function<void(const QByteArray&)>& m_output;
    std::mutex m_mutex;
};

} // namespace circumplex
