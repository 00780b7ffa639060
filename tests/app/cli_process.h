#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

#include <filesystem>

namespace circumplex::test {

/// What circumplex-cli did.
struct CliOutcome {
    int exitCode = -1;
    QByteArray output; ///< stdout
    QList<QJsonObject> lines; ///< JSON objects on stdout
    QString errors; ///< stderr
};

/// Runs the real circumplex-cli, with data and settings in a folder of its own.
class CliProcess {
public:
    /// @param arguments  bytes, which need not be text
    CliOutcome run(const QList<QByteArray>& arguments, const QByteArray& input = {}) const;

    /// The same for a user who may not write what permissions forbid, which root may.
    CliOutcome runWithoutPrivileges(const QList<QByteArray>& arguments) const;

    /// That of the program's processes: data, settings and caches are in the folder.
    QProcessEnvironment environment() const;

    /// A name in the folder.
    std::filesystem::path place(const char* name) const;

private:
    CliOutcome runBehind(const QByteArray& prefix, const QList<QByteArray>& arguments,
        const QByteArray& input) const;

    QTemporaryDir m_folder;
};

} // namespace circumplex::test
