#include "core/ml/training/seeded_dropout.h"

#include <ATen/Context.h>

#include <mutex>

namespace circumplex {

SeededDropout::SeededDropout(const at::Device& device, std::uint64_t seed)
    : m_generator(at::globalContext().defaultGenerator(device))
{
    const std::scoped_lock lock(m_generator.mutex());
    m_before = m_generator.get_state();
    m_generator.set_current_seed(seed);
}

SeededDropout::~SeededDropout()
{
    const std::scoped_lock lock(m_generator.mutex());
    m_generator.set_state(m_before);
}

void SeededDropout::reseed(std::uint64_t seed)
{
    const std::scoped_lock lock(m_generator.mutex());
    m_generator.set_current_seed(seed);
}

} // namespace circumplex
