#pragma once

#include "core/types/data_type.h"

#include <string>
#include <vector>

namespace circumplex {

/// Names of the devices of this machine: "cuda:0", ... first, "cpu" last.
std::vector<std::string> computeDevices();

/// What the device calls itself, for people: a processor's or GPU's name.
std::string deviceTitle(const std::string& device);

/// Number formats that networks can run in on a device, float32 first. Which of them is fast, and
/// near enough to float32, is measured, not assumed.
std::vector<DataType> dataTypesOf(const std::string& device);

/// Threads that the calling thread's tensor operations use from now on; 0 or less: one per core.
void useThreads(int count);

/// Measured rate of a linear layer [2250, 768] -> 3072 with the calling thread's setting, in
/// 10^9 floating point operations per second; the best of several runs.
double measuredGemmGflops(const std::string& device, DataType dtype);

} // namespace circumplex
