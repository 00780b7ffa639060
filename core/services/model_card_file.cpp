#include "core/services/model_card_file.h"

#include "core/types/model_name.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

namespace circumplex {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kLargestCard = 1 << 20;
constexpr const char* kEncoderFile = "encoder.safetensors";
constexpr const char* kAdapterFile = "adapter.safetensors";

/// Those fields of the card that change the model's answers.
QJsonObject workingFields(const QJsonObject& card)
{
    QJsonObject fields;
    for (const QLatin1StringView name :
        { "encoder"_L1, "adapter"_L1, "chords"_L1, "loudness_lufs"_L1 })
        if (card.contains(name)) fields[name] = card[name];
    const QJsonObject intervals = card["interval_90"_L1].toObject();
    fields["interval_90"_L1] = QJsonObject { { "track"_L1, intervals["track"_L1] },
        { "window"_L1, intervals["window"_L1] } };
    return fields;
}

std::string modelHash(const InstalledModel& model)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& [name, sha256] : model.files)
        hash.addData(QByteArray::fromStdString(name + " " + sha256 + "\n"));
    // QJsonObject keeps its keys sorted, so the same fields give the same text
    hash.addData(QJsonDocument(workingFields(model.card)).toJson(QJsonDocument::Compact));
    return hash.result().toHex().toStdString();
}

/// Of the encoder's weights, and what adapts them.
std::string encoderHash(const InstalledModel& model)
{
    const std::string& weights = model.files.at(kEncoderFile);
    if (!model.card.contains("adapter"_L1)) return weights;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::fromStdString(weights + model.files.at(kAdapterFile)));
    hash.addData(QJsonDocument(model.card["adapter"_L1].toObject()).toJson(QJsonDocument::Compact));
    return hash.result().toHex().toStdString();
}

/// @return why the card's list of files cannot be used, or nothing
std::string readFiles(InstalledModel& model)
{
    static const QRegularExpression plainName(u"^[A-Za-z0-9_][A-Za-z0-9_.-]*$"_s);
    static const QRegularExpression sha256(u"^[0-9a-f]{64}$"_s);
    const QJsonObject files = model.card["files"_L1].toObject();
    for (auto file = files.begin(); file != files.end(); ++file) {
        const QString name = file.key();
        if (!plainName.match(name).hasMatch() || name == "card.json"_L1)
            return "card.json lists a file of an impossible name";
        if (!sha256.match(file.value().toString()).hasMatch())
            return "card.json has no SHA-256 of " + name.toStdString();
        model.files[name.toStdString()] = file.value().toString().toStdString();
    }
    for (const char* needed : { kEncoderFile, "chords.safetensors", "head.safetensors" })
        if (!model.files.contains(needed)) return std::string("card.json does not list ") + needed;
    if (model.card.contains("adapter"_L1) && !model.files.contains(kAdapterFile))
        return std::string("card.json does not list ") + kAdapterFile;
    return {};
}

/// @return which of the listed files are not there, or nothing
std::string missingFiles(const InstalledModel& model)
{
    std::string missing;
    for (const auto& [name, hash] : model.files) {
        std::error_code unknown; // what cannot be looked at may well be there
        if (std::filesystem::exists(model.folder / name, unknown) || unknown) continue;
        missing += (missing.empty() ? "" : "; ") + name + " is missing";
    }
    return missing;
}

/// @return why the card cannot be used, or nothing
std::string readCard(InstalledModel& model)
{
    QFile file(QFile::decodeName((model.folder / "card.json").c_str()));
    if (!file.open(QIODevice::ReadOnly)) return "card.json: " + file.errorString().toStdString();
    if (file.size() > kLargestCard) return "card.json is larger than 1 MB";
    QJsonParseError error;
    model.card = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (error.error != QJsonParseError::NoError)
        return "card.json: its JSON cannot be read: " + error.errorString().toStdString();
    if (model.card["format"_L1].toInt() != 1)
        return "card.json is of a format that this version does not know";
    if (!isModelName(model.name) || model.card["name"_L1].toString().toStdString() != model.name)
        return "card.json and the folder do not have the same name";
    model.title = model.card["title"_L1].toString().toStdString();
    if (auto problem = readFiles(model); !problem.empty()) return problem;
    return missingFiles(model);
}

} // namespace

InstalledModel describeModel(const std::filesystem::path& folder)
{
    InstalledModel model;
    model.folder = folder;
    model.name = folder.filename().string();
    model.problem = readCard(model);
    if (model.problem.empty()) {
        model.hash = modelHash(model);
        model.encoderHash = encoderHash(model);
    }
    return model;
}

} // namespace circumplex
