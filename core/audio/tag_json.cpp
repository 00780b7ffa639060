#include "core/audio/tag_json.h"

#include <nlohmann/json.hpp>

#include <array>

namespace circumplex {

namespace {

using Json = nlohmann::json;

constexpr std::string_view kDigits
    = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string base64(const std::vector<std::uint8_t>& bytes)
{
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < count ? bytes[i + k] : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += k <= count ? kDigits[group >> (18 - 6 * k) & 63U] : '=';
    }
    return out;
}

std::optional<std::vector<std::uint8_t>> fromBase64(std::string_view text)
{
    static constexpr auto kValues = [] {
        std::array<std::uint8_t, 256> values {};
        values.fill(64);
        for (std::size_t i = 0; i < kDigits.size(); ++i)
            values[static_cast<unsigned char>(kDigits[i])] = static_cast<std::uint8_t>(i);
        return values;
    }();
    while (!text.empty() && text.back() == '=')
        text.remove_suffix(1);
    std::vector<std::uint8_t> bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t group = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const std::uint8_t value = kValues[static_cast<unsigned char>(c)];
        if (value == 64) return std::nullopt;
        group = group << 6 | value;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(static_cast<std::uint8_t>(group >> bits & 0xffU));
    }
    return bytes;
}

/// One field of FileTags, its name written once for both directions.
template <class Visitor, class Tags> void visitFields(Visitor&& visit, Tags& tags)
{
    visit("title", tags.title);
    visit("artists", tags.artists);
    visit("album", tags.album);
    visit("album_artist", tags.albumArtist);
    visit("track", tags.trackNumber);
    visit("tracks", tags.trackCount);
    visit("disc", tags.discNumber);
    visit("discs", tags.discCount);
    visit("year", tags.year);
    visit("genres", tags.genres);
    visit("comment", tags.comment);
    visit("moods", tags.moods);
    visit("recording_id", tags.recordingId);
    visit("release_id", tags.releaseId);
    visit("artist_ids", tags.artistIds);
    visit("acoust_id", tags.acoustId);
}

ErrorCode codeNamed(const std::string& name)
{
    for (int i = 0; i < static_cast<int>(ErrorCode::Internal); ++i)
        if (name == errorCodeName(static_cast<ErrorCode>(i))) return static_cast<ErrorCode>(i);
    return ErrorCode::Internal;
}

FileTags tagsFrom(const Json& object)
{
    FileTags tags;
    visitFields(
        [&object](const char* name, auto& field) {
            if (const auto found = object.find(name); found != object.end()) found->get_to(field);
        },
        tags);
    if (const auto found = object.find("cover"); found != object.end()) {
        const auto bytesOf = [&found](const char* name) {
            if (!found->contains(name)) return std::vector<std::uint8_t> {};
            return fromBase64(found->at(name).get_ref<const std::string&>())
                .value_or(std::vector<std::uint8_t> {});
        };
        EmbeddedPicture cover { .mimeType = found->at("mime").get<std::string>(),
            .sizeBytes = found->at("size").get<std::int64_t>(),
            .hash = bytesOf("hash"),
            .bytes = bytesOf("bytes") };
        tags.cover = std::move(cover);
    }
    return tags;
}

} // namespace

std::string tagLine(const Result<FileTags>& tags)
{
    Json line;
    if (!tags) {
        line["error"]
            = { { "code", errorCodeName(tags.error().code) }, { "message", tags.error().detail } };
    } else {
        Json& object = line["tags"] = Json::object();
        visitFields(
            [&object](const char* name, const auto& field) {
                if (field != std::remove_cvref_t<decltype(field)> {}) object[name] = field;
            },
            *tags);
        if (tags->cover) {
            Json& cover = object["cover"] = { { "mime", tags->cover->mimeType },
                { "size", tags->cover->sizeBytes }, { "hash", base64(tags->cover->hash) } };
            if (!tags->cover->bytes.empty()) cover["bytes"] = base64(tags->cover->bytes);
        }
    }
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Result<FileTags>> parseTagLine(std::string_view line)
{
    // The writer may have been misled by the file it read, so nothing is taken for granted.
    const Json object = Json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object()) return std::nullopt;
    try {
        if (const auto error = object.find("error"); error != object.end())
            return tl::unexpected(Error { codeNamed(error->at("code").get<std::string>()),
                error->at("message").get<std::string>() });
        return tagsFrom(object.at("tags"));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

} // namespace circumplex
