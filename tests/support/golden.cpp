#include "tests/support/golden.h"

#include <cmath>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace circumplex::test {

nlohmann::json golden(const std::string& name)
{
    std::ifstream file(std::string(CIRCUMPLEX_TEST_DATA) + "/" + name);
    if (!file) throw std::runtime_error("missing test data: " + name);
    return nlohmann::json::parse(file);
}

bool isClose(std::span<const float> actual, std::span<const float> expected, double tolerance,
    const std::string& what)
{
    if (actual.size() != expected.size()) {
        std::cerr << what << ": " << actual.size() << " values, expected " << expected.size()
                  << '\n';
        return false;
    }
    double worst = 0.0;
    std::size_t place = 0;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        const double difference = std::abs(double { actual[i] } - double { expected[i] });
        if (!(difference <= worst)) {
            worst = difference;
            place = i;
        }
    }
    if (worst <= tolerance) return true;
    std::cerr << what << ": differs by " << worst << " at " << place << " (" << actual[place]
              << ", expected " << expected[place] << "), allowed " << tolerance << '\n';
    return false;
}

std::vector<float> floats(const nlohmann::json& array)
{
    return array.get<std::vector<float>>();
}

} // namespace circumplex::test
