#include "core/services/job_runner.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <stdexcept>

using namespace circumplex;

class JobRunnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theResultArrivesOnTheReceiversThread()
    {
        JobRunner runner(*this, 1);
        QThread *worked = nullptr, *received = nullptr;
        int value = 0;
        runner.start(
            [&worked](const std::stop_token&) -> Result<int> {
                worked = QThread::currentThread();
                return 42;
            },
            [&](Result<int> result) {
                received = QThread::currentThread();
                value = *result;
            });
        QTRY_COMPARE(value, 42);
        QCOMPARE(received, thread());
        QVERIFY(worked != received);
    }

    void anExceptionIsAnError()
    {
        JobRunner runner(*this, 1);
        std::string detail;
        runner.start(
            [](const std::stop_token&) -> Result<int> { throw std::runtime_error("broken"); },
            [&detail](Result<int> result) {
                if (!result) detail = result.error().detail;
            });
        QTRY_COMPARE(detail, std::string("broken"));
    }

    void cancelledJobDeliversNothing()
    {
        JobRunner runner(*this, 1);
        int delivered = 0;
        QSemaphore started, proceed;
        std::atomic<bool> hasSeenStop = false;
        runner.start(
            [&](const std::stop_token& stop) -> Result<int> {
                started.release();
                proceed.acquire();
                hasSeenStop = stop.stop_requested();
                return 1;
            },
            [&delivered](const Result<int>&) { delivered += 1; });
        started.acquire();
        runner.start([](const std::stop_token&) -> Result<int> { return 2; },
            [&delivered](const Result<int>&) { delivered += 10; });
        runner.cancelAll();
        proceed.release();
        runner.start([](const std::stop_token&) -> Result<int> { return 3; },
            [&delivered](const Result<int>&) { delivered += 100; });
        QTRY_VERIFY(delivered >= 100);
        QCOMPARE(delivered, 100);
        QVERIFY(hasSeenStop);
    }

    void destructionWaitsForARunningJob()
    {
        std::atomic<bool> hasEnded = false;
        QSemaphore started;
        auto runner = std::make_unique<JobRunner>(*this, 1);
        runner->start(
            [&](const std::stop_token& stop) -> Result<int> {
                started.release();
                while (!stop.stop_requested())
                    QThread::yieldCurrentThread();
                hasEnded = true;
                return 1;
            },
            [](const Result<int>&) { QFAIL("a cancelled job delivered"); });
        started.acquire();
        runner.reset();
        QVERIFY(hasEnded);
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(JobRunnerTest)
#include "tst_job_runner.moc"
