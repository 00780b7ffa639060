#include "core/audio/block_writer.h"

#include <QTest>

extern "C" {
#include <libavutil/frame.h>
}

#include <cstring>
#include <limits>

namespace circumplex {

namespace {

struct FreeFrame {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
using Frame = std::unique_ptr<AVFrame, FreeFrame>;

/// Channels in a row, as many samples each as fit.
template <class Sample>
Frame planarFrame(AVSampleFormat format, int channels, const std::vector<Sample>& samples)
{
    Frame frame(av_frame_alloc());
    frame->format = format;
    frame->sample_rate = 48000;
    frame->nb_samples = static_cast<int>(samples.size()) / channels;
    av_channel_layout_default(&frame->ch_layout, channels);
    if (av_frame_get_buffer(frame.get(), 0) < 0) throw std::bad_alloc();
    const auto count = static_cast<std::size_t>(frame->nb_samples);
    for (int c = 0; c < channels; ++c)
        std::memcpy(frame->extended_data[c], &samples[static_cast<std::size_t>(c) * count],
            count * sizeof(Sample));
    return frame;
}

Frame silence(int rateHz, int count)
{
    Frame frame = planarFrame(AV_SAMPLE_FMT_FLTP, 1, std::vector<float>(std::size_t(count)));
    frame->sample_rate = rateHz;
    return frame;
}

} // namespace

class BlockWriterTest : public QObject {
    Q_OBJECT

private:
    DecodeWatch m_watch { {}, std::chrono::hours(1) };
    std::vector<float> m_mono;
    std::size_t m_largestBlock = 0;
    AudioSink m_sink { .begin = {}, .block = [this](std::span<const float> mono) {
                          m_mono.insert(m_mono.end(), mono.begin(), mono.end());
                          m_largestBlock = std::max(m_largestBlock, mono.size());
                      } };

    template <class Sample>
    std::vector<float> mixed(AVSampleFormat format, const std::vector<Sample>& leftThenRight)
    {
        BlockWriter writer(m_sink, {}, m_watch);
        const auto error = writer.write(*planarFrame(format, 2, leftThenRight));
        writer.finish();
        return error ? std::vector<float>() : m_mono;
    }

private Q_SLOTS:
    void init()
    {
        m_mono.clear();
        m_largestBlock = 0;
    }

    void unsignedBytes()
    {
        const auto mono = mixed<std::uint8_t>(AV_SAMPLE_FMT_U8P, { 0, 128, 255, 0, 192, 127 });
        QCOMPARE(mono, (std::vector<float> { -1.0F, 0.25F, 126.0F / 256 }));
    }

    void shortIntegers()
    {
        const auto mono = mixed<std::int16_t>(AV_SAMPLE_FMT_S16P, { -32768, 16384, -32768, 1 });
        QCOMPARE(mono, (std::vector<float> { -1.0F, 16385.0F / 65536 }));
    }

    void integers()
    {
        // The sum of two needs 33 bits.
        constexpr std::int32_t kMost = std::numeric_limits<std::int32_t>::max();
        constexpr std::int32_t kLeast = std::numeric_limits<std::int32_t>::min();
        const auto mono
            = mixed<std::int32_t>(AV_SAMPLE_FMT_S32P, { kLeast, kMost, kLeast, kLeast });
        QCOMPARE(mono, (std::vector<float> { -1.0F, -1.0F / 4294967296.0F }));
    }

    void longIntegers()
    {
        constexpr std::int64_t kHalf = std::int64_t { 1 } << 62;
        const auto mono = mixed<std::int64_t>(AV_SAMPLE_FMT_S64P, { kHalf, -kHalf, 0, -kHalf });
        QCOMPARE(mono, (std::vector<float> { 0.25F, -0.5F }));
    }

    void doubles()
    {
        // In float the sum would lose the small one.
        const auto mono = mixed<double>(AV_SAMPLE_FMT_DBLP, { 1.0, 0.5, -1.0, 1e-12 });
        QCOMPARE(mono, (std::vector<float> { 0.0F, 0.25F }));
        const auto small = mixed<double>(AV_SAMPLE_FMT_DBLP, { 1.0, -1.0 + 1e-12 });
        QVERIFY(small.back() > 4e-13F && small.back() < 6e-13F);
    }

    void aLargeFrameBecomesManyBlocks()
    {
        BlockWriter writer(m_sink, {}, m_watch);
        QVERIFY(!writer.write(*silence(768000, 1'000'000)));
        QVERIFY(!writer.write(*silence(768000, 7)));
        writer.finish();
        QCOMPARE(m_mono.size(), std::size_t(1'000'007));
        QCOMPARE(m_largestBlock, kMaxBlockSamples);
        QCOMPARE(writer.sampleCount(), std::int64_t(1'000'007));
    }

    void anotherRateIsBroughtToTheFirst()
    {
        BlockWriter writer(m_sink, {}, m_watch);
        QVERIFY(!writer.write(*silence(48000, 48000)));
        QVERIFY(!writer.write(*silence(8000, 8000)));
        QVERIFY(!writer.write(*silence(192000, 96000)));
        QVERIFY(!writer.write(*silence(48000, 480)));
        writer.finish();
        QCOMPARE(m_mono.size(), std::size_t(48000 + 48000 + 24000 + 480));
        QCOMPARE(writer.format().sampleRateHz, 48000);
    }

    void anAbsurdChangeOfRateIsRefused()
    {
        // One sample a second would become 768000.
        BlockWriter writer(m_sink, {}, m_watch);
        QVERIFY(!writer.write(*silence(768000, 100)));
        const auto error = writer.write(*silence(1, 16384));
        QVERIFY(error.has_value());
        QCOMPARE(error->code, ErrorCode::AudioFormat);
        QVERIFY(error->detail.find("768000 Hz to 1 Hz") != std::string::npos);
    }

    void impossibleFramesAreRefused()
    {
        BlockWriter writer(m_sink, {}, m_watch);
        QCOMPARE(writer.write(*silence(0, 10))->code, ErrorCode::AudioFormat);
        QCOMPARE(writer.write(*silence(-48000, 10))->code, ErrorCode::AudioFormat);
        QCOMPARE(writer.write(*silence(768001, 10))->code, ErrorCode::AudioFormat);
        const Frame wide = planarFrame(AV_SAMPLE_FMT_FLTP, 65, std::vector<float>(65));
        QCOMPARE(writer.write(*wide)->code, ErrorCode::AudioFormat);
        QVERIFY(m_mono.empty());
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::BlockWriterTest)
#include "tst_block_writer.moc"
