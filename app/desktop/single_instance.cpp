#include "app/desktop/single_instance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QThread>

#include <unistd.h>

namespace circumplex {

namespace {

/// A local program answers at once, and starts within this; beyond it, it hangs, and a new window
/// is the better answer.
constexpr int kAnswerMs = 500;
constexpr int kPatienceMs = 3000;
constexpr int kPauseMs = 50;

} // namespace

SingleInstance::SingleInstance(const QString& key, QObject* parent)
    : QObject(parent)
    , m_name(QStringLiteral("circumplex-%1-%2")
                 .arg(getuid())
                 .arg(QLatin1StringView(
                     QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256)
                         .toHex()
                         .left(16))))
    , m_lock(QDir::temp().filePath(m_name + QStringLiteral(".lock")))
{
    m_lock.setStaleLockTime(0); // only death frees it
}

bool SingleInstance::handOver(const QStringList& paths)
{
    QDeadlineTimer patience(kPatienceMs);
    do {
        if (m_lock.tryLock()) return false; // there is no other, or it died
        if (send(paths)) return true;
        QThread::msleep(kPauseMs); // it is still starting
    } while (!patience.hasExpired());
    return false;
}

bool SingleInstance::send(const QStringList& paths) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kAnswerMs)) return false;
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream << paths;
    socket.write(message);
    return socket.waitForBytesWritten(kAnswerMs) && socket.waitForReadyRead(kAnswerMs);
}

void SingleInstance::listen()
{
    if (!m_lock.isLocked()) return; // another one hangs, and others may still reach it
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_name); // of an instance that crashed; we hold the lock
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
