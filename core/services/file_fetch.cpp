#include "core/services/file_fetch.h"

#include "core/services/fetch_proxy.h"
#include "core/services/file_hash.h"
#include "core/services/path_text.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStorageInfo>
#include <QTimer>

#include <cerrno>
#include <memory>
#include <optional>

namespace circumplex {

namespace {

using namespace Qt::StringLiterals;

constexpr int kProgressMs = 250;
constexpr int kStopLookMs = 50;
constexpr qint64 kBufferBytes = 1 << 20;

tl::unexpected<Error> refuse(ErrorCode code, const std::string& detail)
{
    return tl::unexpected(Error { code, detail });
}

/// What a part that lies there is a part of.
struct Origin {
    QString address;
    QByteArray validator; ///< a strong ETag, or a date; empty: none was given
};

class Fetch {
public:
    Fetch(const FetchJob& job, std::stop_token stop, const FetchProgress& progress)
        : m_job(job)
        , m_stop(std::move(stop))
        , m_progress(progress)
        , m_part(textOf(job.file) + u".part"_s)
        , m_origin(textOf(job.file) + u".part.origin"_s)
    {
        m_network.setProxyFactory(new FetchProxies);
    }

    Result<void> run()
    {
        if (m_job.address.scheme() != u"https" && m_job.address.scheme() != u"http")
            return refuse(ErrorCode::DownloadRefused,
                "\"" + m_job.address.toString().toStdString()
                    + "\" is no address that begins with https:// or http://");
        std::error_code failed;
        std::filesystem::create_directories(m_job.file.parent_path(), failed);
        if (failed)
            return refuse(ErrorCode::FileUnwritable,
                m_job.file.parent_path().string() + ": " + failed.message());
        if (std::filesystem::exists(m_job.file)) {
            if (isRight(m_job.file)) return {};
            std::filesystem::remove(m_job.file, failed);
        }
        for (;;) {
            const qint64 before = m_part.size();
            m_mustAskAgain = false;
            const auto attempted = attempt();
            if (attempted) return finish();
            if (m_mustAskAgain && before > 0) continue;
            // As long as every try brings something, the end is in sight.
            if (attempted.error().code != ErrorCode::NetworkUnreachable || m_part.size() <= before)
                return attempted;
            if (!pause()) return cancelled();
        }
    }

private:
    Result<void> attempt()
    {
        m_part.setFileName(textOf(m_job.file) + u".part"_s);
        m_have = m_part.size();
        const Origin origin = readOrigin();
        const bool isKnown = origin.address == m_job.address.toString()
            && (!origin.validator.isEmpty() || !m_job.sha256.empty());
        if (m_have > 0 && !isKnown) discard();

        QNetworkRequest request(m_job.address);
        request.setTransferTimeout(m_job.silenceMs);
        // A part of a compressed answer would be of no use.
        request.setRawHeader("Accept-Encoding", "identity");
        request.setHeader(QNetworkRequest::UserAgentHeader, u"circumplex"_s);
        if (m_have > 0) {
            request.setRawHeader("Range", "bytes=" + QByteArray::number(m_have) + "-");
            if (!origin.validator.isEmpty()) request.setRawHeader("If-Range", origin.validator);
        }
        m_hasBegun = false;
        m_problem.reset();
        m_total = 0;
        m_reply.reset(m_network.get(request));
        m_reply->setReadBufferSize(kBufferBytes);
        QEventLoop loop;
        QTimer look;
        look.callOnTimeout(&loop, [this] {
            if (m_stop.stop_requested()) m_reply->abort();
        });
        look.start(kStopLookMs);
        QObject::connect(m_reply.get(), &QNetworkReply::readyRead, &loop, [this] { take(); });
        QObject::connect(m_reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        if (!m_reply->isFinished()) loop.exec();
        if (!m_problem && !m_stop.stop_requested()) take();
        m_part.close();
        return outcome();
    }

    /// Looks at the head of the answer and decides where its body goes.
    bool begin()
    {
        m_hasBegun = true;
        const int status = httpStatus();
        const QByteArray etag = m_reply->rawHeader("ETag");
        const QByteArray validator
            = etag.startsWith('"') ? etag : m_reply->rawHeader("Last-Modified");
        const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (status == 206) {
            static const QRegularExpression form(u"^bytes (\\d+)-\\d+/(\\d+|\\*)$"_s);
            const auto range = form.match(QString::fromLatin1(m_reply->rawHeader("Content-Range")));
            const QByteArray known = readOrigin().validator;
            const bool isOther = !known.isEmpty() && !validator.isEmpty() && known != validator;
            if (!range.hasMatch() || range.captured(1).toLongLong() != m_have || isOther) {
                discard();
                m_mustAskAgain = true;
                m_reply->abort();
                return false;
            }
            m_total = range.captured(2).toLongLong(); // 0 for "*"
        } else {
            discard(); // the whole file comes, whatever was asked for
            m_total = length;
        }
        if (m_total == 0) m_total = m_job.bytes;
        if (!hasRoom()) return false;
        if (!writeOrigin({ m_job.address.toString(), validator })
            || !m_part.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            return fail(ErrorCode::FileUnwritable,
                m_part.fileName().toStdString() + ": " + m_part.errorString().toStdString());
        return true;
    }

    void take()
    {
        const int status = httpStatus();
        if (m_problem || m_mustAskAgain || (status != 200 && status != 206)) return;
        if (!m_hasBegun && !begin()) return;
        while (m_reply->bytesAvailable() > 0) {
            const QByteArray bytes = m_reply->read(kBufferBytes);
            errno = 0;
            const qint64 written = m_part.write(bytes);
            const bool isFull = errno == ENOSPC || errno == EDQUOT;
            if (written == bytes.size()) {
                m_have += written;
                continue;
            }
            fail(isFull || (written >= 0 && written < bytes.size()) ? ErrorCode::DiskFull
                                                                    : ErrorCode::FileUnwritable,
                m_part.fileName().toStdString() + ": " + m_part.errorString().toStdString());
            return;
        }
        if (m_progress && (!m_sinceProgress.isValid() || m_sinceProgress.elapsed() > kProgressMs)) {
            m_sinceProgress.start();
            m_progress(m_have, m_total);
        }
    }

    Result<void> outcome()
    {
        if (m_stop.stop_requested()) return cancelled();
        if (m_problem) return tl::unexpected(*m_problem);
        const int status = httpStatus();
        const std::string address = m_job.address.toString().toStdString();
        if (status == 416 && m_have > 0) {
            // Nothing follows: the part is the whole, or was a part of something else.
            if (m_job.sha256.empty() || !isRight(m_part.filesystemFileName())) {
                discard();
                m_mustAskAgain = true;
                return refuse(ErrorCode::NetworkUnreachable, address);
            }
            return {};
        }
        if (status >= 400)
            return refuse(ErrorCode::DownloadRefused,
                address + ": the server answers " + std::to_string(status) + " ("
                    + m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute)
                          .toString()
                          .toStdString()
                    + ")");
        if (m_reply->error() == QNetworkReply::OperationCanceledError)
            return refuse(ErrorCode::NetworkUnreachable,
                address + ": nothing came for " + std::to_string(m_job.silenceMs / 1000) + " s");
        if (m_reply->error() != QNetworkReply::NoError || (m_total > 0 && m_have < m_total))
            return refuse(ErrorCode::NetworkUnreachable,
                address + ": " + m_reply->errorString().toStdString());
        if (!m_hasBegun) return refuse(ErrorCode::DownloadRefused, address + ": there is nothing");
        return {};
    }

    /// The part is whole: is it what was meant?
    Result<void> finish()
    {
        if (m_progress) m_progress(m_have, m_have);
        if (!isRight(m_part.filesystemFileName())) {
            discard();
            return refuse(ErrorCode::DownloadWrong,
                m_job.address.toString().toStdString() + " gave " + m_wrong
                    + ". It was thrown away. If its authors publish a newer file, download it "
                      "yourself and import it.");
        }
        QFile::remove(m_origin);
        std::error_code failed;
        std::filesystem::rename(m_part.filesystemFileName(), m_job.file, failed);
        if (failed)
            return refuse(ErrorCode::FileUnwritable, m_job.file.string() + ": " + failed.message());
        return {};
    }

    bool isRight(const std::filesystem::path& file)
    {
        const auto bytes = QFile(file).size();
        m_wrong = std::to_string(bytes) + " bytes instead of " + std::to_string(m_job.bytes);
        if (m_job.bytes > 0 && bytes != m_job.bytes) return false;
        if (m_job.sha256.empty()) return true;
        const auto sha256 = fileSha256(file);
        m_wrong = "a file with another SHA-256 than " + m_job.sha256;
        return sha256 && *sha256 == m_job.sha256;
    }

    /// Better said before an hour of downloading than after it.
    bool hasRoom()
    {
        const qint64 room = QStorageInfo(textOf(m_job.file.parent_path())).bytesAvailable();
        if (m_total == 0 || room < 0 || room >= m_total - m_have) return true;
        return fail(ErrorCode::DiskFull,
            m_job.file.parent_path().string() + ": " + std::to_string(m_total - m_have)
                + " bytes are to come, and there is room for " + std::to_string(room));
    }

    bool fail(ErrorCode code, const std::string& detail)
    {
        m_problem = Error { code, detail };
        m_reply->abort();
        return false;
    }

    tl::unexpected<Error> cancelled() const
    {
        return refuse(ErrorCode::Cancelled,
            "stopped; what has come of " + m_job.file.filename().string()
                + " is kept, and the next try goes on from there");
    }

    /// @return false: stopped meanwhile
    bool pause()
    {
        QElapsedTimer waited;
        QEventLoop loop;
        for (waited.start(); waited.elapsed() < m_job.retryPauseMs && !m_stop.stop_requested();) {
            QTimer::singleShot(kStopLookMs, &loop, &QEventLoop::quit);
            loop.exec();
        }
        return !m_stop.stop_requested();
    }

    int httpStatus() const
    {
        return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    void discard()
    {
        m_part.close();
        m_part.remove();
        QFile::remove(m_origin);
        m_have = 0;
    }

    Origin readOrigin() const
    {
        QFile file(m_origin);
        if (!file.open(QIODevice::ReadOnly)) return {};
        const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
        return { object["address"_L1].toString(), object["validator"_L1].toString().toLatin1() };
    }

    bool writeOrigin(const Origin& origin) const
    {
        QSaveFile file(m_origin);
        const QJsonObject object { { "address"_L1, origin.address },
            { "validator"_L1, QString::fromLatin1(origin.validator) } };
        return file.open(QIODevice::WriteOnly)
            && file.write(QJsonDocument(object).toJson(QJsonDocument::Compact)) > 0
            && file.commit();
    }

    const FetchJob& m_job;
    std::stop_token m_stop;
    const FetchProgress& m_progress;
    QNetworkAccessManager m_network;
    std::unique_ptr<QNetworkReply> m_reply;
    QFile m_part;
    QString m_origin; ///< file beside the part
    qint64 m_have = 0, m_total = 0;
    bool m_hasBegun = false; ///< the body of the answer is being written
    bool m_mustAskAgain = false; ///< for the whole file
    std::optional<Error> m_problem;
    std::string m_wrong; ///< what isRight() found
    QElapsedTimer m_sinceProgress;
};

} // namespace

Result<void> fetchFile(const FetchJob& job, std::stop_token stop, const FetchProgress& progress)
{
    return Fetch(job, std::move(stop), progress).run();
}

} // namespace circumplex
