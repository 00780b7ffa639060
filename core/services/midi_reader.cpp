#include "core/services/midi_reader.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <map>
#include <regex>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReadBytes = 1024;

QString nameOf(const fs::path& root, const std::string& card)
{
    std::ifstream file(root / "proc/asound" / ("card" + card) / "id");
    std::string name;
    std::getline(file, name);
    return name.empty() ? QStringLiteral("MIDI %1").arg(QString::fromStdString(card))
                        : QString::fromStdString(name);
}

} // namespace

MidiReader::MidiReader(const fs::path& device, QObject* parent)
    : QObject(parent)
    , m_file(::open(device.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC))
{
    if (m_file < 0) return;
    m_notifier = std::make_unique<QSocketNotifier>(m_file, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &MidiReader::read);
}

MidiReader::~MidiReader()
{
    close();
}

void MidiReader::close()
{
    m_notifier.reset();
    if (m_file >= 0) ::close(m_file);
    m_file = -1;
}

std::vector<MidiDevice> MidiReader::devices(const fs::path& root)
{
    static const std::regex kName("midiC([0-9]+)D([0-9]+)");
    std::map<std::pair<int, int>, MidiDevice> found; // by card and device
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(root / "dev/snd", failed)) {
        std::smatch parts;
        const std::string file = entry.path().filename().string();
        if (!std::regex_match(file, parts, kName)) continue;
        if (::access(entry.path().c_str(), R_OK) != 0) continue;
        QString name = nameOf(root, parts[1]);
        if (parts[2] != "0") name += QStringLiteral(" %1").arg(std::stoi(parts[2]) + 1);
        found[{ std::stoi(parts[1]), std::stoi(parts[2]) }] = { entry.path(), name };
    }
    std::vector<MidiDevice> devices;
    for (auto& [place, device] : found)
        devices.push_back(std::move(device));
    return devices;
}

void MidiReader::read()
{
    std::uint8_t bytes[kReadBytes];
    const ssize_t count = ::read(m_file, bytes, sizeof bytes);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count <= 0) {
        m_notifier->setEnabled(false); // which is at work now
        m_notifier.release()->deleteLater();
        close();
        Q_EMIT unplugged();
        return;
    }
    std::vector<MidiMove> last;
    for (const MidiMove& move : m_parser.take({ bytes, static_cast<std::size_t>(count) })) {
        const auto same = std::ranges::find(last, move.control, &MidiMove::control);
        if (same == last.end())
            last.push_back(move);
        else
            same->position = move.position;
    }
    for (const MidiMove& move : last)
        Q_EMIT moved(move);
}

} // namespace circumplex
