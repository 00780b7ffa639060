#include "core/services/midi_reader.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>

namespace circumplex {

namespace {

namespace fs = std::filesystem;

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
    , m_file(device)
{
    connect(&m_file, &DeviceFile::arrived, this, &MidiReader::read);
    connect(&m_file, &DeviceFile::unplugged, this, &MidiReader::unplugged);
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

void MidiReader::read(const QByteArray& bytes)
{
    std::vector<MidiMove> last;
    for (const MidiMove& move : m_parser.take({ reinterpret_cast<const std::uint8_t*>(bytes.data()),
             static_cast<std::size_t>(bytes.size()) })) {
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
