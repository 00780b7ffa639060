#pragma once

#include <QPaintDevice>
#include <QPainter>

#include <memory>

namespace circumplex {

/// Passes everything that is painted on it to another painter, text as the outlines of its letters
/// and many lines as one path: a picture that looks the same where the typeface is missing, and
/// whose waveform is one element instead of a thousand.
class OutlineTextDevice : public QPaintDevice {
public:
    /// @param target  is painting, and outlives this device
    OutlineTextDevice(QPainter& target, QSize size);
    ~OutlineTextDevice() override;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
    QSize m_size;
};

} // namespace circumplex
