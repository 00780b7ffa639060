#pragma once

#include "core/base/result.h"
#include "core/services/app_folders.h"

#include <QJsonObject>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace circumplex {

/// A model package on this machine, as its card describes it. Its tensors are not looked at.
struct InstalledModel {
    std::string name;
    std::string title; ///< for people
    std::string hash; ///< SHA-256 of what decides its answers: files and the card's working fields
    std::string encoderHash; ///< SHA-256 of the encoder's weights, with an adapter's if it has one
    std::filesystem::path folder;
    bool isShipped = false; ///< came with the program
    std::map<std::string, std::string> files; ///< name to SHA-256
    QJsonObject card;
    std::string problem; ///< why it cannot be used; empty for a usable one. Then there is no hash

    /// name@hash, the hash shortened to 12 digits: how results name the model.
    std::string label() const { return name + "@" + hash.substr(0, 12); }
};

/// The models that came with the program, those that the user added, and which one is in use.
///
/// Every call looks at the disk, so several programs may use one registry at once. A name exists
/// once: a shipped model hides the user's one of that name.
class ModelRegistry {
public:
    explicit ModelRegistry(AppFolders folders);

    /// The registry of this program and user. Needs a QCoreApplication.
    static ModelRegistry standard() { return ModelRegistry(AppFolders::standard()); }

    /// Shipped ones first, then by name; unusable ones included.
    std::vector<InstalledModel> list() const;

    /// @param name  empty for the one in use
    /// @returns ModelMissing, ModelUnusable
    Result<InstalledModel> find(const std::string& name) const;

    /// The starter's name if none was chosen.
    std::string nameInUse() const;

    /// @returns ModelMissing, ModelUnusable, FileUnwritable
    Result<InstalledModel> use(const std::string& name) const;

    /// Takes a finished package (its card lists its files) into the user's folder, by renaming it;
    /// its files become read-only. The folder must be on that file system: see makeStagingFolder().
    /// @returns ModelExists, ModelUnusable, FileUnwritable
    Result<InstalledModel> add(const std::filesystem::path& package) const;

    /// A new empty folder beside the user's models in which a package can be made; list() does not
    /// see it. The caller removes it.
    /// @returns FileUnwritable
    Result<std::filesystem::path> makeStagingFolder() const;

    /// If it was in use, the starter is from then on.
    /// @returns ModelMissing, ModelShipped, FileUnwritable
    Result<void> remove(const std::string& name) const;

    /// Compares every file with the card.
    /// @returns ModelMissing; ModelUnusable, naming each file that is missing or changed
    Result<InstalledModel> verify(const std::string& name) const;

private:
    Result<void> chooseInSettings(const std::string& name) const;

    AppFolders m_folders;
};

} // namespace circumplex
