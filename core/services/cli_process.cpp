#include "core/services/cli_process.h"

#include <QCoreApplication>

namespace circumplex {

namespace {

constexpr int kStopMs = 3000;

/// The last line that the program said, without its name.
QString lastSentence(const QByteArray& errors)
{
    QByteArray text = errors.trimmed();
    text = text.mid(text.lastIndexOf('\n') + 1);
    const QByteArray name = "circumplex-cli: ";
    return QString::fromUtf8(text.startsWith(name) ? text.mid(name.size()) : text);
}

} // namespace

CliProcess::CliProcess(QObject* parent)
    : QObject(parent)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &CliProcess::readLines);
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        readLines();
        QString problem;
        if (status == QProcess::CrashExit || code != 0) {
            problem = lastSentence(m_process.readAllStandardError());
            if (problem.isEmpty()) problem = QStringLiteral("circumplex-cli ended unexpectedly.");
        }
        Q_EMIT finished(problem);
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT finished(QStringLiteral("%1 cannot be started: %2")
                                .arg(m_process.program(), m_process.errorString()));
    });
}

CliProcess::~CliProcess()
{
    m_process.disconnect(this);
    if (!isRunning()) return;
    stop();
    if (!m_process.waitForFinished(kStopMs)) m_process.kill();
    m_process.waitForFinished(kStopMs);
}

void CliProcess::setEnvironment(const QProcessEnvironment& environment)
{
    m_process.setProcessEnvironment(environment);
}

void CliProcess::start(const QStringList& arguments)
{
    m_process.setProgram(
        QCoreApplication::applicationDirPath() + QStringLiteral("/circumplex-cli"));
    m_process.setArguments(QStringList { QStringLiteral("--json") } + arguments);
    m_process.start();
}

void CliProcess::stop()
{
    m_process.terminate();
}

void CliProcess::readLines()
{
    while (m_process.canReadLine())
        Q_EMIT line(m_process.readLine().trimmed());
}

} // namespace circumplex
