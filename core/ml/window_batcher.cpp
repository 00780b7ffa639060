#include "core/ml/window_batcher.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <utility>

namespace circumplex {

WindowBatcher::WindowBatcher(Setup setup)
    : m_setup(std::move(setup))
    , m_batchLimit(m_setup.largestBatch)
    , m_thread([this](const std::stop_token& stop) { serve(stop); })
{
}

WindowBatcher::~WindowBatcher() = default;

at::Tensor WindowBatcher::embed(const at::Tensor& window)
{
    Request request { .window = window, .result = {}, .failure = {} };
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&request);
    m_arrived.notify_one();
    m_done.wait(lock, [&request] { return request.isDone; });
    if (request.failure) std::rethrow_exception(request.failure);
    return request.result;
}

std::size_t WindowBatcher::batchLimit() const
{
    const std::scoped_lock lock(m_mutex);
    return m_batchLimit;
}

void WindowBatcher::serve(const std::stop_token& stop)
{
    const c10::InferenceMode guard;
    for (auto batch = nextBatch(stop); !batch.empty(); batch = nextBatch(stop)) {
        run(batch);
        {
            const std::scoped_lock lock(m_mutex);
            for (Request* request : batch)
                request->isDone = true;
        }
        m_done.notify_all();
    }
}

WindowBatcher::Batch WindowBatcher::nextBatch(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    Batch batch;
    if (!m_arrived.wait(lock, stop, [this] { return !m_waiting.empty(); })) return batch;
    const auto length = m_waiting.front()->window.size(1);
    for (auto it = m_waiting.begin(); it != m_waiting.end() && batch.size() < m_batchLimit;) {
        if ((*it)->window.size(1) == length) {
            batch.push_back(*it);
            it = m_waiting.erase(it);
        } else {
            ++it;
        }
    }
    return batch;
}

void WindowBatcher::run(const Batch& batch)
{
    for (std::size_t begin = 0; begin < batch.size();) {
        const auto count = std::min(m_batchLimit, batch.size() - begin);
        const Batch part(batch.begin() + static_cast<std::ptrdiff_t>(begin),
            batch.begin() + static_cast<std::ptrdiff_t>(begin + count));
        if (fits(part)) begin += count; // else again, with a smaller limit
    }
}

/// The memory of a failed attempt is only free once its exception is gone, so the second one comes
/// after.
bool WindowBatcher::fits(const Batch& batch)
{
    try {
        encode(batch);
        return true;
    } catch (const c10::OutOfMemoryError&) {
        if (batch.size() == 1) {
            batch.front()->failure = std::current_exception();
            return true;
        }
    }
    const std::scoped_lock lock(m_mutex);
    m_batchLimit = batch.size() / 2;
    m_setup.notice("The device has too little memory for " + std::to_string(batch.size())
        + " windows at once; going on with " + std::to_string(m_batchLimit) + ".");
    return false;
}

void WindowBatcher::encode(const Batch& batch)
{
    try {
        std::vector<at::Tensor> windows;
        for (const Request* request : batch)
            windows.push_back(request->window);
        const auto frames = m_setup.encode(at::cat(windows));
        for (std::size_t i = 0; i < batch.size(); ++i)
            batch[i]->result = frames.narrow(0, static_cast<std::int64_t>(i), 1);
    } catch (const c10::OutOfMemoryError&) {
        throw;
    } catch (...) {
        for (Request* request : batch)
            request->failure = std::current_exception();
    }
}

} // namespace circumplex
