#pragma once

#include <QLockFile>
#include <QObject>

class QLocalServer;

namespace circumplex {

/// One window per user and library: a second start hands its paths to the first.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    /// @param key  what there is to be one instance of
    explicit SingleInstance(const QString& key, QObject* parent = nullptr);

    /// @return true if another instance took the paths, so that this one can end
    bool handOver(const QStringList& paths);

    /// Becomes the instance that others hand over to, after handOver() found none.
    void listen();

Q_SIGNALS:
    /// @param paths  may be empty: come to the front
    void asked(const QStringList& paths);

private:
    bool send(const QStringList& paths) const;

    QString m_name;
    QLockFile m_lock;
    QLocalServer* m_server = nullptr;
};

} // namespace circumplex
