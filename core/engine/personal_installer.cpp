#include "core/engine/personal_installer.h"

#include "core/services/file_hash.h"
#include "core/types/model_name.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <cmath>
#include <map>
#include <system_error>

namespace circumplex {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kHeadFile = "head.safetensors";
constexpr const char* kAdapterFile = "adapter.safetensors";
constexpr const char* kCardFile = "card.json";

class StagingFolder {
public:
    explicit StagingFolder(fs::path path)
        : m_path(std::move(path))
    {
    }
    ~StagingFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;

private:
    fs::path m_path;
};

Error writeError(const fs::path& file, const std::error_code& code)
{
    const bool isFull = code == std::errc::no_space_on_device || code.value() == EDQUOT;
    return { isFull ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
        "The model could not be written to " + file.string() + ": " + code.message()
            + ". Nothing was installed; the training can be resumed." };
}

/// Files of the user's models are never written to, so two models may share them. Those that came
/// with the program are copied: they go when the program goes.
Result<void> takeOver(const fs::path& from, const fs::path& to, bool mayShare)
{
    std::error_code error;
    if (mayShare) {
        fs::create_hard_link(from, to, error);
        if (!error) return {};
    }
    error.clear();
    fs::copy_file(from, to, error);
    if (error) return tl::unexpected(writeError(to, error));
    return {};
}

Json interval(const Json& base, const char* which, double valence, double arousal)
{
    constexpr double kWidest = 8.0; // of the scale
    const auto one = [&](const char* axis, double value) {
        const bool isUsable = std::isfinite(value) && value > 0.0 && value <= kWidest;
        return isUsable ? Json(value) : base["interval_90"][which][axis];
    };
    return { { "valence", one("valence", valence) }, { "arousal", one("arousal", arousal) } };
}

/// "Ann", "Ann, Ben" or "Ann, Ben and 3 more".
std::string ratersText(const Json& raters)
{
    constexpr std::size_t kNamed = 2;
    std::string text;
    for (std::size_t i = 0; i < std::min(raters.size(), kNamed); ++i)
        text += (i > 0 ? ", " : "") + raters[i].get<std::string>();
    return raters.size() <= kNamed
        ? text
        : text + " and " + std::to_string(raters.size() - kNamed) + " more";
}

Json cardOf(const InstalledModel& base, const PersonalDescription& description)
{
    const Json parent
        = Json::parse(QJsonDocument(base.card).toJson(QJsonDocument::Compact).toStdString());
    Json card { { "format", 1 }, { "name", description.name },
        { "title",
            "Personal: " + ratersText(description.data.at("raters")) + ", from " + base.name },
        { "parent", { { "name", base.name }, { "hash", base.hash } } },
        { "encoder", parent["encoder"] }, { "chords", parent["chords"] } };
    if (!description.adapter.is_null())
        card["adapter"] = description.adapter;
    else if (parent.contains("adapter"))
        card["adapter"] = parent["adapter"];
    if (parent.contains("loudness_lufs")) card["loudness_lufs"] = parent["loudness_lufs"];
    card["interval_90"] = {
        { "track", interval(parent, "track", description.trackValence, description.trackArousal) },
        { "window",
            interval(parent, "window", description.windowValence, description.windowArousal) },
        { "source",
            "absolute errors on the labels, held out by group; where too few are "
            "rated, the base model's" }
    };
    if (parent.contains("licences")) card["licences"] = parent["licences"];
    card["data"] = Json::array({ description.data });
    if (parent.contains("data"))
        for (const Json& set : parent["data"])
            card["data"].push_back(set);
    card["limits"] = Json::array({ "It says what the named raters would say, which others need not "
                                   "agree with; all limits of its base hold." });
    if (parent.contains("limits"))
        for (const Json& limit : parent["limits"])
            card["limits"].push_back(limit);
    card["verdict"] = description.verdict;
    card["plan"] = description.plan;
    return card;
}

} // namespace

Result<InstalledModel> installPersonalModel(const ModelRegistry& registry,
    const InstalledModel& base, const fs::path& head, const PersonalDescription& description)
{
    if (!isModelName(description.name))
        return tl::unexpected(Error { ErrorCode::ModelUnusable,
            "\"" + description.name + "\" cannot name a model: " + modelNameRule() });
    const auto present = registry.find(base.name);
    if (!present || present->hash != base.hash)
        return tl::unexpected(Error { ErrorCode::ModelMissing,
            "The base model \"" + base.label()
                + "\" is gone or was replaced. Install it again and resume the training." });
    const auto staging = registry.makeStagingFolder();
    if (!staging) return tl::unexpected(staging.error());
    const StagingFolder guard(*staging);
    const fs::path package = *staging / description.name;
    std::error_code error;
    fs::create_directory(package, error);
    if (error) return tl::unexpected(writeError(package, error));

    Json card = cardOf(base, description);
    for (const auto& [name, sha256] : base.files) {
        if (name == kHeadFile) continue;
        if (auto taken = takeOver(base.folder / name, package / name, !base.isShipped); !taken)
            return tl::unexpected(taken.error());
        card["files"][name] = sha256;
    }
    std::map<std::string, fs::path> made { { kHeadFile, head } };
    if (!description.adapter.is_null()) made[kAdapterFile] = description.adapterFile;
    for (const auto& [name, from] : made) {
        if (auto taken = takeOver(from, package / name, false); !taken)
            return tl::unexpected(taken.error());
        const auto sha256 = fileSha256(package / name);
        if (!sha256) return tl::unexpected(sha256.error());
        card["files"][name] = *sha256;
    }

    QSaveFile file(QFile::decodeName((package / kCardFile).c_str()));
    const auto text = card.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(text)) < 0
        || !file.commit())
        return tl::unexpected(Error { ErrorCode::FileUnwritable,
            "The model's card cannot be written: " + file.errorString().toStdString() + '.' });
    return registry.add(package);
}

} // namespace circumplex
