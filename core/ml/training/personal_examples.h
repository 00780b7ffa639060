#pragma once

#include "core/ml/model_error.h"
#include "core/ml/training/held_out_scores.h"
#include "core/ml/training/personal_plan.h"
#include "core/ml/weights/weight_file.h"

#include <ATen/ATen.h>

#include <new>
#include <span>
#include <string>
#include <vector>

namespace circumplex {

/// A pack as tensors on the device that trains, with what the base model makes of it.
struct PersonalExamples {
    at::Tensor embedding; ///< [example, dimension], standardised as the base head does it
    at::Tensor chords; ///< [example, 8], as the base head reads them
    at::Tensor key; ///< [example]
    at::Tensor emotion, emotionWeight; ///< [example, 2]
    at::Tensor tags, tagWeight; ///< [example, 56]
    at::Tensor baseEmotion; ///< [example, 2], of the base head
    at::Tensor baseTags; ///< [example, 56], its probabilities
};

/// @throws ModelError  the head lacks one of the tasks, or is for other embeddings
PersonalExamples personalExamples(
    const TrainingPack& pack, const WeightMap& base, const PersonalPlan& plan);

/// A head's answers for `rows`, written into `predictions`, which has room for the whole pack.
void predictPersonal(const PersonalExamples& examples, const WeightMap& weights,
    std::span<const std::int64_t> rows, HeadPredictions& predictions);

/// The head without its statistics, which standardise embeddings: here that is done before.
WeightMap withoutStatistics(const WeightMap& weights);

/// Gives a lack of memory its own type, whichever allocator found it.
/// @throws DeviceOutOfMemory
template <class Work> auto mindingMemory(Work work)
{
    bool isLack = false;
    try {
        return work();
    } catch (const c10::OutOfMemoryError&) {
        isLack = true;
    } catch (const std::bad_alloc&) {
        isLack = true;
    } catch (const c10::Error& error) {
        // what LibTorch's allocator of main memory says
        if (std::string(error.what()).find("DefaultCPUAllocator") == std::string::npos) throw;
        isLack = true;
    }
    if (isLack) throw DeviceOutOfMemory();
    return decltype(work()) {};
}

} // namespace circumplex
