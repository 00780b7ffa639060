#include "core/ml/training/adapter_sections.h"

#include "core/ml/encoders/low_rank_adapter.h"
#include "core/ml/model_error.h"
#include "core/ml/stopwatch.h"
#include "core/ml/training/personal_examples.h"
#include "core/ml/training/section_store.h"
#include "core/ml/weights/model_package.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cstring>

namespace circumplex {

namespace {

constexpr std::int64_t kFewestFrames = 2; ///< as when a track is heard

MertConfig firstLayerOf(MertConfig config)
{
    config.usedLayers = { 0 };
    return config;
}

std::int64_t mostSamples(const MertConfig& config)
{
    return static_cast<std::int64_t>(AdapterSections::kSeconds * config.sampleRateHz);
}

} // namespace

struct SectionStore::Base {
    ModelPackage package;

    explicit Base(const std::filesystem::path& folder)
        : package(readModelPackage(folder))
    {
        if (package.card.encoder != ModelCard::Encoder::Mert)
            throw ModelError("the encoder of " + package.card.name
                + " has no transformer layers that could be adapted");
        if (package.card.adapter)
            throw ModelError("the encoder of " + package.card.name + " has an adapter already");
    }
};

SectionStore::SectionStore(const std::filesystem::path& package, const std::string& device)
    : SectionStore(Base(package), device)
{
}

SectionStore::SectionStore(Base base, const std::string& device)
    : m_device(device)
    , m_loudnessLufs(base.package.card.loudnessLufs)
    , m_hearing(
          base.package.encoder, firstLayerOf(base.package.card.mert), DataType::Float32, m_device)
    , m_mert(base.package.encoder, base.package.card.mert, m_device)
    , m_mostFrames(m_hearing.frontEnd().frameCount(mostSamples(m_mert.config())))
    , m_states(static_cast<std::size_t>((m_mostFrames * m_mert.config().hiddenSize + 1) / 2))
{
}

void SectionStore::add(std::int64_t track, std::int64_t row, std::span<const float> mono)
{
    const at::NoGradGuard noGradients;
    const auto length
        = std::min(mostSamples(m_mert.config()), static_cast<std::int64_t>(mono.size()));
    if (m_hearing.frontEnd().frameCount(length) < kFewestFrames) throw TrackTooShort(0.03);
    const auto samples
        = at::from_blob(const_cast<float*>(mono.data()), { 1, length }, at::kFloat); // read only
    const auto states
        = mindingMemory([&] { return m_hearing.firstState(samples); }).to(at::kHalf).contiguous();
    std::vector<float> kept(m_states.rowLength());
    std::memcpy(kept.data(), states.const_data_ptr(), static_cast<std::size_t>(states.nbytes()));
    m_states.append(kept);
    m_sections.push_back({ .track = track, .row = row, .frames = states.size(1), .base = {} });
    const int index = static_cast<int>(m_sections.size()) - 1;
    // of what is kept, so that an adapter that changes nothing changes nothing
    m_sections.back().base = mindingMemory([&] {
        return m_mert.pooled(firstStates({ &index, 1 }), {}, 0.0)[0];
    });
    m_fingerprint.add(&track, sizeof track).add(&row, sizeof row).add(kept);
}

at::Tensor SectionStore::firstStates(std::span<const int> indices) const
{
    const std::int64_t hidden = m_mert.config().hiddenSize;
    const auto frames = m_sections[static_cast<std::size_t>(indices.front())].frames;
    const auto halves
        = at::empty({ static_cast<std::int64_t>(indices.size()), frames, hidden }, at::kHalf);
    std::vector<float> kept(m_states.rowLength());
    const auto bytes = static_cast<std::size_t>(halves[0].nbytes());
    for (std::size_t i = 0; i < indices.size(); ++i) {
        m_states.read(static_cast<std::size_t>(indices[i]), 1, kept);
        std::memcpy(static_cast<char*>(halves.mutable_data_ptr()) + i * bytes, kept.data(), bytes);
    }
    return halves.to(m_device).to(at::kFloat);
}

AdapterSections::AdapterSections(const std::filesystem::path& package, const std::string& device)
    : m_store(std::make_unique<SectionStore>(package, device))
{
}

AdapterSections::~AdapterSections() = default;

int AdapterSections::sampleRateHz() const
{
    return m_store->mert().config().sampleRateHz;
}

std::optional<double> AdapterSections::loudnessLufs() const
{
    return m_store->loudnessLufs();
}

void AdapterSections::add(std::int64_t track, std::int64_t row, std::span<const float> mono)
{
    m_store->add(track, row, mono);
}

std::size_t AdapterSections::count() const
{
    return m_store->sections().size();
}

std::string AdapterSections::fingerprint() const
{
    return m_store->fingerprint();
}

AdapterNeeds measureAdapter(
    const std::filesystem::path& package, const std::string& device, int rank)
{
    SectionStore store(package, device);
    const MertConfig& config = store.mert().config();
    auto adapter = initialAdapter(config, rank, 1);
    for (auto& [name, tensor] : adapter)
        tensor = tensor.to(store.device()).requires_grad_();
    const auto states = at::zeros(
        { 1, store.mostFrames(), config.hiddenSize }, at::TensorOptions().device(store.device()));
    AdapterNeeds needs;
    needs.bytesPerSection
        = static_cast<std::size_t>(store.mostFrames() * config.hiddenSize) * sizeof(at::Half);
    const auto step = [&] {
        store.mert().pooled(states, adapter, 1.0).sum().backward();
        return adapter.begin()->second.grad().sum().item<float>(); // waits for the device
    };
    const std::vector<float> silence(static_cast<std::size_t>(mostSamples(config)));
    step(); // the first ones are slow
    store.add(0, AdapterSections::kNoRow, silence);
    {
        const Stopwatch watch(needs.secondsToHear);
        store.add(0, AdapterSections::kNoRow, silence);
    }
    {
        const Stopwatch watch(needs.secondsPerStep);
        step();
    }
    const at::NoGradGuard noGradients;
    const Stopwatch watch(needs.secondsPerGlance);
    store.mert().pooled(states, adapter, 1.0).sum().item<float>();
    return needs;
}

} // namespace circumplex
