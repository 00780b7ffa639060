#include "core/services/device_file.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace circumplex {

DeviceFile::DeviceFile(const std::filesystem::path& path, QObject* parent)
    : QObject(parent)
    , m_file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC))
{
    if (m_file < 0) return;
    m_notifier = std::make_unique<QSocketNotifier>(m_file, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &DeviceFile::read);
}

DeviceFile::~DeviceFile()
{
    close();
}

void DeviceFile::close()
{
    m_notifier.reset();
    if (m_file >= 0) ::close(m_file);
    m_file = -1;
}

void DeviceFile::read()
{
    QByteArray bytes(1024, Qt::Uninitialized);
    const ssize_t count = ::read(m_file, bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count <= 0) {
        m_notifier->setEnabled(false); // which is at work now
        m_notifier.release()->deleteLater();
        close();
        Q_EMIT unplugged();
        return;
    }
    bytes.truncate(count);
    Q_EMIT arrived(bytes);
}

} // namespace circumplex
