#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QTemporaryDir>

#include <filesystem>

namespace circumplex::test {

/// What circumplex-cli did.
struct CliOutcome {
    int exitCode = -1;
    QList<QJsonObject> lines; ///< JSON objects on stdout
    QString errors; ///< stderr
};

/// Runs the real circumplex-cli, with data and settings in a folder of its own.
class CliProcess {
public:
    /// @param arguments  bytes, which need not be text
    CliOutcome run(const QList<QByteArray>& arguments, const QByteArray& input = {});

    /// A name in the folder.
    std::filesystem::path place(const char* name) const;

private:
    QTemporaryDir m_folder;
};

} // namespace circumplex::test
