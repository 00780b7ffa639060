#pragma once

#include <ATen/core/Tensor.h>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace circumplex {

/// The one place of a device where the windows of many tracks meet: jobs hand it a window each and
/// wait, it runs those of one length together. A device that is out of memory gets half as many at
/// a time, with a notice.
///
/// Any number of threads may call embed() at once. Its own thread does the work.
class WindowBatcher {
public:
    /// [batch, sample] -> [batch, frame, dimension]
    using Encode = std::function<at::Tensor(const at::Tensor& windows)>;

    struct Setup {
        Encode encode;
        std::size_t largestBatch = 16;
        std::function<void(const std::string&)>
            notice; ///< English sentences, on the batcher's thread
    };

    explicit WindowBatcher(Setup setup);
    ~WindowBatcher(); ///< no embed() may be waiting

    /// Waits until the window's batch was run; while many wait, that slows their tracks' decoders
    /// down.
    /// @param window  [1, sample]
    /// @return [1, frame, dimension]
    /// @throws what the encoder threw; c10::OutOfMemoryError if not even this window alone fits
    at::Tensor embed(const at::Tensor& window);

    std::size_t batchLimit() const; ///< as memory allowed so far

private:
    struct Request {
        at::Tensor window;
        at::Tensor result;
        std::exception_ptr failure;
        bool isDone = false;
    };
    using Batch = std::vector<Request*>;

    void serve(const std::stop_token& stop);
    Batch nextBatch(const std::stop_token& stop);
    void run(const Batch& batch);
    bool fits(const Batch& batch);
    void encode(const Batch& batch);

    Setup m_setup;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::condition_variable m_done;
    std::deque<Request*> m_waiting;
    std::size_t m_batchLimit;
    std::jthread m_thread;
};

} // namespace circumplex
