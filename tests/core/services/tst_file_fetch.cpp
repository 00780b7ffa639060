#include "core/services/fetch_proxy.h"
#include "core/services/file_fetch.h"
#include "tests/core/services/web_server.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace circumplex;
using circumplex::test::WebServer;

namespace {

constexpr std::array kVariables { "http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY",
    "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY" };

QByteArray someBytes(qint64 count, char seed)
{
    QByteArray bytes(count, '\0');
    unsigned state = static_cast<unsigned char>(seed);
    for (char& byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24U);
    }
    return bytes;
}

std::string hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

QByteArray contentOf(const std::filesystem::path& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Against a web server of its own, which behaves well and badly.
class FileFetchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char* variable : kVariables)
            qunsetenv(variable);
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<WebServer>();
        m_server->content = someBytes(3'000'000, 'a');
        m_job = { .address = m_server->address(),
            .file = m_folder->filePath(QStringLiteral("in/here/file")).toStdString(),
            .bytes = m_server->content.size(),
            .sha256 = hashOf(m_server->content),
            .retryPauseMs = 1,
            .silenceMs = 10'000 }; // a busy machine is silent now and then
    }

    void aFileComesWhole()
    {
        std::int64_t last = 0;
        const auto fetched = fetchFile(m_job, {}, [&](std::int64_t done, std::int64_t total) {
            QVERIFY(done >= last);
            QCOMPARE(total, m_job.bytes);
            last = done;
        });
        QVERIFY2(fetched, fetched ? "" : fetched.error().detail.c_str());
        QCOMPARE(last, m_job.bytes);
        QCOMPARE(contentOf(m_job.file), m_server->content);
        QVERIFY(!std::filesystem::exists(part()));
        QVERIFY(!std::filesystem::exists(part().string() + ".origin"));
        // The second time there is nothing to ask for.
        QVERIFY(fetchFile(m_job, {}, {}));
        QCOMPARE(m_server->requests.size(), 1);
    }

    void aFileOfUnknownSizeAndHashComesToo()
    {
        m_job.bytes = 0;
        m_job.sha256.clear();
        m_server->saysLength = false;
        QVERIFY(fetchFile(m_job, {}, {}));
        QCOMPARE(contentOf(m_job.file), m_server->content);
    }

    void aBrokenConnectionIsTakenUpWhereItBroke_data()
    {
        QTest::addColumn<bool>("isSilent");
        QTest::newRow("closed") << false;
        QTest::newRow("silent") << true;
    }

    void aBrokenConnectionIsTakenUpWhereItBroke()
    {
        QFETCH(const bool, isSilent);
        m_server->breaksAfter = 1'000'000;
        m_server->isSilentAfterBreak = isSilent;
        if (isSilent) m_job.silenceMs = 1500;
        const auto fetched = fetchFile(m_job, {}, {});
        QVERIFY2(fetched, fetched ? "" : fetched.error().detail.c_str());
        QCOMPARE(contentOf(m_job.file), m_server->content);
        QCOMPARE(m_server->requests.size(), 2);
        QCOMPARE(m_server->requests.at(1).header("Range"), QByteArray("bytes=1000000-"));
        QCOMPARE(m_server->requests.at(1).header("If-Range"), QByteArray("\"one\""));
    }

    void stoppingKeepsThePartAndTheNextTryGoesOn()
    {
        m_server->breaksAfter = 700'000;
        m_server->isSilentAfterBreak = true;
        std::stop_source stop;
        const auto stopped
            = fetchFile(m_job, stop.get_token(), [&](std::int64_t done, std::int64_t) {
                  if (done > 0) stop.request_stop();
              });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(!std::filesystem::exists(m_job.file));
        const auto kept = std::filesystem::file_size(part());
        QVERIFY(kept > 0);
        QVERIFY(fetchFile(m_job, {}, {}));
        QCOMPARE(contentOf(m_job.file), m_server->content);
        QCOMPARE(m_server->requests.at(1).header("Range"),
            "bytes=" + QByteArray::number(static_cast<qulonglong>(kept)) + "-");
    }

    void aServerThatCannotGoOnBeginsAnew()
    {
        breakOnce();
        m_server->knowsRange = false;
        QVERIFY(fetchFile(m_job, {}, {}));
        QCOMPARE(contentOf(m_job.file), m_server->content);
    }

    void aFileThatChangedMeanwhileIsFetchedAnew_data()
    {
        QTest::addColumn<bool>("knowsIfRange");
        QTest::newRow("the server compares") << true;
        QTest::newRow("the server does not") << false;
    }

    void aFileThatChangedMeanwhileIsFetchedAnew()
    {
        QFETCH(const bool, knowsIfRange);
        breakOnce();
        m_server->knowsIfRange = knowsIfRange;
        m_server->content = someBytes(2'000'000, 'b');
        m_server->etag = "\"two\"";
        m_job.bytes = 0;
        m_job.sha256.clear();
        QVERIFY(fetchFile(m_job, {}, {}));
        QCOMPARE(contentOf(m_job.file), m_server->content);
    }

    void aPartOfAnotherAddressIsNotContinued()
    {
        breakOnce();
        m_job.address = m_server->address("/other");
        QVERIFY(fetchFile(m_job, {}, {}));
        QVERIFY(m_server->requests.constLast().header("Range").isEmpty());
        QCOMPARE(contentOf(m_job.file), m_server->content);
    }

    void aPartThatIsWholeAlreadyIsRecognised()
    {
        breakOnce();
        QFile file(part());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_server->content);
        file.close();
        QVERIFY(fetchFile(m_job, {}, {}));
        QCOMPARE(contentOf(m_job.file), m_server->content);
    }

    void anotherFileThanWasMeantIsThrownAway()
    {
        m_server->content[1234] = static_cast<char>(m_server->content[1234] ^ 1);
        const auto fetched = fetchFile(m_job, {}, {});
        QCOMPARE(fetched.error().code, ErrorCode::DownloadWrong);
        QVERIFY(!std::filesystem::exists(m_job.file));
        QVERIFY(!std::filesystem::exists(part()));
        m_server->content.chop(1);
        QCOMPARE(fetchFile(m_job, {}, {}).error().code, ErrorCode::DownloadWrong);
    }

    void whatTheServerRefusesIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("not found") << 404;
        QTest::newRow("forbidden") << 403;
        QTest::newRow("broken") << 500;
    }

    void whatTheServerRefusesIsSaid()
    {
        QFETCH(const int, status);
        m_server->status = status;
        const auto fetched = fetchFile(m_job, {}, {});
        QCOMPARE(fetched.error().code, ErrorCode::DownloadRefused);
        QVERIFY(fetched.error().detail.find(std::to_string(status)) != std::string::npos);
        QVERIFY(!std::filesystem::exists(part()));
    }

    void aRefusalKeepsWhatHasCome()
    {
        breakOnce();
        const auto kept = std::filesystem::file_size(part());
        m_server->status = 503;
        QCOMPARE(fetchFile(m_job, {}, {}).error().code, ErrorCode::DownloadRefused);
        QCOMPARE(std::filesystem::file_size(part()), kept);
    }

    void withoutAServerThatIsSaid()
    {
        m_server->close();
        QCOMPARE(fetchFile(m_job, {}, {}).error().code, ErrorCode::NetworkUnreachable);
        m_job.address = QUrl(QStringLiteral("http://nowhere.invalid/file"));
        QCOMPARE(fetchFile(m_job, {}, {}).error().code, ErrorCode::NetworkUnreachable);
    }

    void onlyWebAddressesAreFetched()
    {
        m_job.address = QUrl(QStringLiteral("file:///etc/passwd"));
        QCOMPARE(fetchFile(m_job, {}, {}).error().code, ErrorCode::DownloadRefused);
    }

    void redirectsAreFollowedWithTheirRange()
    {
        m_server->redirect = m_server->address().toEncoded();
        m_job.address = m_server->address("/moved");
        m_server->breaksAfter = 500'000;
        QVERIFY(fetchFile(m_job, {}, {}));
        QCOMPARE(contentOf(m_job.file), m_server->content);
        QCOMPARE(m_server->requests.size(), 4);
        QCOMPARE(m_server->requests.at(3).header("Range"), QByteArray("bytes=500000-"));
    }

    void theProxyOfTheEnvironmentIsAsked_data()
    {
        QTest::addColumn<QByteArray>("variable");
        for (const char* variable : { "http_proxy", "HTTP_PROXY", "ALL_PROXY" })
            QTest::newRow(variable) << QByteArray(variable);
    }

    void theProxyOfTheEnvironmentIsAsked()
    {
        QFETCH(const QByteArray, variable);
        qputenv(
            variable.constData(), "http://127.0.0.1:" + QByteArray::number(m_server->serverPort()));
        m_job.address = QUrl(QStringLiteral("http://far.invalid/file"));
        const auto fetched = fetchFile(m_job, {}, {});
        QVERIFY2(fetched, fetched ? "" : fetched.error().detail.c_str());
        QCOMPARE(m_server->requests.constFirst().line,
            QByteArray("GET http://far.invalid/file HTTP/1.1"));
        qputenv("no_proxy", "elsewhere.org, .invalid");
        std::filesystem::remove(m_job.file);
        QCOMPARE(fetchFile(m_job, {}, {}).error().code, ErrorCode::NetworkUnreachable);
    }

    void encryptedConnectionsGoThroughTheProxyAsATunnel()
    {
        qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(m_server->serverPort()));
        m_server->status = 502;
        m_job.address = QUrl(QStringLiteral("https://far.invalid/file"));
        QVERIFY(!fetchFile(m_job, {}, {}));
        QCOMPARE(
            m_server->requests.constFirst().line, QByteArray("CONNECT far.invalid:443 HTTP/1.1"));
    }

    void proxiesWithNamesAndOtherKinds()
    {
        qputenv("ALL_PROXY", "socks5://me:secret@proxy.invalid");
        FetchProxies proxies;
        const QNetworkProxy proxy
            = proxies.queryProxy(QNetworkProxyQuery(QUrl(QStringLiteral("https://a.org"))))
                  .constFirst();
        QCOMPARE(proxy.type(), QNetworkProxy::Socks5Proxy);
        QCOMPARE(proxy.port(), quint16 { 1080 });
        QCOMPARE(proxy.user(), QStringLiteral("me"));
        QCOMPARE(proxy.password(), QStringLiteral("secret"));
    }

    void aFullDiskIsSaidAndThePartStays_data()
    {
        QTest::addColumn<bool>("saysLength");
        QTest::newRow("known before") << true;
        QTest::newRow("found out") << false;
    }

    void aFullDiskIsSaidAndThePartStays()
    {
        QFETCH(const bool, saysLength);
        const QString disk = m_folder->filePath(QStringLiteral("disk"));
        QVERIFY(QDir().mkpath(disk));
        QCOMPARE(QProcess::execute(QStringLiteral("mount"),
                     { QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                         QStringLiteral("size=2m"), QStringLiteral("tmpfs"), disk }),
            0);
        m_job.file = disk.toStdString() + "/file";
        m_server->saysLength = saysLength;
        m_job.bytes = 0;
        const auto full = fetchFile(m_job, {}, {});
        QCOMPARE(full.error().code, ErrorCode::DiskFull);
        QCOMPARE(std::filesystem::exists(part()), !saysLength);
        QCOMPARE(QProcess::execute(QStringLiteral("mount"),
                     { QStringLiteral("-o"), QStringLiteral("remount,size=8m"), disk }),
            0);
        const auto fetched = fetchFile(m_job, {}, {});
        QVERIFY2(fetched, fetched ? "" : fetched.error().detail.c_str());
        QCOMPARE(contentOf(m_job.file), m_server->content);
        QCOMPARE(m_server->requests.constLast().header("Range").isEmpty(), saysLength);
        QCOMPARE(QProcess::execute(QStringLiteral("umount"), { disk }), 0);
    }

private:
    std::filesystem::path part() const { return m_job.file.string() + ".part"; }

    /// Leaves a part there, as a program does that was killed.
    void breakOnce()
    {
        m_server->breaksAfter = 1'000'000;
        m_server->isSilentAfterBreak = true;
        std::stop_source stop;
        QVERIFY(!fetchFile(m_job, stop.get_token(), [&](std::int64_t done, std::int64_t) {
            if (done > 0) stop.request_stop();
        }));
        QVERIFY(std::filesystem::file_size(part()) > 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WebServer> m_server;
    FetchJob m_job;
};

QTEST_GUILESS_MAIN(FileFetchTest)
#include "tst_file_fetch.moc"
