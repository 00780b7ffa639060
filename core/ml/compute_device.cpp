#include "core/ml/compute_device.h"

#include "core/ml/linear_layer.h"
#include "core/ml/stopwatch.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <thread>

namespace circumplex {

namespace {

std::string processorName()
{
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("model name")) return line.substr(line.find(": ") + 2);
    return "CPU";
}

} // namespace

std::vector<std::string> computeDevices()
{
    std::vector<std::string> devices;
    if (at::hasCUDA())
        for (int i = 0; i < at::detail::getCUDAHooks().deviceCount(); ++i)
            devices.push_back("cuda:" + std::to_string(i));
    devices.emplace_back("cpu");
    return devices;
}

std::string deviceTitle(const std::string& device)
{
    if (device == "cpu")
        return processorName() + ", " + std::to_string(std::thread::hardware_concurrency())
            + " cores";
    return device;
}

std::vector<DataType> dataTypesOf(const std::string& device)
{
    if (device == "cpu") return { DataType::Float32, DataType::BFloat16, DataType::Int8 };
    return { DataType::Float32, DataType::BFloat16 };
}

void useThreads(int count)
{
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    at::set_num_threads(count > 0 ? std::min(count, cores) : cores);
}

double measuredGemmGflops(const std::string& device, DataType dtype)
{
    constexpr std::int64_t kRows = 2250, kIn = 768, kOut = 3072;
    constexpr int kRuns = 12;
    const c10::InferenceMode guard;
    const auto options = at::TensorOptions().device(at::Device(device));
    const LinearLayer layer(at::randn({ kOut, kIn }, options), {}, dtype);
    const auto x = at::randn({ kRows, kIn }, options);
    double best = std::numeric_limits<double>::infinity();
    for (int run = 0; run < kRuns; ++run) {
        double seconds = 0.0;
        {
            const Stopwatch watch(seconds);
            layer(x).sum().item<float>(); // reading a value waits for the device
        }
        best = std::min(best, seconds);
    }
    return 2.0 * kRows * kIn * kOut / best / 1e9;
}

} // namespace circumplex
