#include "core/audio/loudness_meter.h"

#include <ebur128.h>

#include <cmath>
#include <new>
#include <stdexcept>
#include <string>

namespace circumplex {

namespace {

struct Destroy {
    void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
};

} // namespace

struct LoudnessMeter::State {
    std::unique_ptr<ebur128_state, Destroy> ebur128;
};

LoudnessMeter::LoudnessMeter(int sampleRateHz)
    : m_state(std::make_unique<State>())
{
    // With a histogram of 0.1 LU steps memory does not grow with the length.
    if (sampleRateHz > 0)
        m_state->ebur128.reset(ebur128_init(
            1, static_cast<unsigned long>(sampleRateHz), EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM));
    if (!m_state->ebur128)
        throw std::invalid_argument(
            "cannot measure loudness at " + std::to_string(sampleRateHz) + " Hz");
}

LoudnessMeter::~LoudnessMeter() = default;

void LoudnessMeter::push(std::span<const float> mono)
{
    if (ebur128_add_frames_float(m_state->ebur128.get(), mono.data(), mono.size())
        != EBUR128_SUCCESS)
        throw std::bad_alloc(); // the only failure it has
}

std::optional<double> LoudnessMeter::integratedLufs() const
{
    double lufs = 0.0;
    const int status = ebur128_loudness_global(m_state->ebur128.get(), &lufs);
    if (status != EBUR128_SUCCESS || !std::isfinite(lufs)) return std::nullopt;
    return lufs;
}

} // namespace circumplex
