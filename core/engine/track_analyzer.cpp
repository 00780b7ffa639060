#include "core/engine/track_analyzer.h"

#include "core/audio/resampler.h"
#include "core/engine/block_queue.h"
#include "core/ml/compute_device.h"
#include "core/ml/encoders/sinc_resampler.h"
#include "core/ml/first_impression.h"
#include "core/ml/model_error.h"
#include "core/ml/stopwatch.h"
#include "core/ml/weights/model_card.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <functional>
#include <thread>
#include <utility>

namespace circumplex {

namespace {

constexpr double kQueueSeconds = 60.0; ///< of sound between the decoder and a listener
constexpr double kLargestGainDecibels = 40.0; ///< what is softer stays soft

/// A resampler of either kind.
struct Resampling {
    std::function<void(std::span<const float>, std::vector<float>&)> push;
    std::function<void(std::vector<float>&)> finish;
};

template <class Kind> Resampling resampling(int fromHz, int toHz)
{
    const auto resampler = std::make_shared<Kind>(fromHz, toHz);
    return { [resampler](auto mono, auto& out) { resampler->push(mono, out); },
        [resampler](auto& out) { resampler->finish(out); } };
}

/// Brings the decoder's sound to one listener's rate and to its thread.
class Listening {
public:
    /// @param stop  requested when the listener fails; once requested, `end` is not called
    /// @param take  called with every block on the listener's thread
    /// @param end   called there after the last one
    Listening(Resampling resampling, int rateHz, std::stop_source& stop,
        std::function<void(std::span<const float>)> take, std::function<void()> end)
        : m_resampling(std::move(resampling))
        , m_queue(static_cast<std::size_t>(kQueueSeconds * rateHz))
        , m_thread([this, &stop, take = std::move(take), end = std::move(end)] {
            try {
                while (const auto block = m_queue.pop())
                    take(*block);
                if (!stop.stop_requested()) end();
            } catch (...) {
                m_failure = std::current_exception();
                m_queue.abandon();
                stop.request_stop();
            }
        })
    {
    }

    ~Listening() { m_queue.close(); }

    void push(std::span<const float> mono)
    {
        std::vector<float> block;
        {
            const Stopwatch watch(m_resampleSeconds);
            m_resampling.push(mono, block);
        }
        if (!block.empty()) m_queue.push(std::move(block));
    }

    void flush()
    {
        std::vector<float> block;
        m_resampling.finish(block);
        if (!block.empty()) m_queue.push(std::move(block));
    }

    /// Waits for the listener. @throws what it threw
    void join()
    {
        m_queue.close();
        m_thread.join();
        if (m_failure) std::rethrow_exception(m_failure);
    }

    double resampleSeconds() const { return m_resampleSeconds; }

private:
    Resampling m_resampling;
    double m_resampleSeconds = 0.0;
    BlockQueue m_queue;
    std::exception_ptr m_failure; ///< written by the thread, read after join()
    std::jthread m_thread;
};

} // namespace

float gainTo(std::optional<double> targetLufs, const LoudnessMeter& meter)
{
    const auto measured = meter.integratedLufs();
    if (!targetLufs || !measured) return 1.0F;
    return static_cast<float>(
        std::pow(10.0, std::min(*targetLufs - *measured, kLargestGainDecibels) / 20.0));
}

TrackAnalyzer::TrackAnalyzer(
    std::shared_ptr<const Annotator> annotator, const AnalysisSettings& settings)
    : m_annotator(std::move(annotator))
    , m_settings(settings)
{
}

Result<HeardTrack> TrackAnalyzer::listenTo(
    const std::filesystem::path& path, const DecodeOptions& decode, std::stop_token stop) const
{
    const ModelCard& card = m_annotator->card();
    const int encoderRate = card.encoderSampleRateHz();
    std::stop_source ownStop; // also ends the decoder when a listener fails
    const std::stop_callback forward(stop, [&ownStop] { ownStop.request_stop(); });

    const auto listener
        = m_annotator->listen(m_settings.mode, m_settings.grid, ownStop.get_token());
    LoudnessMeter loudness(encoderRate);
    std::int64_t sampleCount = 0;
    int fileRate = 0;
    double sinkSeconds = 0.0; // spent outside the decoder: resampling, or waiting for a listener
    std::optional<Listening> encoder, chords;

    const auto alive = [this] {
        if (m_settings.alive) m_settings.alive();
    };
    const auto hear = [&, first = true](std::span<const float> mono) mutable {
        if (std::exchange(first, false)) useThreads(m_settings.threads);
        alive();
        if (card.loudnessLufs) loudness.push(mono);
        listener->hear(mono);
    };
    const auto endHearing = [&] {
        useThreads(m_settings.threads);
        listener->endHearing(
            static_cast<double>(sampleCount) / fileRate, gainTo(card.loudnessLufs, loudness));
    };
    const auto hearChords = [&, first = true](std::span<const float> mono) mutable {
        if (std::exchange(first, false)) useThreads(1);
        alive();
        listener->hearChords(mono);
    };
    const auto endChords = [&] { listener->endChords(); };

    const AudioSink sink {
        .begin =
            [&](const AudioFormat& format) {
                fileRate = format.sampleRateHz;
                const bool asPublished = card.encoder == ModelCard::Encoder::Mert;
                encoder.emplace(asPublished ? resampling<SincResampler>(fileRate, encoderRate)
                                            : resampling<Resampler>(fileRate, encoderRate),
                    encoderRate, ownStop, hear, endHearing);
                chords.emplace(resampling<Resampler>(fileRate, ChordTracker::kSampleRateHz),
                    ChordTracker::kSampleRateHz, ownStop, hearChords, endChords);
            },
        .block =
            [&](std::span<const float> mono) {
                const Stopwatch watch(sinkSeconds);
                alive();
                sampleCount += static_cast<std::int64_t>(mono.size());
                encoder->push(mono);
                chords->push(mono);
            },
    };
    double decodeSeconds = 0.0;
    Result<DecodedAudio> audio;
    {
        const Stopwatch watch(decodeSeconds);
        audio = decodeAudio(path, sink, ownStop.get_token(), decode);
    }
    if (!audio) ownStop.request_stop();
    StageSeconds seconds;
    if (encoder) {
        try {
            if (audio) {
                encoder->flush();
                chords->flush();
            }
            encoder->join();
            chords->join();
        } catch (const TrackTooShort& error) {
            return tl::unexpected(Error { ErrorCode::AudioTooShort, error.what() });
        }
        seconds = listener->seconds();
        seconds.resample = encoder->resampleSeconds() + chords->resampleSeconds();
    }
    if (!audio) return tl::unexpected(audio.error());
    if (stop.stop_requested()) return tl::unexpected(Error { ErrorCode::Cancelled, "cancelled" });
    seconds.decode = decodeSeconds - sinkSeconds;
    return HeardTrack { listener->take(), *std::move(audio), seconds };
}

Result<HeardTrack> TrackAnalyzer::listen(
    const std::filesystem::path& path, std::stop_token stop) const
{
    return listenTo(path, m_settings.decode, std::move(stop));
}

Result<HeardTrack> TrackAnalyzer::glance(
    const std::filesystem::path& path, double durationSeconds, std::stop_token stop) const
{
    const auto starts = impressionStarts(durationSeconds);
    if (starts.empty()) return listen(path, std::move(stop));
    std::vector<HeardSection> sections;
    HeardTrack glanced;
    for (const double start : starts) {
        DecodeOptions decode = m_settings.decode;
        const double begin = decode.range.startSeconds + start;
        decode.range = { begin, begin + kImpressionSectionSeconds };
        auto section = listenTo(path, decode, stop);
        if (!section) return section;
        sections.push_back({ start, std::move(section->features) });
        glanced.audio = std::move(section->audio);
        glanced.seconds += section->seconds;
    }
    glanced.features = firstImpression(sections, durationSeconds, m_settings.mode);
    return glanced;
}

Result<AnalysedFile> TrackAnalyzer::analyze(
    const std::filesystem::path& path, std::stop_token stop) const
{
    auto heard = listen(path, stop);
    if (!heard) return tl::unexpected(heard.error());
    useThreads(m_settings.threads);
    AnalysedFile file { {}, heard->seconds };
    file.annotation
        = m_annotator->judge(heard->features, m_settings.mode, m_settings.grid, file.seconds.head);
    if (!heard->audio.warning.empty()) file.annotation.warnings.push_back(heard->audio.warning);
    return file;
}

} // namespace circumplex
