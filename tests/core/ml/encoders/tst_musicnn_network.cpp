#include "core/ml/encoders/musicnn_front_end.h"
#include "core/ml/encoders/musicnn_network.h"
#include "core/ml/model_error.h"
#include "core/ml/weights/safetensors_file.h"
#include "tests/support/generator.h"
#include "tests/support/golden.h"
#include "tests/support/musicnn_signals.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

using namespace circumplex;

namespace {

WeightMap publishedWeights(const std::string& file)
{
    return readSafetensors(std::string(CIRCUMPLEX_STARTER_WEIGHTS) + "/" + file).tensors;
}

at::Tensor logMel(const std::string& signal)
{
    MusiCnnFrontEnd frontEnd;
    return at::cat({ frontEnd.push(test::musicnnSignal(signal)), frontEnd.finish() });
}

std::vector<float> values(const at::Tensor& tensor)
{
    const auto flat = tensor.contiguous();
    return { flat.const_data_ptr<float>(), flat.const_data_ptr<float>() + flat.numel() };
}

at::Tensor noise(std::int64_t frames)
{
    const auto numbers = test::generate("log mel", static_cast<std::size_t>(frames * 96));
    return at::tensor(numbers).view({ frames, 96 }) * 2.0 + 2.0;
}

} // namespace

DOCTEST_TEST_CASE("isolated windows give the published network's numbers")
{
    // the golden file's own tolerances: some cells round to another float16 than in the reference
    const auto golden = test::golden("golden_musicnn.json");
    const auto& tolerance = golden["tolerance"];
    for (const std::string training : { "MSD", "MTT" }) {
        const MusiCnnNetwork network(
            publishedWeights(training == "MSD" ? "encoder.safetensors" : "musicnn_mtt.safetensors"),
            DataType::Float32, at::kCPU);
        for (const std::string signal : { "chords", "beat" }) {
            const auto& expected = golden["cases"][signal][training];
            const auto frames = logMel(signal);
            const auto check
                = [&](const char* what, const at::Tensor& actual, const nlohmann::json& numbers) {
                      DOCTEST_CHECK(test::isClose(values(actual), test::floats(numbers),
                          tolerance[what].get<double>(), training + " " + signal + " " + what));
                  };
            for (std::size_t i = 0; i < expected["logits"].size(); ++i) {
                const auto begin = static_cast<std::int64_t>(i) * MusiCnnNetwork::kWindowFrames;
                const auto window
                    = network.window(frames.slice(0, begin, begin + MusiCnnNetwork::kWindowFrames));
                check("logits", window.logits, expected["logits"][i]);
                if (i < expected["penultimate"].size())
                    check("penultimate", window.penultimate, expected["penultimate"][i]);
                if (i > 0) continue;
                check("mean_pool", window.mean, expected["mean_pool_window_0"]);
                check("max_pool", window.maximum, expected["max_pool_window_0"]);
            }
        }
    }
}

DOCTEST_TEST_CASE("products of spectra equal the ordinary convolutions")
{
    const MusiCnnLocalLayers layers(publishedWeights("encoder.safetensors"), at::kCPU);
    const auto context = MusiCnnLocalLayers::kFramesBefore + MusiCnnLocalLayers::kFramesAfter;
    for (const std::int64_t frames : { 1, 64, 65, 187 }) {
        const auto rows = noise(frames + context) - 1.0;
        const auto fast = layers(rows);
        const auto plain = layers.plain(rows);
        DOCTEST_CHECK(fast.sizes() == at::IntArrayRef({ frames, MusiCnnLocalLayers::kChannels }));
        // the norm stretches some channels to a hundred; what counts is the error beside that
        const auto scale = plain.abs().amax(0).clamp_min(1.0);
        DOCTEST_CHECK(((fast - plain).abs() / scale).max().item<double>() < 1e-5);
    }
}

DOCTEST_TEST_CASE("narrow number formats stay near float32")
{
    const auto weights = publishedWeights("encoder.safetensors");
    const auto frames = logMel("chords").slice(0, 0, MusiCnnNetwork::kWindowFrames);
    const auto exact = MusiCnnNetwork(weights, DataType::Float32, at::kCPU).window(frames);
    for (const auto& [dtype, allowed] :
        { std::pair { DataType::BFloat16, 0.05 }, std::pair { DataType::Int8, 0.1 } }) {
        const auto window = MusiCnnNetwork(weights, dtype, at::kCPU).window(frames);
        const auto difference = (window.penultimate - exact.penultimate).abs().max().item<double>();
        DOCTEST_MESSAGE("penultimate values differ by " << difference);
        DOCTEST_CHECK(difference < allowed);
        DOCTEST_CHECK(difference > 0.0); // the format is really in use
    }
}

DOCTEST_TEST_CASE("weights that do not fit are refused by name")
{
    const auto weights = publishedWeights("encoder.safetensors");
    auto missing = weights;
    missing.erase("mid_2_bn.beta");
    DOCTEST_CHECK_THROWS_WITH_AS((MusiCnnNetwork { missing, DataType::Float32, at::kCPU }),
        "the encoder lacks the tensor mid_2_bn.beta", ModelError);
    auto wrong = weights;
    wrong["timbral_67.weight"] = at::zeros({ 204, 1, 7, 66 });
    DOCTEST_CHECK_THROWS_WITH_AS((MusiCnnNetwork { wrong, DataType::Float32, at::kCPU }),
        "the encoder's tensor timbral_67.weight has the shape [204, 1, 7, 66], "
        "expected [204, 1, 7, 67]",
        ModelError);
}
