#pragma once

namespace circumplex {

/// Size and strength of a low-rank adapter.
struct AdapterShape {
    int rank = 8;
    double alpha = 16.0;

    /// Factor before the product of the two narrow matrices.
    double scale() const { return alpha / rank; }

    bool operator==(const AdapterShape&) const = default;
};

} // namespace circumplex
