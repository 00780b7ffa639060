#pragma once

#include <QByteArrayList>
#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace circumplex {

/// One run of circumplex-cli, which stands beside this program. What needs LibTorch or reads
/// strangers' files runs in a process of its own: it may crash without taking a window along.
///
/// Ends with this object: a run that is under way is asked to stop and waited for.
class CliProcess : public QObject {
    Q_OBJECT

public:
    explicit CliProcess(QObject* parent = nullptr);
    ~CliProcess() override;

    /// Of the runs to come; this program's own otherwise.
    void setEnvironment(const QProcessEnvironment& environment);
    /// At most one run at a time. @param arguments  "--json" goes in front of them
    void start(const QStringList& arguments);
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// As Ctrl+C does: what is done so far stays.
    void stop();

Q_SIGNALS:
    /// One JSON object of the output.
    void line(const QByteArray& json);
    /// @param problem  English; empty if all went well. Its code, if it has one, was in a line
    void finished(const QString& problem);

private:
    void readLines();

    QProcess m_process;
};

} // namespace circumplex
