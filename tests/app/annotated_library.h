#pragma once

#include "tests/app/cli_process.h"

#include <QProcess>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <filesystem>

namespace circumplex::test {

/// A folder with short sounds, a library of them, and the real program at work on both.
class AnnotatedLibrary {
public:
    AnnotatedLibrary();

    std::filesystem::path music() const { return m_cli.place("music"); }
    QString file() const { return QString::fromStdString(m_cli.place("lib.circumplex").string()); }

    /// Writes sound 0, 1, ... `count` - 1 as music/NNN.wav, each another one.
    void writeSounds(int count, double seconds = 2.0);

    /// Writes one sound by the ffmpeg program. @param codec  empty: what the ending stands for
    void writeEncoded(const char* name, const char* codec = "");

    CliOutcome scan() { return m_cli.run({ "scan", "--json", "--library", lib(), dir() }); }

    /// annotate --json, to its end. @param more  options
    CliOutcome annotate(const QList<QByteArray>& more = {});

    /// annotate --json as a process of its own, started. @param variables  "NAME=value"
    void start(QProcess& process, const QStringList& more = {}, const QStringList& variables = {});

    /// What the sqlite3 program answers, one row a line.
    QStringList sql(const QString& statement) const;

    /// Ids of the tracks that have a complete annotation.
    QSet<qint64> annotated() const;

    CliProcess& cli() { return m_cli; }

    /// This process, too, keeps data, settings and caches where the program's do.
    void shareFolders() const;

private:
    QByteArray lib() const { return file().toUtf8(); }
    QByteArray dir() const { return QByteArray::fromStdString(music().string()); }

    CliProcess m_cli;
};

/// JSON objects on lines.
QList<QJsonObject> jsonLines(const QByteArray& text);

/// The process ids of a process' children.
QList<qint64> childrenOf(qint64 process);

} // namespace circumplex::test
