#include "core/engine/model_installer.h"

#include "core/ml/model_error.h"
#include "core/services/file_hash.h"
#include "core/services/published_models.h"
#include "core/types/model_name.h"

#include <QByteArray>
#include <QFile>
#include <QSaveFile>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

using Json = nlohmann::ordered_json;

namespace circumplex {

namespace {

constexpr const char* kCardFile = "card.json";

/// Removes a folder at the end of the scope.
class StagingFolder {
public:
    explicit StagingFolder(std::filesystem::path path)
        : m_path(std::move(path))
    {
    }
    ~StagingFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;

private:
    std::filesystem::path m_path;
};

/// What the card says of one source: size, hash, and whether it is the published file.
Result<void> describeSource(
    Json& source, const std::filesystem::path& path, std::vector<std::string>& warnings)
{
    const auto sha256 = fileSha256(path);
    if (!sha256) return tl::unexpected(sha256.error());
    const auto bytes = std::filesystem::file_size(path);
    const auto name = path.filename().string();
    const bool isPublished = std::ranges::any_of(
        kMusic2EmoFiles, [&](const PublishedFile& known) { return *sha256 == known.sha256; });
    const bool seemsPublished
        = std::ranges::any_of(kMusic2EmoFiles, [&](const PublishedFile& known) {
              return name == known.name && std::cmp_equal(bytes, known.bytes);
          });
    source["bytes"] = bytes;
    source["sha256"] = *sha256;
    source["published"] = isPublished;
    if (seemsPublished && !isPublished) {
        const std::string warning
            = "has the name and the size of the published file, but other content";
        source["warning"] = warning;
        warnings.push_back(path.string() + ": " + warning);
    }
    return {};
}

Result<Json> readCard(const std::filesystem::path& package)
{
    QFile file(QFile::decodeName((package / kCardFile).c_str()));
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            Error { ErrorCode::FileUnreadable, file.errorString().toStdString() });
    return Json::parse(file.readAll().toStdString());
}

Result<void> writeCard(const std::filesystem::path& package, const Json& card)
{
    QSaveFile file(QFile::decodeName((package / kCardFile).c_str()));
    const auto text = card.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(text)) < 0
        || !file.commit())
        return tl::unexpected(
            Error { ErrorCode::FileUnwritable, file.errorString().toStdString() });
    return {};
}

/// Adds to the card what only this layer knows: hashes of the package's files and of its sources.
Result<void> completeCard(const std::filesystem::path& package, const Music2EmoFiles& files,
    std::vector<std::string>& warnings)
{
    auto card = readCard(package);
    if (!card) return tl::unexpected(card.error());
    for (Json& source : (*card)["sources"]) {
        const auto part = source["part"].get<std::string>();
        const auto path = part == "encoder" ? mertWeightFile(files.mert)
            : part == "chords"              ? files.btc
                                            : files.music2emo;
        if (auto described = describeSource(source, path, warnings); !described) return described;
    }
    std::map<std::string, std::string> hashes;
    for (const auto& entry : std::filesystem::directory_iterator(package)) {
        const auto name = entry.path().filename().string();
        if (name == kCardFile) continue;
        const auto sha256 = fileSha256(entry.path());
        if (!sha256) return tl::unexpected(sha256.error());
        hashes[name] = *sha256;
    }
    (*card)["files"] = hashes;
    return writeCard(package, *card);
}

} // namespace

Result<ImportedModel> installMusic2Emo(const ModelRegistry& registry, const Music2EmoFiles& files)
{
    if (!isModelName(files.name))
        return tl::unexpected(Error { ErrorCode::ModelUnusable,
            "\"" + files.name + "\" cannot name a model: " + modelNameRule() });
    const auto models = registry.list();
    if (std::ranges::find(models, files.name, &InstalledModel::name) != models.end())
        return tl::unexpected(Error { ErrorCode::ModelExists,
            "there is a model \"" + files.name + "\" already; choose another name or remove it" });
    for (const auto& path : { files.mert, files.music2emo, files.btc })
        if (!std::filesystem::exists(path))
            return tl::unexpected(
                Error { ErrorCode::FileMissing, path.string() + ": no such file or folder" });

    const auto staging = registry.makeStagingFolder();
    if (!staging) return tl::unexpected(staging.error());
    const StagingFolder guard(*staging);
    const auto package = *staging / files.name;
    ImportedModel imported;
    try {
        importMusic2Emo(files, package);
        if (auto completed = completeCard(package, files, imported.warnings); !completed)
            return tl::unexpected(completed.error());
    } catch (const ModelError& error) {
        return tl::unexpected(Error { ErrorCode::ModelUnusable, error.what() });
    }
    auto model = registry.add(package);
    if (!model) return tl::unexpected(model.error());
    imported.model = std::move(*model);
    return imported;
}

} // namespace circumplex
