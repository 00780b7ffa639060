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

/// A track that has too little sound for the model. what() is an English sentence.
class TrackTooShort : public std::runtime_error {
public:
    explicit TrackTooShort(const std::string& reason)
        : std::runtime_error(reason)
    {
    }
    explicit TrackTooShort(double leastSeconds)
        : TrackTooShort("less than " + std::to_string(static_cast<int>(leastSeconds * 1000))
            + " ms of sound, too little for this model")
    {
    }
};

/// A device has too little memory for what was asked of it. what() is an English sentence.
class DeviceOutOfMemory : public std::runtime_error {
public:
    DeviceOutOfMemory()
        : std::runtime_error("the device has too little memory for this model")
    {
    }
};

} // namespace circumplex
