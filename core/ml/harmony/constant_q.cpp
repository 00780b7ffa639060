#include "core/ml/harmony/constant_q.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace circumplex {

namespace {

constexpr double kLowestHz = 32.70319566257483; // C1
constexpr double kFilterRateHz = 11025.0; // at which the sixth octave is analysed
constexpr double kFilterOctave = 5.0; // the sixth
constexpr double kSparsity = 0.01;

// Input samples worth a round of matrix products.
constexpr std::size_t kRoundSamples = std::size_t { 1 } << 17;

// The halving filter reaches 191 samples to each side. It is computed as kHalvingTerms products of
// consecutive rows of kRowSamples samples, from kRowLead samples before the row on.
constexpr std::int64_t kRowSamples = 128;
constexpr std::int64_t kHalvedSamples = kRowSamples / 2;
constexpr std::int64_t kHalvingTerms = 4;
constexpr std::int64_t kRowLead = 192;
constexpr std::int64_t kRowReach = kHalvingTerms * kRowSamples - kRowLead; // from the row's begin

/// soxr's 2:1 filter in quality HQ, measured; times sqrt(2), as librosa keeps energy per sample.
std::vector<double> halvingFilter()
{
    constexpr int kReach = 191;
    constexpr double kCutoff = 0.47843591;
    constexpr double kBeta = 13.03978739;
    constexpr double kWindowReach = 194.498174;
    std::vector<double> taps;
    double sum = 0.0;
    for (int k = -kReach; k <= kReach; ++k) {
        const double x = std::numbers::pi * kCutoff * k;
        const double place = k / kWindowReach;
        const double window = std::cyl_bessel_i(0.0, kBeta * std::sqrt(1.0 - place * place))
            / std::cyl_bessel_i(0.0, kBeta);
        taps.push_back((k == 0 ? 1.0 : std::sin(x) / x) * window);
        sum += taps.back();
    }
    for (double& tap : taps)
        tap *= std::numbers::sqrt2 / sum;
    return taps;
}

/// [kRowSamples, kHalvedSamples] for each row of input that an output row reads.
std::vector<at::Tensor> halvingMatrices()
{
    const auto taps = halvingFilter();
    auto whole = at::zeros({ kHalvingTerms * kRowSamples, kHalvedSamples });
    auto entry = whole.accessor<float, 2>();
    const auto reach = static_cast<std::int64_t>(taps.size() / 2);
    for (std::int64_t out = 0; out < kHalvedSamples; ++out)
        for (std::int64_t k = -reach; k <= reach; ++k)
            entry[2 * out - k + kRowLead][out]
                = static_cast<float>(taps[static_cast<std::size_t>(k + reach)]);
    std::vector<at::Tensor> parts;
    for (const auto& part : whole.chunk(kHalvingTerms))
        parts.push_back(part.contiguous());
    return parts;
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

/// What the sparse spectra amount to on samples: [sample, part * bin], float.
at::Tensor filtersOf(const at::Tensor& basis)
{
    const auto bins = basis.size(0);
    const auto size = 2 * (basis.size(1) - 1);
    auto padded = at::zeros({ bins, size }, at::kComplexDouble);
    padded.slice(1, 0, basis.size(1)).copy_(basis);
    auto filters = at::view_as_real(at::fft_fft(padded)); // [bin, sample, part]
    const auto binsPerOctave = static_cast<int>(bins);
    for (int bin = 0; bin < binsPerOctave; ++bin) {
        const double length
            = qualityOf(binsPerOctave) * kFilterRateHz / filterHz(bin, binsPerOctave);
        filters.select(0, bin).div_(std::sqrt(length));
    }
    return filters.permute({ 1, 2, 0 }).reshape({ size, 2 * bins }).to(at::kFloat).contiguous();
}

at::Tensor viewOf(const float* samples, at::IntArrayRef sizes, at::IntArrayRef strides)
{
    return at::from_blob(const_cast<float*>(samples), sizes, strides, at::kFloat);
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
    , m_halving(halvingMatrices())
{
    const auto basis = constantQBasis(shape.binsPerOctave);
    m_transformSize = 2 * (basis.size(1) - 1);
    m_filters = filtersOf(basis);
    reset();
}

std::size_t ConstantQ::binCount() const
{
    return static_cast<std::size_t>(m_shape.binsPerOctave * m_shape.octaves);
}

void ConstantQ::reset()
{
    Level empty;
    empty.start = -std::max(kRowLead, m_transformSize / 2);
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
            if (i + 1 < m_levels.size() && level.end() >= kRowReach)
                halve(i, (level.end() - kRowReach) / kRowSamples + 1);
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
        // zeros for the last frame, which begins within the signal, and for the last row
        m_levels[i].samples.insert(m_levels[i].samples.end(),
            static_cast<std::size_t>(m_transformSize + kHalvingTerms * kRowSamples), 0.0F);
        count = (count + 1) / 2;
        if (i + 1 == m_levels.size()) break;
        halve(i, (count + kHalvedSamples - 1) / kHalvedSamples);
        Level& next = m_levels[i + 1];
        next.samples.resize(static_cast<std::size_t>(count - next.start));
    }
    analyse(endFrame, rows);
    reset();
}

void ConstantQ::halve(std::size_t index, std::int64_t endRow)
{
    Level& level = m_levels[index];
    const auto rowCount = endRow - level.halvedRows;
    if (rowCount <= 0) return;
    Level& next = m_levels[index + 1];
    const auto oldSize = next.samples.size();
    next.samples.resize(oldSize + static_cast<std::size_t>(rowCount * kHalvedSamples));
    auto out = viewOf(
        next.samples.data() + oldSize, { rowCount, kHalvedSamples }, { kHalvedSamples, 1 });
    for (std::int64_t term = 0; term < kHalvingTerms; ++term) {
        const auto first = (level.halvedRows + term) * kRowSamples - kRowLead;
        const auto in = viewOf(level.at(first), { rowCount, kRowSamples }, { kRowSamples, 1 });
        const auto& matrix = m_halving[static_cast<std::size_t>(term)];
        if (term == 0)
            at::mm_out(out, in, matrix);
        else
            out.addmm_(in, matrix);
    }
    level.halvedRows = endRow;
}

void ConstantQ::analyse(std::int64_t endFrame, std::vector<float>& rows)
{
    const auto count = endFrame - m_frameCount;
    if (count <= 0) return;
    const auto oldSize = rows.size();
    rows.resize(oldSize + static_cast<std::size_t>(count) * binCount());
    for (std::size_t i = m_firstAnalysed; i < m_levels.size(); ++i) {
        const auto first = m_frameCount * hop(i) - m_transformSize / 2;
        const auto frames
            = viewOf(m_levels[i].at(first), { count, m_transformSize }, { hop(i), 1 });
        const auto response = at::mm(frames, m_filters); // [frame, part * bin]
        const auto bins = static_cast<std::size_t>(m_shape.binsPerOctave);
        const float* part = response.const_data_ptr<float>();
        float* out = rows.data() + oldSize + (m_levels.size() - 1 - i) * bins;
        for (std::int64_t frame = 0; frame < count; ++frame, part += 2 * bins, out += binCount())
            for (std::size_t bin = 0; bin < bins; ++bin)
                out[bin] = std::sqrt(part[bin] * part[bin] + part[bins + bin] * part[bins + bin]);
    }
    m_frameCount = endFrame;
}

void ConstantQ::dropUsedSamples()
{
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        Level& level = m_levels[i];
        auto keepFrom = level.end();
        if (i + 1 < m_levels.size())
            keepFrom = std::min(keepFrom, level.halvedRows * kRowSamples - kRowLead);
        if (isAnalysed(i))
            keepFrom = std::min(keepFrom, m_frameCount * hop(i) - m_transformSize / 2);
        level.samples.erase(
            level.samples.begin(), level.samples.begin() + (keepFrom - level.start));
        level.start = keepFrom;
    }
}

} // namespace circumplex
