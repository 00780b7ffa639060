#include "core/ml/harmony/constant_q.h"

#include "core/ml/vector_dispatch.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>

namespace circumplex {

namespace {

constexpr double kLowestHz = 32.70319566257483; // C1
constexpr double kFilterRateHz = 11025.0; // at which the sixth octave is analysed
constexpr double kFilterOctave = 5.0; // the sixth
constexpr double kSparsity = 0.01;

// Input samples worth a round of work.
constexpr std::size_t kRoundSamples = std::size_t { 1 } << 17;

// The halving filter reaches kReach samples to each side.
constexpr std::int64_t kReach = 191;
constexpr std::int64_t kBlock = 64; ///< halved samples that are made together
constexpr std::int64_t kBlockReach = 2 * kBlock + kReach; ///< from the block's begin

// Filters are applied to some frames and a group of 8 bins together; a register holds the 8 real
// and the 8 imaginary parts.
constexpr int kFrames = 6;
constexpr int kGroupBins = kLaneCount / 2;

/// soxr's 2:1 filter in quality HQ, measured; times sqrt(2), as librosa keeps energy per sample.
/// [2 * kReach + 1], symmetric
std::vector<double> halvingFilter()
{
    constexpr double kCutoff = 0.47843591;
    constexpr double kBeta = 13.03978739;
    constexpr double kWindowReach = 194.498174;
    std::vector<double> taps;
    double sum = 0.0;
    for (std::int64_t k = -kReach; k <= kReach; ++k) {
        const double x = std::numbers::pi * kCutoff * static_cast<double>(k);
        const double place = static_cast<double>(k) / kWindowReach;
        const double window = std::cyl_bessel_i(0.0, kBeta * std::sqrt(1.0 - place * place))
            / std::cyl_bessel_i(0.0, kBeta);
        taps.push_back((k == 0 ? 1.0 : std::sin(x) / x) * window);
        sum += taps.back();
    }
    for (double& tap : taps)
        tap *= std::numbers::sqrt2 / sum;
    return taps;
}

struct HalvingInput {
    const float *even, *odd;
    std::span<const float> evenTaps, oddTaps;
};

/// sums[i] += taps[0] x[i] + taps[1] x[i + 1] + ...
[[gnu::always_inline]] inline void addFiltered(
    std::array<Lanes, kBlock / kLaneCount>& sums, const float* x, std::span<const float> taps)
{
    for (std::size_t tap = 0; tap < taps.size(); ++tap)
#pragma GCC unroll 16
        for (std::size_t i = 0; i < sums.size(); ++i) {
            Lanes shifted;
            std::memcpy(&shifted, x + tap + i * kLaneCount, sizeof shifted);
            sums[i] += taps[tap] * shifted;
        }
}

[[gnu::always_inline]] inline void halveBlocks(
    const HalvingInput& in, std::int64_t blockCount, float* out)
{
    for (std::int64_t begin = 0; begin < blockCount * kBlock; begin += kBlock) {
        std::array<Lanes, kBlock / kLaneCount> sums {};
        addFiltered(sums, in.even + begin, in.evenTaps);
        addFiltered(sums, in.odd + begin, in.oddTaps);
        std::memcpy(out + begin, &sums, sizeof sums);
    }
}

/// Magnitudes of some frames in one group of bins.
/// @param filters  [sample, part of the group's bins]
/// @param out      [frame, bin of the group]
[[gnu::always_inline]] inline void filterFrames(const std::array<const float*, kFrames>& frames,
    std::int64_t size, const float* filters, float* out)
{
    std::array<Lanes, kFrames> sums {};
    for (std::int64_t i = 0; i < size; ++i, filters += kLaneCount) {
        Lanes taps;
        std::memcpy(&taps, filters, sizeof taps);
#pragma GCC unroll 16
        for (std::size_t frame = 0; frame < kFrames; ++frame)
            sums[frame] += frames[frame][i] * taps;
    }
    for (const Lanes& sum : sums)
        for (int bin = 0; bin < kGroupBins; ++bin)
            *out++ = std::sqrt(sum[bin] * sum[bin] + sum[kGroupBins + bin] * sum[kGroupBins + bin]);
}

double qualityOf(int binsPerOctave)
{
    const double step = std::exp2(2.0 / binsPerOctave);
    return (step + 1.0) / (step - 1.0);
}

double filterHz(int bin, int binsPerOctave)
{
    return kLowestHz * std::exp2(kFilterOctave + double(bin) / binsPerOctave);
}

/// Zeroes the smallest entries that together make up kSparsity of the row's magnitude.
void sparsify(std::span<c10::complex<double>> row)
{
    std::vector<double> magnitudes;
    double total = 0.0;
    for (const auto& entry : row) {
        magnitudes.push_back(std::abs(entry));
        total += magnitudes.back();
    }
    std::sort(magnitudes.begin(), magnitudes.end());
    double sum = 0.0;
    const auto threshold = std::find_if(magnitudes.begin(), magnitudes.end(),
        [&](double magnitude) { return (sum += magnitude) / total >= kSparsity; });
    for (auto& entry : row)
        if (std::abs(entry) < *threshold) entry = 0.0;
}

/// What the sparse spectra amount to on samples, [group, sample, part of the group's bins].
std::vector<float> filtersOf(const at::Tensor& basis)
{
    const auto size = 2 * (basis.size(1) - 1);
    const auto bins = static_cast<int>(basis.size(0));
    auto spectra = at::zeros({ bins, size }, at::kComplexDouble);
    spectra.slice(1, 0, basis.size(1)).copy_(basis);
    const auto filters = at::view_as_real(at::fft_fft(spectra)).contiguous(); // [bin, sample, part]
    const auto value = filters.accessor<double, 3>();
    const auto groups = (bins + kGroupBins - 1) / kGroupBins;
    std::vector<float> packed(static_cast<std::size_t>(groups * size * kLaneCount), 0.0F);
    for (int bin = 0; bin < bins; ++bin) {
        const double length = qualityOf(bins) * kFilterRateHz / filterHz(bin, bins);
        float* out = packed.data() + bin / kGroupBins * size * kLaneCount + bin % kGroupBins;
        for (std::int64_t i = 0; i < size; ++i, out += kLaneCount)
            for (std::int64_t part = 0; part < 2; ++part)
                out[part * kGroupBins]
                    = static_cast<float>(value[bin][i][part] / std::sqrt(length));
    }
    return packed;
}

} // namespace

at::Tensor constantQBasis(int binsPerOctave)
{
    const double quality = qualityOf(binsPerOctave);
    const double longest = quality * kFilterRateHz / filterHz(0, binsPerOctave);
    const auto size = static_cast<std::int64_t>(std::exp2(std::ceil(std::log2(longest))));
    auto filters = at::zeros({ binsPerOctave, size }, at::kComplexDouble);
    for (int bin = 0; bin < binsPerOctave; ++bin) {
        const double hz = filterHz(bin, binsPerOctave);
        const double length = quality * kFilterRateHz / hz;
        const auto begin = static_cast<std::int64_t>(std::floor(-length / 2.0));
        const auto count = static_cast<std::int64_t>(std::floor(length / 2.0)) - begin;
        auto* row = filters[bin].mutable_data_ptr<c10::complex<double>>() + (size - count) / 2;
        double sum = 0.0;
        for (std::int64_t i = 0; i < count; ++i) {
            const double turn
                = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
            const double window = 0.5 - 0.5 * std::cos(turn);
            const double phase
                = 2.0 * std::numbers::pi * hz * static_cast<double>(begin + i) / kFilterRateHz;
            row[i] = c10::polar(window, phase);
            sum += window;
        }
        for (std::int64_t i = 0; i < count; ++i)
            row[i] *= length / (sum * static_cast<double>(size));
    }
    const auto basis = at::fft_fft(filters).slice(1, 0, size / 2 + 1).contiguous();
    for (int bin = 0; bin < binsPerOctave; ++bin)
        sparsify({ basis[bin].mutable_data_ptr<c10::complex<double>>(),
            static_cast<std::size_t>(basis.size(1)) });
    return basis.to(at::kComplexFloat);
}

ConstantQ::ConstantQ(const ConstantQShape& shape)
    : m_shape(shape)
    , m_firstAnalysed(static_cast<std::size_t>(7 - shape.octaves))
{
    const auto taps = halvingFilter();
    for (std::size_t i = 0; i < taps.size(); ++i) // the first is tap -kReach, an odd one
        (i % 2 == 0 ? m_oddTaps : m_evenTaps).push_back(static_cast<float>(taps[i]));
    const auto basis = constantQBasis(shape.binsPerOctave);
    m_transformSize = 2 * (basis.size(1) - 1);
    m_filters = filtersOf(basis);
    reset();
}

std::size_t ConstantQ::binCount() const
{
    return binsPerOctave() * static_cast<std::size_t>(m_shape.octaves);
}

void ConstantQ::reset()
{
    Level empty;
    empty.start = -std::max(kReach, m_transformSize / 2);
    empty.samples.assign(static_cast<std::size_t>(-empty.start), 0.0F);
    m_levels.assign(m_firstAnalysed + static_cast<std::size_t>(m_shape.octaves), empty);
    m_inputCount = m_frameCount = 0;
    m_waiting = 0;
}

void ConstantQ::push(std::span<const float> samples, std::vector<float>& rows)
{
    while (!samples.empty()) {
        const auto part = samples.first(std::min(samples.size(), kRoundSamples - m_waiting));
        samples = samples.subspan(part.size());
        m_levels[0].samples.insert(m_levels[0].samples.end(), part.begin(), part.end());
        m_inputCount += static_cast<std::int64_t>(part.size());
        m_waiting += part.size();
        if (m_waiting < kRoundSamples) return;
        m_waiting = 0;
        std::int64_t endFrame = m_inputCount; // more than there can be
        for (std::size_t i = 0; i < m_levels.size(); ++i) {
            const Level& level = m_levels[i];
            if (i + 1 < m_levels.size() && level.end() >= kBlockReach)
                halve(i, (level.end() - kBlockReach) / (2 * kBlock) + 1);
            if (!isAnalysed(i)) continue;
            const auto complete = level.end() - m_transformSize / 2;
            endFrame = std::min(endFrame, complete < 0 ? 0 : complete / hop(i) + 1);
        }
        analyse(endFrame, rows);
        dropUsedSamples();
    }
}

void ConstantQ::finish(std::vector<float>& rows)
{
    std::int64_t endFrame = m_inputCount;
    std::int64_t count = m_inputCount;
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        if (isAnalysed(i)) endFrame = std::min(endFrame, count / hop(i) + 1);
        // zeros for the last frame, which is centred within the signal, and for the last block
        m_levels[i].samples.insert(m_levels[i].samples.end(),
            static_cast<std::size_t>(m_transformSize + kBlockReach), 0.0F);
        count = (count + 1) / 2;
        if (i + 1 == m_levels.size()) break;
        halve(i, (count + kBlock - 1) / kBlock);
        Level& next = m_levels[i + 1];
        next.samples.resize(static_cast<std::size_t>(count - next.start));
    }
    analyse(endFrame, rows);
    reset();
}

void ConstantQ::halve(std::size_t index, std::int64_t endBlock)
{
    Level& level = m_levels[index];
    const auto blockCount = endBlock - level.halvedBlocks;
    if (blockCount <= 0) return;
    const float* in = level.at(level.halvedBlocks * 2 * kBlock - kReach); // an odd sample
    const auto pairs = static_cast<std::size_t>(blockCount * kBlock + kReach);
    m_even.resize(pairs);
    m_odd.resize(pairs);
    for (std::size_t i = 0; i < pairs; ++i) {
        m_odd[i] = in[2 * i];
        m_even[i] = in[2 * i + 1];
    }
    auto& out = m_levels[index + 1].samples;
    const auto oldSize = out.size();
    out.resize(oldSize + static_cast<std::size_t>(blockCount * kBlock));
    const HalvingInput input { m_even.data(), m_odd.data(), m_evenTaps, m_oddTaps };
    withWidestVectors<halveBlocks>(input, blockCount, out.data() + oldSize);
    level.halvedBlocks = endBlock;
}

void ConstantQ::analyse(std::int64_t endFrame, std::vector<float>& rows)
{
    if (endFrame <= m_frameCount) return;
    const auto oldSize = rows.size();
    rows.resize(oldSize + static_cast<std::size_t>(endFrame - m_frameCount) * binCount());
    float* out = rows.data() + oldSize;
    while (m_frameCount < endFrame) {
        const auto count = std::min<std::int64_t>(kFrames, endFrame - m_frameCount);
        for (std::size_t i = m_firstAnalysed; i < m_levels.size(); ++i)
            analyseOctave(i, count, out + (m_levels.size() - 1 - i) * binsPerOctave());
        m_frameCount += count;
        out += static_cast<std::size_t>(count) * binCount();
    }
}

void ConstantQ::analyseOctave(std::size_t level, std::int64_t count, float* out) const
{
    std::array<const float*, kFrames> frames {};
    for (std::int64_t i = 0; i < kFrames; ++i) // places beyond the last frame repeat it
        frames[static_cast<std::size_t>(i)] = m_levels[level].at(
            (m_frameCount + std::min(i, count - 1)) * hop(level) - m_transformSize / 2);
    std::array<float, kFrames * kGroupBins> magnitudes {};
    const float* filters = m_filters.data();
    for (std::size_t bin = 0; bin < binsPerOctave(); bin += kGroupBins) {
        withWidestVectors<filterFrames>(frames, m_transformSize, filters, magnitudes.data());
        filters += m_transformSize * kLaneCount;
        const auto bins = std::min<std::size_t>(kGroupBins, binsPerOctave() - bin);
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
            std::copy_n(magnitudes.data() + i * kGroupBins, bins, out + i * binCount() + bin);
    }
}

void ConstantQ::dropUsedSamples()
{
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        Level& level = m_levels[i];
        auto keepFrom = level.end();
        if (i + 1 < m_levels.size())
            keepFrom = std::min(keepFrom, level.halvedBlocks * 2 * kBlock - kReach);
        if (isAnalysed(i))
            keepFrom = std::min(keepFrom, m_frameCount * hop(i) - m_transformSize / 2);
        level.samples.erase(
            level.samples.begin(), level.samples.begin() + (keepFrom - level.start));
        level.start = keepFrom;
    }
}

} // namespace circumplex
