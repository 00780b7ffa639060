#include "core/services/model_registry.h"

#include "core/services/file_hash.h"
#include "core/services/model_card_file.h"
#include "core/services/path_text.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>

namespace circumplex {

namespace {

constexpr const char* kStarter = "starter";

QString settingsKey()
{
    return QStringLiteral("models/inUse");
}

tl::unexpected<Error> refuse(ErrorCode code, const std::string& detail)
{
    return tl::unexpected(Error { code, detail });
}

tl::unexpected<Error> missing(const std::string& name)
{
    return refuse(ErrorCode::ModelMissing,
        "no model \"" + name + "\" is installed; `circumplex-cli models list` shows which are");
}

tl::unexpected<Error> unusable(const InstalledModel& model)
{
    return refuse(ErrorCode::ModelUnusable,
        "the model \"" + model.name + "\" cannot be used: " + model.problem);
}

std::vector<InstalledModel> modelsIn(const QString& folder)
{
    std::vector<InstalledModel> models;
    // names that begin with a dot are packages in the making
    const QDir directory(folder);
    for (const QString& name : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        models.push_back(describeModel(toPath(directory.filePath(name))));
    return models;
}

} // namespace

ModelRegistry::ModelRegistry(AppFolders folders)
    : m_folders(std::move(folders))
{
}

std::vector<InstalledModel> ModelRegistry::list() const
{
    auto models = modelsIn(m_folders.shippedModels);
    for (InstalledModel& model : models)
        model.isShipped = true;
    for (InstalledModel& model : modelsIn(m_folders.userModels)) {
        const bool isHidden = std::ranges::any_of(
            models, [&](const auto& other) { return other.isShipped && other.name == model.name; });
        if (!isHidden) models.push_back(std::move(model));
    }
    return models;
}

Result<InstalledModel> ModelRegistry::find(const std::string& name) const
{
    const std::string wanted = name.empty() ? nameInUse() : name;
    auto models = list();
    const auto found = std::ranges::find(models, wanted, &InstalledModel::name);
    if (found == models.end()) return missing(wanted);
    if (!found->problem.empty()) return unusable(*found);
    return std::move(*found);
}

std::string ModelRegistry::nameInUse() const
{
    const QSettings settings(m_folders.settings, QSettings::IniFormat);
    const auto name = settings.value(settingsKey()).toString().toStdString();
    return name.empty() ? kStarter : name;
}

Result<void> ModelRegistry::chooseInSettings(const std::string& name) const
{
    QSettings settings(m_folders.settings, QSettings::IniFormat);
    settings.setValue(settingsKey(), QString::fromStdString(name));
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return refuse(ErrorCode::FileUnwritable,
            m_folders.settings.toStdString() + ": the settings cannot be written");
    return {};
}

Result<InstalledModel> ModelRegistry::use(const std::string& name) const
{
    auto model = find(name);
    if (!model) return model;
    if (const auto chosen = chooseInSettings(model->name); !chosen)
        return tl::unexpected(chosen.error());
    return model;
}

Result<std::filesystem::path> ModelRegistry::makeStagingFolder() const
{
    const bool isThere = QDir().mkpath(m_folders.userModels);
    QTemporaryDir folder(m_folders.userModels + QStringLiteral("/.making-XXXXXX"));
    if (!isThere || !folder.isValid())
        return refuse(ErrorCode::FileUnwritable,
            m_folders.userModels.toStdString() + ": models cannot be written there");
    folder.setAutoRemove(false);
    return toPath(folder.path());
}

Result<InstalledModel> ModelRegistry::add(const std::filesystem::path& package) const
{
    const auto made = describeModel(package);
    if (!made.problem.empty())
        return refuse(ErrorCode::ModelUnusable, package.string() + ": " + made.problem);
    const auto exists = [&] {
        return refuse(ErrorCode::ModelExists,
            "there is a model \"" + made.name + "\" already; choose another name or remove it");
    };
    const auto models = list();
    if (std::ranges::find(models, made.name, &InstalledModel::name) != models.end())
        return exists();

    QDir folder(QFile::decodeName(package.c_str()));
    for (const QString& file : folder.entryList(QDir::Files))
        QFile::setPermissions(folder.filePath(file),
            QFileDevice::ReadOwner | QFileDevice::ReadUser | QFileDevice::ReadGroup
                | QFileDevice::ReadOther);
    const QString place = QDir(m_folders.userModels).filePath(QString::fromStdString(made.name));
    // replaces nothing, so of two programs that add the same name one fails here
    if (!QDir().mkpath(m_folders.userModels) || !QDir().rename(folder.path(), place)) {
        if (QDir(place).exists()) return exists();
        return refuse(ErrorCode::FileUnwritable, place.toStdString() + ": cannot be written");
    }
    return describeModel(toPath(place));
}

Result<void> ModelRegistry::remove(const std::string& name) const
{
    auto models = list();
    const auto found = std::ranges::find(models, name, &InstalledModel::name);
    if (found == models.end()) return missing(name);
    if (found->isShipped)
        return refuse(ErrorCode::ModelShipped,
            "the model \"" + name + "\" came with the program and cannot be removed");
    if (nameInUse() == name)
        if (const auto chosen = chooseInSettings(kStarter); !chosen) return chosen;
    // first out of sight, so that no half-removed model is ever found
    const auto staging = makeStagingFolder();
    if (!staging) return tl::unexpected(staging.error());
    std::error_code renaming, removing;
    std::filesystem::rename(found->folder, *staging / name, renaming);
    std::filesystem::remove_all(*staging, removing);
    if (renaming || removing)
        return refuse(ErrorCode::FileUnwritable,
            found->folder.string() + ": " + (renaming ? renaming : removing).message());
    return {};
}

Result<InstalledModel> ModelRegistry::verify(const std::string& name) const
{
    const std::string wanted = name.empty() ? nameInUse() : name;
    auto models = list();
    const auto model = std::ranges::find(models, wanted, &InstalledModel::name);
    if (model == models.end()) return missing(wanted);
    std::string bad;
    for (const auto& [file, expected] : model->files) {
        const auto found = fileSha256(model->folder / file);
        if (!found && found.error().code == ErrorCode::FileMissing)
            bad += "; " + file + " is missing";
        else if (!found)
            bad += "; " + file + " cannot be read";
        else if (*found != expected)
            bad += "; " + file + " is not the one that was installed";
    }
    if (!bad.empty())
        return refuse(ErrorCode::ModelUnusable, "the model \"" + wanted + "\": " + bad.substr(2));
    if (!model->problem.empty()) return unusable(*model);
    return std::move(*model);
}

} // namespace circumplex
