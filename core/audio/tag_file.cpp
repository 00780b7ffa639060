#include "core/audio/tag_file.h"

#include <aifffile.h>
#include <apefile.h>
#include <apetag.h>
#include <asffile.h>
#include <attachedpictureframe.h>
#include <fileref.h>
#include <flacfile.h>
#include <id3v2tag.h>
#include <mp4file.h>
#include <mpcfile.h>
#include <mpegfile.h>
#include <sys/stat.h>
#include <tfilestream.h>
#include <tpropertymap.h>
#include <trueaudiofile.h>
#include <unistd.h>
#include <wavfile.h>
#include <wavpackfile.h>
#include <xiphcomment.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <string_view>
#include <system_error>

namespace circumplex {

namespace {

/// Longer text is cut, more values are left out: tags are for reading by people.
constexpr std::size_t kMaxTextBytes = 16 * 1024;
constexpr std::size_t kMaxValues = 64;

std::string text(const TagLib::String& value)
{
    std::string utf8 = value.stripWhiteSpace().to8Bit(true);
    if (utf8.size() > kMaxTextBytes) {
        std::size_t end = kMaxTextBytes;
        while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xc0U) == 0x80U)
            --end;
        utf8.resize(end);
    }
    return utf8;
}

/// The values of the first of `keys` that has any.
std::vector<std::string> values(
    const TagLib::PropertyMap& map, std::initializer_list<const char*> keys)
{
    std::vector<std::string> result;
    for (const char* key : keys) {
        for (const TagLib::String& value : map[key]) {
            std::string one = text(value);
            if (!one.empty() && std::ranges::find(result, one) == result.end())
                result.push_back(std::move(one));
            if (result.size() == kMaxValues) return result;
        }
        if (!result.empty()) break;
    }
    return result;
}

std::string first(const TagLib::PropertyMap& map, std::initializer_list<const char*> keys)
{
    auto all = values(map, keys);
    return all.empty() ? std::string() : std::move(all.front());
}

/// Leading digits, at most `maximum`; 0 without.
int number(std::string_view digits, int maximum)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value > 0 && value <= maximum ? value : 0;
}

struct Position {
    int number = 0, count = 0;
};

/// "3", "3/12"
Position position(const std::string& value)
{
    constexpr int kLargest = 99999;
    const auto slash = value.find('/');
    return { number(value, kLargest),
        slash == std::string::npos ? 0
                                   : number(std::string_view(value).substr(slash + 1), kLargest) };
}

bool isUuid(std::string_view value)
{
    if (value.size() != 36) return false;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = value[i];
        if (isDash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
    }
    return true;
}

/// Those values that are identifiers; older ID3 joins several by a slash or semicolon.
std::vector<std::string> uuids(const TagLib::PropertyMap& map, const char* key)
{
    std::vector<std::string> result;
    for (std::string value : values(map, { key })) {
        std::ranges::transform(value, value.begin(),
            [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
        for (std::size_t begin = 0; begin < value.size();) {
            const std::size_t end = std::min(value.find_first_of("/;, ", begin), value.size());
            const std::string part = value.substr(begin, end - begin);
            if (isUuid(part)) result.push_back(part);
            begin = end + 1;
        }
    }
    return result;
}

std::string uuid(const TagLib::PropertyMap& map, const char* key)
{
    auto all = uuids(map, key);
    return all.empty() ? std::string() : std::move(all.front());
}

/// Keeps the first picture it is shown, or the first front cover.
class CoverChoice {
public:
    explicit CoverChoice(std::int64_t maxBytes)
        : m_maxBytes(maxBytes)
    {
    }

    void offer(bool isFront, const TagLib::String& mimeType, const TagLib::ByteVector& data)
    {
        if (data.isEmpty() || m_hasFront || (m_cover && !isFront)) return;
        m_hasFront = isFront;
        const std::span bytes(reinterpret_cast<const std::uint8_t*>(data.data()), data.size());
        m_cover = EmbeddedPicture { .mimeType = text(mimeType),
            .sizeBytes = data.size(),
            .hash = pictureHash(bytes),
            .bytes = {} };
        if (m_cover->sizeBytes <= m_maxBytes) m_cover->bytes.assign(bytes.begin(), bytes.end());
    }

    std::optional<EmbeddedPicture> take() { return std::move(m_cover); }

private:
    std::int64_t m_maxBytes;
    bool m_hasFront = false;
    std::optional<EmbeddedPicture> m_cover;
};

void offerPictures(const TagLib::List<TagLib::FLAC::Picture*>& pictures, CoverChoice& choice)
{
    for (const TagLib::FLAC::Picture* picture : pictures)
        choice.offer(picture->type() == TagLib::FLAC::Picture::FrontCover, picture->mimeType(),
            picture->data());
}

void offerPictures(TagLib::ID3v2::Tag* tag, CoverChoice& choice)
{
    if (!tag) return;
    for (const TagLib::ID3v2::Frame* frame : tag->frameListMap()["APIC"])
        if (const auto* picture = dynamic_cast<const TagLib::ID3v2::AttachedPictureFrame*>(frame))
            choice.offer(picture->type() == TagLib::ID3v2::AttachedPictureFrame::FrontCover,
                picture->mimeType(), picture->picture());
}

/// The item holds a file name, a zero, then the picture.
void offerPictures(TagLib::APE::Tag* tag, CoverChoice& choice)
{
    if (!tag) return;
    for (const char* key : { "COVER ART (FRONT)", "COVER ART (BACK)" }) {
        const auto item = tag->itemListMap()[key];
        if (item.type() != TagLib::APE::Item::Binary) continue;
        const TagLib::ByteVector data = item.binaryData();
        const int zero = data.find('\0');
        if (zero < 0) continue;
        const TagLib::ByteVector picture = data.mid(static_cast<unsigned>(zero) + 1);
        const bool isPng = picture.startsWith(TagLib::ByteVector("\x89PNG", 4));
        choice.offer(std::string_view(key) == "COVER ART (FRONT)",
            isPng ? "image/png" : "image/jpeg", picture);
    }
}

const char* mimeTypeOf(TagLib::MP4::CoverArt::Format format)
{
    switch (format) {
    case TagLib::MP4::CoverArt::JPEG:
        return "image/jpeg";
    case TagLib::MP4::CoverArt::PNG:
        return "image/png";
    case TagLib::MP4::CoverArt::BMP:
        return "image/bmp";
    case TagLib::MP4::CoverArt::GIF:
        return "image/gif";
    case TagLib::MP4::CoverArt::Unknown:
        break;
    }
    return "";
}

void offerPictures(TagLib::MP4::Tag* tag, CoverChoice& choice)
{
    if (!tag) return;
    for (const TagLib::MP4::CoverArt& picture : tag->item("covr").toCoverArtList())
        choice.offer(true, mimeTypeOf(picture.format()), picture.data());
}

void offerPictures(TagLib::ASF::Tag* tag, CoverChoice& choice)
{
    if (!tag) return;
    for (const TagLib::ASF::Attribute& attribute : tag->attribute("WM/Picture")) {
        const TagLib::ASF::Picture picture = attribute.toPicture();
        if (picture.isValid())
            choice.offer(picture.type() == TagLib::ASF::Picture::FrontCover, picture.mimeType(),
                picture.picture());
    }
}

std::optional<EmbeddedPicture> coverOf(TagLib::File& file, std::int64_t maxBytes)
{
    CoverChoice choice(maxBytes);
    if (auto* xiph = dynamic_cast<TagLib::Ogg::XiphComment*>(file.tag()))
        offerPictures(xiph->pictureList(), choice);
    if (auto* flac = dynamic_cast<TagLib::FLAC::File*>(&file)) {
        offerPictures(flac->pictureList(), choice);
        offerPictures(flac->ID3v2Tag(), choice);
    } else if (auto* mpeg = dynamic_cast<TagLib::MPEG::File*>(&file)) {
        offerPictures(mpeg->ID3v2Tag(), choice);
        offerPictures(mpeg->APETag(), choice);
    } else if (auto* mp4 = dynamic_cast<TagLib::MP4::File*>(&file)) {
        offerPictures(mp4->tag(), choice);
    } else if (auto* asf = dynamic_cast<TagLib::ASF::File*>(&file)) {
        offerPictures(asf->tag(), choice);
    } else if (auto* wav = dynamic_cast<TagLib::RIFF::WAV::File*>(&file)) {
        offerPictures(wav->ID3v2Tag(), choice);
    } else if (auto* aiff = dynamic_cast<TagLib::RIFF::AIFF::File*>(&file)) {
        offerPictures(aiff->tag(), choice);
    } else if (auto* ape = dynamic_cast<TagLib::APE::File*>(&file)) {
        offerPictures(ape->APETag(), choice);
    } else if (auto* wavpack = dynamic_cast<TagLib::WavPack::File*>(&file)) {
        offerPictures(wavpack->APETag(), choice);
    } else if (auto* musepack = dynamic_cast<TagLib::MPC::File*>(&file)) {
        offerPictures(musepack->APETag(), choice);
    } else if (auto* trueAudio = dynamic_cast<TagLib::TrueAudio::File*>(&file)) {
        offerPictures(trueAudio->ID3v2Tag(), choice);
    }
    return choice.take();
}

FileTags tagsOf(const TagLib::PropertyMap& map)
{
    FileTags tags;
    tags.title = first(map, { "TITLE" });
    tags.artists = values(map, { "ARTIST" });
    tags.album = first(map, { "ALBUM" });
    tags.albumArtist = first(map, { "ALBUMARTIST", "ALBUM ARTIST" });
    const Position track = position(first(map, { "TRACKNUMBER" }));
    const Position disc = position(first(map, { "DISCNUMBER" }));
    tags.trackNumber = track.number;
    tags.trackCount = track.count > 0
        ? track.count
        : position(first(map, { "TRACKTOTAL", "TOTALTRACKS" })).number;
    tags.discNumber = disc.number;
    tags.discCount
        = disc.count > 0 ? disc.count : position(first(map, { "DISCTOTAL", "TOTALDISCS" })).number;
    tags.year = number(first(map, { "DATE", "YEAR" }).substr(0, 4), 9999);
    tags.genres = values(map, { "GENRE" });
    tags.comment = first(map, { "COMMENT", "DESCRIPTION" });
    tags.moods = values(map, { "MOOD" });
    tags.recordingId = uuid(map, "MUSICBRAINZ_TRACKID");
    tags.releaseId = uuid(map, "MUSICBRAINZ_ALBUMID");
    tags.artistIds = uuids(map, "MUSICBRAINZ_ARTISTID");
    tags.acoustId = uuid(map, "ACOUSTID_ID");
    return tags;
}

/// What TagLib's common names leave out: see the mapping table of MusicBrainz Picard.
void addOwnNames(TagLib::File& file, TagLib::PropertyMap& map)
{
    const auto add = [&map](const char* name, const TagLib::StringList& values) {
        if (!map.contains(name)) map.insert(name, values);
    };
    if (auto* mp4 = dynamic_cast<TagLib::MP4::File*>(&file); mp4 && mp4->tag()) {
        const auto items = mp4->tag()->itemMap();
        if (items.contains("----:com.apple.iTunes:Acoustid Id"))
            add("ACOUSTID_ID", items["----:com.apple.iTunes:Acoustid Id"].toStringList());
    } else if (auto* asf = dynamic_cast<TagLib::ASF::File*>(&file); asf && asf->tag()) {
        for (const auto& [name, common] :
            { std::pair("WM/Mood", "MOOD"), std::pair("Acoustid/Id", "ACOUSTID_ID") }) {
            TagLib::StringList texts;
            for (const TagLib::ASF::Attribute& attribute : asf->tag()->attribute(name))
                texts.append(attribute.toString());
            if (!texts.isEmpty()) add(common, texts);
        }
    }
}

std::optional<Error> notReadable(const std::filesystem::path& path)
{
    const auto because = [](int systemError) {
        if (systemError == ENOENT || systemError == ENOTDIR)
            return Error { ErrorCode::FileMissing, "There is no such file." };
        return Error { ErrorCode::FileUnreadable,
            "The file cannot be read: " + std::generic_category().message(systemError) + "." };
    };
    struct stat status;
    if (::stat(path.c_str(), &status) != 0) return because(errno);
    // Opening a pipe would wait for its writer.
    if (!S_ISREG(status.st_mode)) return Error { ErrorCode::NotAFile, "This is not a file." };
    if (::access(path.c_str(), R_OK) != 0) return because(errno);
    return std::nullopt;
}

} // namespace

std::vector<std::uint8_t> pictureHash(std::span<const std::uint8_t> bytes)
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    return { std::begin(canonical.digest), std::end(canonical.digest) };
}

Result<FileTags> readTags(const std::filesystem::path& path, const TagOptions& options)
{
    if (auto error = notReadable(path)) return tl::unexpected(std::move(*error));
    TagLib::FileStream stream(path.c_str(), /*openReadOnly=*/true);
    const TagLib::FileRef file(&stream, /*readAudioProperties=*/false);
    if (file.isNull() || !file.file()->isValid()) return FileTags {};
    TagLib::PropertyMap properties = file.file()->properties();
    addOwnNames(*file.file(), properties);
    FileTags tags = tagsOf(properties);
    tags.cover = coverOf(*file.file(), options.maxCoverBytes);
    return tags;
}

} // namespace circumplex
