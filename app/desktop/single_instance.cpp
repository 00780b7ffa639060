#include "app/desktop/single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QLocalServer>
#include <QLocalSocket>

#include <unistd.h>

namespace circumplex {

namespace {

/// A local program answers at once; beyond this it hangs, and a new window is the better answer.
constexpr int kPatienceMs = 500;

} // namespace

SingleInstance::SingleInstance(const QString& key, QObject* parent)
    : QObject(parent)
    , m_name(QStringLiteral("circumplex-%1-%2")
                 .arg(getuid())
                 .arg(QLatin1StringView(
                     QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256)
                         .toHex()
                         .left(16))))
{
}

bool SingleInstance::handOver(const QStringList& paths) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kPatienceMs)) return false;
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream << paths;
    socket.write(message);
    return socket.waitForBytesWritten(kPatienceMs) && socket.waitForReadyRead(kPatienceMs);
}

void SingleInstance::listen()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_name); // of an instance that crashed; a living one has answered
    m_server->listen(m_name);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        QLocalSocket* socket = m_server->nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            QDataStream stream(socket);
            stream.startTransaction();
            QStringList paths;
            stream >> paths;
            if (!stream.commitTransaction()) return;
            socket->write("1");
            Q_EMIT asked(paths);
        });
    });
}

} // namespace circumplex
