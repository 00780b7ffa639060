#include "tests/app/cli_process.h"

#include "tests/core/audio/sound_files.h"

#include <QJsonDocument>
#include <QProcess>

#include <unistd.h>

namespace circumplex::test {

using namespace Qt::StringLiterals;

CliOutcome CliProcess::run(const QList<QByteArray>& arguments, const QByteArray& input) const
{
    return runBehind({}, arguments, input);
}

CliOutcome CliProcess::runWithoutPrivileges(const QList<QByteArray>& arguments) const
{
    const bool isRoot = ::geteuid() == 0;
    return runBehind(
        isRoot ? "setpriv --bounding-set=-dac_override,-dac_read_search " : "", arguments, {});
}

CliOutcome CliProcess::runBehind(
    const QByteArray& prefix, const QList<QByteArray>& arguments, const QByteArray& input) const
{
    // a shell passes bytes on that are not valid text
    QByteArray command = "exec " + prefix + "'" CIRCUMPLEX_BUILD "/bin/circumplex-cli'";
    for (QByteArray argument : arguments)
        command += " '" + argument.replace('\'', "'\\''") + '\'';
    write(place("command.sh"), command + '\n');
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(u"sh"_s, { m_folder.filePath(u"command.sh"_s) });
    process.write(input);
    process.closeWriteChannel();
    constexpr int kPatienceMs = 300'000;
    if (!process.waitForFinished(kPatienceMs)) qFatal("circumplex-cli does not end");
    CliOutcome outcome { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        process.readAllStandardOutput(), {}, QString::fromUtf8(process.readAllStandardError()) };
    for (const QByteArray& line : outcome.output.split('\n'))
        if (const auto document = QJsonDocument::fromJson(line); document.isObject())
            outcome.lines.append(document.object());
    return outcome;
}

QProcessEnvironment CliProcess::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, m_folder.filePath(u"cache"_s));
    return environment;
}

std::filesystem::path CliProcess::place(const char* name) const
{
    return std::filesystem::path(m_folder.path().toStdString()) / name;
}

} // namespace circumplex::test
