#include "core/services/trace_part.h"

#include <algorithm>

namespace circumplex {

namespace {

constexpr double kTolerance = 1e-4; // times of samples are float32

} // namespace

TracePart countedPart(const Trace& trace, double unmarkedSeconds)
{
    const double first = static_cast<double>(trace.samples.front().seconds) - trace.latencySeconds;
    const double last = static_cast<double>(trace.samples.back().seconds) - trace.latencySeconds;
    return { trace.orientationSeconds ? std::max(first, *trace.orientationSeconds)
                                      : first + unmarkedSeconds,
        std::min(last, trace.soundEndSeconds.value_or(last)) };
}

TracePoints countedPoints(const Trace& trace)
{
    TracePoints points { .seconds = {}, .values = {}, .latencySeconds = trace.latencySeconds };
    if (trace.samples.empty()) return points;
    const TracePart part = countedPart(trace);
    for (const TraceSample& sample : trace.samples) {
        const double moment = static_cast<double>(sample.seconds) - trace.latencySeconds;
        if (moment < part.beginSeconds - kTolerance || moment > part.endSeconds + kTolerance)
            continue;
        points.seconds.push_back(static_cast<double>(sample.seconds));
        points.values.push_back(static_cast<double>(sample.value));
    }
    return points;
}

} // namespace circumplex
