#include "core/services/number_formats.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace circumplex {

namespace {

using namespace Qt::StringLiterals;

/// An absent or damaged file counts as empty: measuring again is all that it costs.
QJsonObject readObject(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject {};
}

} // namespace

DataType fastestNearFormat(const std::vector<FormatMeasurement>& measurements)
{
    const FormatMeasurement* best = nullptr;
    for (const FormatMeasurement& measured : measurements)
        if (measured.isNearEnough() && (best == nullptr || measured.seconds < best->seconds))
            best = &measured;
    return best == nullptr ? DataType::Float32 : best->dtype;
}

NumberFormats::NumberFormats(QString file)
    : m_file(std::move(file))
{
}

std::optional<std::vector<FormatMeasurement>> NumberFormats::find(
    const std::string& modelHash, const std::string& device) const
{
    const QJsonValue entry
        = readObject(m_file)[QString::fromStdString(modelHash)][QString::fromStdString(device)];
    if (!entry.isArray()) return std::nullopt;
    std::vector<FormatMeasurement> measurements;
    for (const QJsonValue value : entry.toArray()) {
        const auto dtype = dataTypeNamed(value["dtype"_L1].toString().toStdString());
        if (!dtype) continue;
        measurements.push_back({ .dtype = *dtype,
            .seconds = value["seconds"_L1].toDouble(),
            .emotionDifference = value["emotion_difference"_L1].toDouble(1.0),
            .tagDifference = value["tag_difference"_L1].toDouble(1.0) });
    }
    return measurements;
}

Result<void> NumberFormats::store(const std::string& modelHash, const std::string& device,
    const std::vector<FormatMeasurement>& measurements)
{
    QJsonArray entry;
    for (const FormatMeasurement& measured : measurements)
        entry.append(QJsonObject { { "dtype"_L1, QLatin1StringView(dataTypeName(measured.dtype)) },
            { "seconds"_L1, measured.seconds },
            { "emotion_difference"_L1, measured.emotionDifference },
            { "tag_difference"_L1, measured.tagDifference } });
    QJsonObject all = readObject(m_file);
    QJsonObject devices = all[QString::fromStdString(modelHash)].toObject();
    devices[QString::fromStdString(device)] = entry;
    all[QString::fromStdString(modelHash)] = devices;

    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    const QByteArray text = QJsonDocument(all).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return tl::unexpected(Error { ErrorCode::FileUnwritable,
            m_file.toStdString() + ": " + file.errorString().toStdString() });
    return {};
}

} // namespace circumplex
