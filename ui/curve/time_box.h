#pragma once

#include <QDoubleSpinBox>

#include <optional>

namespace circumplex {

/// Asks for a time in a track: "4:12.5", or seconds alone. Tenths of seconds.
class TimeBox : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit TimeBox(QWidget* parent = nullptr);

    QString textFromValue(double seconds) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;
};

/// "1:02:03.4", "4:12", "12.5", in any locale's digits and with a point or comma.
/// @returns seconds; nullopt: not a time
std::optional<double> secondsFromText(const QString& text);

} // namespace circumplex
