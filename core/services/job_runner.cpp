#include "core/services/job_runner.h"

namespace circumplex {

JobRunner::JobRunner(QObject& receiver, int threadCount)
    : m_receiver(receiver)
{
    m_pool.setMaxThreadCount(threadCount);
    m_pool.setExpiryTimeout(-1);
}

JobRunner::~JobRunner()
{
    cancelAll();
    m_pool.waitForDone();
}

void JobRunner::finish()
{
    m_pool.waitForDone();
}

void JobRunner::cancelAll()
{
    m_pool.clear();
    m_stop.request_stop();
    m_stop = {};
}

} // namespace circumplex
