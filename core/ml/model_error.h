#pragma once

#include <stdexcept>
#include <string>

namespace circumplex {

/// A model file, a weight or a configuration that cannot be used. what() is an English sentence
/// naming the file or tensor and the reason.
class ModelError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace circumplex
