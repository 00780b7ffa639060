#include "core/audio/audio_decoder.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

/// decode_manifest FOLDER
///
/// Decodes every file of FOLDER/manifest.csv and compares with its columns: `expected` (decodes or
/// refused), `decoded_s` to 0.1 s where there is one, `sample_rate`, `channels`. One line per
/// disagreement, then a summary. Exit status 1 if anything disagrees, 2 without a manifest.
///
/// For collections of odd files that are too large, or of too unclear rights, for the repository.

namespace {

using Row = std::map<std::string, std::string>;

/// One line of RFC 4180: quotes may hold commas, and two quotes are one.
std::vector<std::string> cells(const std::string& line)
{
    std::vector<std::string> result(1);
    bool isQuoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && isQuoted && i + 1 < line.size() && line[i + 1] == '"') {
            result.back() += '"';
            ++i;
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            result.emplace_back();
        } else if (c != '\r') {
            result.back() += c;
        }
    }
    return result;
}

std::string disagreement(
    const Row& row, const circumplex::Result<circumplex::DecodedAudio>& decoded)
{
    const auto cell = [&](const char* name) {
        const auto found = row.find(name);
        return found == row.end() ? std::string() : found->second;
    };
    if (decoded.has_value() != (cell("expected") == "decodes"))
        return "expected: " + cell("expected");
    if (!decoded) return {};
    const auto& format = decoded->format;
    const double seconds = static_cast<double>(decoded->sampleCount) / format.sampleRateHz;
    std::string text;
    if (!cell("decoded_s").empty() && std::abs(seconds - std::stod(cell("decoded_s"))) > 0.1)
        text += "expected " + cell("decoded_s") + " s; ";
    if (!cell("sample_rate").empty() && format.sampleRateHz != std::stoi(cell("sample_rate")))
        text += "expected " + cell("sample_rate") + " Hz; ";
    if (!cell("channels").empty() && format.channels != std::stoi(cell("channels")))
        text += "expected " + cell("channels") + " channels; ";
    return text;
}

} // namespace

int main(int argc, char** argv)
{
    const std::filesystem::path folder = argc == 2 ? argv[1] : "";
    std::ifstream manifest(folder / "manifest.csv");
    std::string line;
    if (!std::getline(manifest, line)) {
        std::cerr << "usage: decode_manifest FOLDER, which holds manifest.csv\n";
        return 2;
    }
    const std::vector<std::string> names = cells(line);
    std::map<std::string, int> outcomes;
    int disagreements = 0;
    while (std::getline(manifest, line)) {
        Row row;
        const std::vector<std::string> values = cells(line);
        for (std::size_t i = 0; i < std::min(names.size(), values.size()); ++i)
            row[names[i]] = values[i];
        const auto decoded = circumplex::decodeAudio(folder / row["file"], {}, {});
        const std::string outcome = !decoded ? circumplex::errorCodeName(decoded.error().code)
            : decoded->warning.empty()       ? "decoded"
                                             : "decoded with a warning";
        ++outcomes[outcome];
        const std::string text = disagreement(row, decoded);
        if (text.empty() && !std::getenv("DECODE_MANIFEST_ALL")) continue;
        disagreements += text.empty() ? 0 : 1;
        std::cout << row["file"] << ": " << text << "found: " << outcome;
        if (decoded)
            std::cout << ", " << decoded->sampleCount << " samples at "
                      << decoded->format.sampleRateHz << " Hz, " << decoded->format.channels
                      << " channels. " << decoded->warning << '\n';
        else
            std::cout << ". " << decoded.error().detail << '\n';
    }
    for (const auto& [outcome, count] : outcomes)
        std::cout << outcome << ": " << count << '\n';
    std::cout << disagreements << " disagreements\n";
    return disagreements == 0 ? 0 : 1;
}
