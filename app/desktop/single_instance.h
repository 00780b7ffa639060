#pragma once

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
    bool handOver(const QStringList& paths) const;

    /// Becomes the instance that others hand over to.
    void listen();

Q_SIGNALS:
    /// @param paths  may be empty: come to the front
    void asked(const QStringList& paths);

private:
    QString m_name;
    QLocalServer* m_server = nullptr;
};

} // namespace circumplex
