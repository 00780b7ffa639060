#pragma once

#include <QByteArrayList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace circumplex::test {

/// A request, its header lines with "name: value" as they came.
struct WebRequest {
    QByteArray line; ///< "GET /file HTTP/1.1"
    QByteArrayList headers;

    QByteArray header(const QByteArray& name) const
    {
        for (const QByteArray& header : headers)
            if (header.toLower().startsWith(name.toLower() + ": "))
                return header.mid(name.size() + 2);
        return {};
    }
};

/// A web server of this process with one file, which can misbehave.
class WebServer : public QTcpServer {
public:
    QByteArray content;
    QByteArray etag = "\"one\"";
    QByteArray redirect; ///< address that a request for /moved is sent to
    int status = 200;
    bool knowsRange = true;
    bool knowsIfRange = true;
    bool saysLength = true;
    qint64 breaksAfter = -1; ///< bytes of the body, once
    bool isSilentAfterBreak = false; ///< instead of closing the connection
    QList<WebRequest> requests;

    WebServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    QUrl address(const char* path = "/file") const
    {
        return QUrl(
            QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(QLatin1StringView(path)));
    }

private:
    void read(QTcpSocket& socket)
    {
        QByteArray head = socket.property("head").toByteArray() + socket.readAll();
        socket.setProperty("head", head);
        if (!head.endsWith("\r\n\r\n")) return;
        QByteArrayList lines = head.trimmed().replace("\r\n", "\n").split('\n');
        WebRequest request { lines.takeFirst(), lines };
        // Qt asks a second time by itself when a connection closes early, which is no new question.
        const bool isRepeated = !requests.isEmpty() && requests.last().line == request.line
            && requests.last().headers == request.headers;
        if (!isRepeated) requests << request;
        answer(socket, request);
    }

    void answer(QTcpSocket& socket, const WebRequest& request)
    {
        if (request.line.contains("/moved ")) {
            socket.write("HTTP/1.1 302 Found\r\nLocation: " + redirect
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket.disconnectFromHost();
            return;
        }
        if (status != 200) {
            socket.write("HTTP/1.1 " + QByteArray::number(status)
                + " No\r\nContent-Length: 5\r\nConnection: close\r\n\r\nsorry");
            socket.disconnectFromHost();
            return;
        }
        qint64 from = 0;
        const QByteArray range = request.header("Range");
        const QByteArray condition = request.header("If-Range");
        const bool isSame = !knowsIfRange || condition.isEmpty() || condition == etag;
        if (knowsRange && isSame && range.startsWith("bytes="))
            from = range.mid(6, range.size() - 7).toLongLong();
        if (from > 0 && from >= content.size()) {
            socket.write("HTTP/1.1 416 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket.disconnectFromHost();
            return;
        }
        QByteArray head = from > 0 ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes "
                + QByteArray::number(from) + '-' + QByteArray::number(content.size() - 1) + '/'
                + QByteArray::number(content.size()) + "\r\n"
                                   : QByteArray("HTTP/1.1 200 OK\r\n");
        if (!etag.isEmpty()) head += "ETag: " + etag + "\r\n";
        if (saysLength)
            head += "Content-Length: " + QByteArray::number(content.size() - from) + "\r\n";
        socket.write(head + "Connection: close\r\n\r\n");
        const qint64 most = std::exchange(breaksAfter, -1);
        socket.write(content.mid(from, most));
        if (most < 0 || !isSilentAfterBreak) socket.disconnectFromHost();
    }
};

} // namespace circumplex::test
