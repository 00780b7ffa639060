#include "core/engine/worker_pool.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace circumplex;
using namespace std::chrono_literals;

namespace {

AnalysisJob job(std::int64_t id)
{
    return { .track = { id }, .path = "/" + std::to_string(id) };
}

/// A pool whose jobs wait until they are let go.
class HeldPool {
public:
    explicit HeldPool(int workers)
        : m_pool({ .workerCount = workers,
            .coreCount = 4,
            .work = [this](const WorkerPool::Task& task) { return work(task); },
            .started = [this](const AnalysisJob&) { ++m_started; },
            .finished =
                [this](FinishedJob finished) {
                    if (!finished.outcome) ++m_cancelled;
                    ++m_finished;
                } })
    {
    }
    ~HeldPool() { m_isOpen = true; }

    WorkerPool& pool() { return m_pool; }
    void letGo() { m_isOpen = true; }
    int started() const { return m_started; }
    int finished() const { return m_finished; }
    int cancelled() const { return m_cancelled; }
    int mostAtOnce() const { return m_most; }
    int threadsOfLast() const { return m_threads; }

private:
    FinishedJob work(const WorkerPool::Task& task)
    {
        m_threads = task.threads;
        int now = ++m_now;
        for (int most = m_most; now > most && !m_most.compare_exchange_weak(most, now);) { }
        while (!m_isOpen && !task.stop.stop_requested())
            std::this_thread::sleep_for(1ms);
        --m_now;
        FinishedJob finished { .job = task.job };
        if (task.stop.stop_requested())
            finished.outcome = tl::unexpected(Error { ErrorCode::Cancelled, "cancelled" });
        return finished;
    }

    std::atomic<bool> m_isOpen = false;
    std::atomic<int> m_started = 0, m_finished = 0, m_cancelled = 0, m_now = 0, m_most = 0,
                     m_threads = 0;
    WorkerPool m_pool;
};

} // namespace

class TestWorkerPool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyJobIsDoneOnce()
    {
        HeldPool held(3);
        held.letGo();
        for (int i = 1; i <= 50; ++i)
            held.pool().give(job(i));
        QTRY_VERIFY(held.pool().isIdle());
        QCOMPARE(held.finished(), 50);
        QCOMPARE(held.started(), 50);
        QVERIFY(held.mostAtOnce() <= 3);
    }

    void oneMoreIsWantedThanMayWork()
    {
        HeldPool held(2);
        QCOMPARE(held.pool().wanted(), 3U);
        for (int i = 1; i <= 3; ++i)
            held.pool().give(job(i));
        QCOMPARE(held.pool().wanted(), 0U);
        QTRY_COMPARE(held.started(), 2);
        QCOMPARE(held.pool().inWork().size(), 2U);
        held.letGo();
        QTRY_VERIFY(held.pool().isIdle());
        QCOMPARE(held.pool().wanted(), 3U);
    }

    void theLimitHolds()
    {
        HeldPool held(4);
        held.pool().setLimit(1);
        QCOMPARE(held.pool().wanted(), 2U);
        for (int i = 1; i <= 8; ++i)
            held.pool().give(job(i));
        QTRY_COMPARE(held.started(), 1);
        QTest::qWait(50);
        QCOMPARE(held.started(), 1);
        held.pool().setLimit(3);
        QTRY_COMPARE(held.started(), 3);
        held.letGo();
        QTRY_VERIFY(held.pool().isIdle());
        QVERIFY(held.mostAtOnce() <= 3);
    }

    void aLoneTrackHasEveryCore()
    {
        HeldPool held(4);
        held.pool().give(job(1));
        QTRY_COMPARE(held.started(), 1);
        QTRY_COMPARE(held.threadsOfLast(), 4);
        held.pool().give(job(2));
        QTRY_COMPARE(held.started(), 2);
        QTRY_COMPARE(held.threadsOfLast(), 1);
    }

    void cancelForgetsWhatWaitsAndStopsWhatIsInWork()
    {
        HeldPool held(2);
        for (int i = 1; i <= 5; ++i)
            held.pool().give(job(i));
        QTRY_COMPARE(held.started(), 2);
        held.pool().cancel();
        QTRY_VERIFY(held.pool().isIdle());
        QCOMPARE(held.started(), 2);
        QCOMPARE(held.cancelled(), 2);
        held.letGo();
        held.pool().give(job(6));
        QTRY_COMPARE(held.finished(), 3);
    }

    void silenceIsMeasuredFromTheLastSignOfLife()
    {
        std::atomic<bool> isOpen = false;
        std::atomic<bool> mustCall = false;
        WorkerPool pool({ .workerCount = 1,
            .coreCount = 1,
            .work =
                [&](const WorkerPool::Task& task) {
                    while (!isOpen) {
                        if (mustCall.exchange(false)) task.alive();
                        std::this_thread::sleep_for(1ms);
                    }
                    return FinishedJob { .job = task.job };
                },
            .started = [](const AnalysisJob&) {},
            .finished = [](const FinishedJob&) {} });
        pool.give(job(1));
        QTRY_VERIFY(!pool.inWork().empty() && pool.inWork().front().silentSeconds > 0.2);
        mustCall = true;
        QTRY_VERIFY(pool.inWork().front().silentSeconds < 0.1);
        isOpen = true;
        QTRY_VERIFY(pool.isIdle());
    }
};

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "tst_worker_pool.moc"
