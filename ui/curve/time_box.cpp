#include "ui/curve/time_box.h"

#include "ui/curve/track_text.h"

#include <QLocale>
#include <QStringList>

#include <cmath>

namespace circumplex {

TimeBox::TimeBox(QWidget* parent)
    : QDoubleSpinBox(parent)
{
    setDecimals(1);
    setSingleStep(0.1);
    setKeyboardTracking(false);
}

QString TimeBox::textFromValue(double seconds) const
{
    return timeText(seconds + 1e-6, 1);
}

double TimeBox::valueFromText(const QString& text) const
{
    return secondsFromText(text).value_or(value());
}

QValidator::State TimeBox::validate(QString& text, int&) const
{
    for (const QChar letter : text)
        if (!letter.isDigit() && !QStringLiteral(":.,\u066B").contains(letter)
            && letter != QLocale().decimalPoint())
            return QValidator::Invalid;
    const auto seconds = secondsFromText(text);
    // A longer time may be typed in front of the one that is there: judged when it is done.
    return seconds && *seconds <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
}

std::optional<double> secondsFromText(const QString& text)
{
    QString plain;
    for (const QChar letter : text.trimmed())
        plain += letter.isDigit() ? QChar(u'0' + letter.digitValue())
            : letter == u':'      ? letter
                                  : QChar(u'.');
    double seconds = 0.0;
    const QStringList parts = plain.split(u':');
    if (parts.size() > 3) return std::nullopt;
    for (const QString& part : parts) {
        bool isNumber = false;
        const double value = part.toDouble(&isNumber);
        if (!isNumber || value < 0.0) return std::nullopt;
        seconds = seconds * 60.0 + value;
    }
    return seconds;
}

} // namespace circumplex
