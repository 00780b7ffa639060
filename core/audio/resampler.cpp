#include "core/audio/resampler.h"

#include <soxr.h>

#include <new>
#include <stdexcept>
#include <string>

namespace circumplex {

struct Resampler::Soxr {
    soxr_t handle = nullptr; ///< nullptr: the rates are equal
    double outputPerInput = 1.0;

    ~Soxr()
    {
        if (handle) soxr_delete(handle);
    }

    /// @param mono  nullptr: no more will come
    void process(const float* mono, std::size_t count, std::vector<float>& out) const
    {
        // Room for what is expected; the loop fetches what was held back beyond that.
        const std::size_t room
            = static_cast<std::size_t>(static_cast<double>(count) * outputPerInput) + 1024;
        std::size_t consumed = 0;
        for (;;) {
            const std::size_t begin = out.size();
            out.resize(begin + room);
            std::size_t taken = 0;
            std::size_t made = 0;
            const soxr_error_t error = soxr_process(handle, mono ? mono + consumed : nullptr,
                count - consumed, &taken, out.data() + begin, room, &made);
            out.resize(begin + made);
            if (error) throw std::bad_alloc(); // nothing else fails in a running stream
            consumed += taken;
            if (consumed == count && made < room) return;
        }
    }
};

Resampler::Resampler(int fromHz, int toHz)
    : m_soxr(std::make_unique<Soxr>())
{
    if (fromHz < 1 || toHz < 1)
        throw std::invalid_argument("cannot resample from " + std::to_string(fromHz) + " Hz to "
            + std::to_string(toHz) + " Hz");
    if (fromHz == toHz) return;
    const soxr_io_spec_t io = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
    const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    const soxr_runtime_spec_t runtime = soxr_runtime_spec(/*num_threads=*/1);
    soxr_error_t error = nullptr;
    m_soxr->handle = soxr_create(fromHz, toHz, /*num_channels=*/1, &error, &io, &quality, &runtime);
    if (error) throw std::invalid_argument(std::string("cannot resample: ") + error);
    m_soxr->outputPerInput = static_cast<double>(toHz) / fromHz;
}

Resampler::~Resampler() = default;

void Resampler::push(std::span<const float> mono, std::vector<float>& out)
{
    if (mono.empty()) return; // to soxr, nothing would mean the end
    if (m_soxr->handle)
        m_soxr->process(mono.data(), mono.size(), out);
    else
        out.insert(out.end(), mono.begin(), mono.end());
}

void Resampler::finish(std::vector<float>& out)
{
    if (m_soxr->handle) m_soxr->process(nullptr, 0, out);
}

} // namespace circumplex
