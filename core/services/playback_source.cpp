#include "core/services/playback_source.h"

#include "core/audio/resampler.h"
#include "core/audio/sound_reader.h"

#include <rubberband/RubberBandStretcher.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <limits>
#include <memory>

namespace circumplex {

namespace {

constexpr double kAheadSeconds = 0.5;
constexpr double kReadySeconds = 0.2; ///< more than the server asks for at first
constexpr std::size_t kBlockFrames = 2048;

} // namespace

/// Sound of the file in, sound for the listener out: first the speed, then the rate.
class PlaybackSource::Chain {
public:
    Chain(int fromHz, int toHz, double speed)
        : m_left(fromHz, toHz)
        , m_right(fromHz, toHz)
    {
        if (std::abs(speed - 1.0) < 1e-6) return;
        using Stretcher = RubberBand::RubberBandStretcher;
        m_stretcher = std::make_unique<Stretcher>(static_cast<std::size_t>(fromHz), 2,
            Stretcher::OptionProcessRealTime | Stretcher::OptionPitchHighConsistency, 1.0 / speed);
        // Silence before the sound, and as much of the output left out, so that nothing is late.
        m_toDrop = m_stretcher->getStartDelay();
        const std::vector<float> silence(2 * m_stretcher->getPreferredStartPad());
        std::vector<float> nothing;
        push(silence, nothing, false);
    }

    /// @param interleaved  stereo; appended to `out` as stereo at the listener's rate
    void push(std::span<const float> interleaved, std::vector<float>& out, bool isLast)
    {
        const std::size_t frames = interleaved.size() / 2;
        std::array<std::vector<float>, 2> sides { std::vector<float>(frames),
            std::vector<float>(frames) };
        for (std::size_t i = 0; i < frames; ++i) {
            sides[0][i] = interleaved[2 * i];
            sides[1][i] = interleaved[2 * i + 1];
        }
        if (m_stretcher) stretch(sides, isLast);
        std::array<std::vector<float>, 2> resampled;
        m_left.push(sides[0], resampled[0]);
        m_right.push(sides[1], resampled[1]);
        if (isLast) {
            m_left.finish(resampled[0]);
            m_right.finish(resampled[1]);
        }
        for (std::size_t i = 0; i < resampled[0].size(); ++i) {
            out.push_back(resampled[0][i]);
            out.push_back(resampled[1][i]);
        }
    }

private:
    void stretch(std::array<std::vector<float>, 2>& sides, bool isLast)
    {
        const std::array<const float*, 2> input { sides[0].data(), sides[1].data() };
        m_stretcher->process(input.data(), sides[0].size(), isLast);
        const auto made = static_cast<std::size_t>(std::max(m_stretcher->available(), 0));
        for (auto& side : sides)
            side.resize(made);
        const std::array<float*, 2> output { sides[0].data(), sides[1].data() };
        if (made > 0) m_stretcher->retrieve(output.data(), made);
        const std::size_t dropped = std::min(m_toDrop, made);
        for (auto& side : sides)
            side.erase(side.begin(), side.begin() + static_cast<std::ptrdiff_t>(dropped));
        m_toDrop -= dropped;
    }

    std::unique_ptr<RubberBand::RubberBandStretcher> m_stretcher;
    std::size_t m_toDrop = 0;
    Resampler m_left, m_right;
};

PlaybackSource::PlaybackSource(std::filesystem::path path, int rateHz)
    : m_path(std::move(path))
    , m_rateHz(rateHz)
    , m_thread([this](std::stop_token stop) { run(std::move(stop)); })
{
}

PlaybackSource::~PlaybackSource() = default;

void PlaybackSource::begin(const PlaybackPlan& plan)
{
    const std::lock_guard lock(m_mutex);
    m_plan = plan;
    ++m_turn;
    m_buffer.clear();
    m_stretches.clear();
    m_gaps.clear();
    m_decodedFrames = 0;
    m_readFrames = 0;
    m_hasEnded = m_failure.has_value();
    m_endFrame.reset();
    m_changed.notify_all();
}

void PlaybackSource::read(std::span<float> out)
{
    const std::lock_guard lock(m_mutex);
    const std::size_t count = std::min(out.size(), m_buffer.size());
    std::copy_n(m_buffer.begin(), count, out.begin());
    m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(count));
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(count), out.end(), 0.0F);
    m_readFrames += static_cast<std::int64_t>(out.size() / 2);
    const auto missing = static_cast<std::int64_t>((out.size() - count) / 2);
    if (m_hasEnded && m_buffer.empty() && !m_endFrame) m_endFrame = m_readFrames - missing;
    // Behind the end secondsAt() stays by itself.
    if (missing > 0 && !m_endFrame) {
        const std::int64_t before = m_gaps.empty() ? 0 : m_gaps.back().silent;
        m_gaps.push_back({ m_readFrames, before + missing });
    }
    m_changed.notify_all();
}

double PlaybackSource::secondsAt(std::int64_t frame) const
{
    const std::lock_guard lock(m_mutex);
    std::int64_t silent = 0;
    for (const Gap& gap : m_gaps) {
        const std::int64_t length = gap.silent - silent;
        if (frame <= gap.frame - length) break;
        silent += std::min(length, frame - (gap.frame - length));
    }
    const std::int64_t decoded = std::clamp<std::int64_t>(frame - silent, 0, m_decodedFrames);
    const auto after = std::ranges::upper_bound(m_stretches, decoded, {}, &Stretch::frame);
    if (after == m_stretches.begin()) return m_plan.beginSeconds;
    const Stretch& stretch = *std::prev(after);
    return stretch.seconds
        + static_cast<double>(decoded - stretch.frame) * stretch.speed / m_rateHz;
}

std::optional<std::int64_t> PlaybackSource::endFrame() const
{
    const std::lock_guard lock(m_mutex);
    return m_endFrame;
}

bool PlaybackSource::isReady() const
{
    const std::lock_guard lock(m_mutex);
    const auto enough = static_cast<std::size_t>(2.0 * kReadySeconds * m_rateHz);
    return m_buffer.size() >= enough || m_hasEnded || m_failure;
}

std::optional<Error> PlaybackSource::failure() const
{
    const std::lock_guard lock(m_mutex);
    return m_failure;
}

bool PlaybackSource::isCurrent(int turn) const
{
    const std::lock_guard lock(m_mutex);
    return m_turn == turn;
}

/// @returns false: something else is to be decoded now
bool PlaybackSource::push(std::span<const float> frames, std::stop_token stop, int turn)
{
    const auto most = static_cast<std::size_t>(2.0 * kAheadSeconds * m_rateHz);
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [&] { return m_turn != turn || m_buffer.size() < most; });
    if (m_turn != turn || stop.stop_requested()) return false;
    m_buffer.insert(m_buffer.end(), frames.begin(), frames.end());
    m_decodedFrames += static_cast<std::int64_t>(frames.size() / 2);
    return true;
}

void PlaybackSource::run(std::stop_token stop)
{
    const auto fail = [this](Error error) {
        const std::lock_guard lock(m_mutex);
        m_failure = std::move(error);
        m_hasEnded = true;
    };
    try {
        auto reader = SoundReader::open(m_path, SoundReader::Layout::Stereo, stop);
        if (!reader) return fail(std::move(reader.error()));
        for (int done = 0; !stop.stop_requested();) {
            PlaybackPlan plan;
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, stop, [&] { return m_turn != done; });
                done = m_turn;
                plan = m_plan;
            }
            if (!stop.stop_requested()) decode(**reader, stop, plan, done);
        }
    } catch (const std::exception& exception) {
        fail({ ErrorCode::Internal, exception.what() });
    }
}

void PlaybackSource::decode(
    SoundReader& reader, std::stop_token stop, const PlaybackPlan& plan, int turn)
{
    const int fileHz = reader.format().sampleRateHz;
    const auto sampleAt = [fileHz](double seconds) {
        return static_cast<std::int64_t>(std::llround(std::max(seconds, 0.0) * fileHz));
    };
    std::vector<float> block(2 * kBlockFrames);
    std::vector<float> out;
    std::int64_t position = sampleAt(plan.beginSeconds);
    for (bool goesOn = true; goesOn;) {
        if (auto ready = reader.seek(position); !ready) {
            const std::lock_guard lock(m_mutex);
            m_failure = std::move(ready.error());
            m_hasEnded = true;
            return;
        }
        // A loop that lies behind is not entered from after its end.
        const bool loops = plan.loop && position < sampleAt(plan.loop->second);
        const std::int64_t end = loops ? sampleAt(plan.loop->second)
            : plan.endSeconds          ? sampleAt(*plan.endSeconds)
                                       : std::numeric_limits<std::int64_t>::max();
        {
            const std::lock_guard lock(m_mutex);
            if (m_turn != turn) return;
            m_stretches.push_back(
                { m_decodedFrames, static_cast<double>(position) / fileHz, plan.speed });
        }
        Chain chain(fileHz, m_rateHz, plan.speed);
        bool isLast = false;
        while (!isLast) {
            if (!isCurrent(turn)) return;
            const auto most
                = static_cast<std::size_t>(std::min<std::int64_t>(kBlockFrames, end - position));
            std::size_t count = 0;
            if (most > 0) {
                auto read = reader.read(std::span(block).first(2 * most));
                if (!read) {
                    const std::lock_guard lock(m_mutex);
                    m_failure = std::move(read.error());
                    m_hasEnded = true;
                    return;
                }
                count = *read;
            }
            position += static_cast<std::int64_t>(count);
            isLast = count == 0 || position >= end;
            out.clear();
            chain.push(std::span(block).first(2 * count), out, isLast);
            if (!push(out, stop, turn)) return;
        }
        goesOn = loops && plan.loop->first < plan.loop->second;
        if (goesOn) position = sampleAt(plan.loop->first);
    }
    const std::lock_guard lock(m_mutex);
    if (m_turn == turn) m_hasEnded = true;
}

} // namespace circumplex
