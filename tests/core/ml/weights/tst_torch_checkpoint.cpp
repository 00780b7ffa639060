#include "core/ml/model_error.h"
#include "core/ml/weights/torch_checkpoint.h"
#include "tests/support/checkpoint_writer.h"
#include "tests/support/golden.h"
#include "tests/support/temporary_folder.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>

#include <cstring>
#include <map>
#include <set>
#include <string>

using namespace circumplex;
using namespace circumplex::test;

namespace {

using Numbers = std::map<std::string, double>;

TorchCheckpoint read(const std::string& bytes)
{
    const TemporaryFolder folder;
    writeBytes(folder / "checkpoint", bytes);
    return readTorchCheckpoint(folder / "checkpoint");
}

void requireRefused(const std::string& bytes, const std::string& reason)
{
    std::string message;
    try {
        read(bytes);
    } catch (const ModelError& error) {
        message = error.what();
    }
    DOCTEST_CHECK_MESSAGE(message.find(reason) != std::string::npos, message, " lacks ", reason);
    DOCTEST_CHECK_MESSAGE(message.find("/checkpoint: ") != std::string::npos, message);
}

const std::string kSixFloats(24, '\1');

/// An archive with this object and one storage "0" of six floats.
std::string archive(const std::string& object, const std::string& storage = kSixFloats)
{
    return zipArchive(
        { { "archive/data.pkl", pickle::whole(object) }, { "archive/data/0", storage } });
}

std::string sixFloats(const std::string& key = "0")
{
    return pickle::storage("FloatStorage", key, 6);
}

/// As archive(), with one tensor "w" in the storage of six floats.
std::string withTensor(std::int32_t offset, const std::vector<std::int32_t>& sizes,
    const std::vector<std::int32_t>& strides)
{
    return archive(pickle::dict({ { "w", pickle::tensor(sixFloats(), offset, sizes, strides) } }));
}

std::string repeated(const std::string& text, int times)
{
    std::string result;
    for (int i = 0; i < times; ++i)
        result += text;
    return result;
}

} // namespace

DOCTEST_TEST_CASE("checkpoints of PyTorch itself hold what PyTorch put into them")
{
    const auto checkpoints = golden("checkpoints.json");
    for (const auto& [file, expected] : checkpoints.items()) {
        const auto found = readTorchCheckpoint(std::string(CIRCUMPLEX_TEST_DATA) + "/" + file);
        std::set<std::string> names;
        for (const auto& [name, tensor] : found.tensors)
            names.insert(name);
        for (const auto& [name, described] : expected["tensors"].items()) {
            DOCTEST_REQUIRE_MESSAGE(names.erase(name) == 1, file, ": ", name);
            const auto& tensor = found.tensors.at(name);
            const auto values = described[1].get<std::vector<double>>();
            const auto all = tensor.to(at::kDouble).contiguous();
            const bool isSame = tensor.is_contiguous()
                && tensor.sizes().vec() == described[0].get<std::vector<std::int64_t>>()
                && std::vector<double>(
                       all.const_data_ptr<double>(), all.const_data_ptr<double>() + all.numel())
                    == values;
            DOCTEST_CHECK_MESSAGE(isSame, file, ": ", name);
        }
        DOCTEST_CHECK_MESSAGE(names.empty(), file);
        DOCTEST_CHECK_MESSAGE(found.numbers == expected["numbers"].get<Numbers>(), file);
    }
}

DOCTEST_TEST_CASE("both formats and ZIP64 give the same tensors")
{
    const WeightMap weights { { "a.weight", at::arange(6, at::kFloat).reshape({ 2, 3 }) },
        { "b", at::full({ 4 }, 0.5F) } };
    using Format = CheckpointWriter::Format;
    for (const auto format : { Format::Archive, Format::OldStream }) {
        CheckpointWriter writer(format);
        const auto found = read(writer.file(pickle::dict({ { "model", writer.stateDict(weights) },
            { "std", pickle::numpyScalar(-0.1) }, { "mean", pickle::number(2.25) } })));
        DOCTEST_CHECK(at::equal(found.tensors.at("model.a.weight"), weights.at("a.weight")));
        DOCTEST_CHECK(at::equal(found.tensors.at("model.b"), weights.at("b")));
        DOCTEST_CHECK(found.numbers == Numbers { { "mean", 2.25 }, { "std", -0.1 } });
    }
    const auto large = zipArchive(
        { { "x/data.pkl",
              pickle::whole(
                  pickle::dict({ { "w", pickle::tensor(sixFloats(), 0, { 6 }, { 1 }) } })) },
            { "x/data/0", kSixFloats } },
        ZipSize::Zip64);
    DOCTEST_CHECK(read(large).tensors.at("w").numel() == 6);
}

DOCTEST_TEST_CASE("strides are followed within the storage and refused beyond")
{
    DOCTEST_CHECK(read(withTensor(0, { 2, 3 }, { 3, 1 })).tensors.size() == 1);
    DOCTEST_CHECK(read(withTensor(1, { 2, 2 }, { 2, 2 })).tensors.size() == 1);
    DOCTEST_CHECK(read(withTensor(6, { 0 }, { 1 })).tensors.size() == 1);
    DOCTEST_CHECK(read(withTensor(5, {}, {})).tensors.size() == 1);
    const auto refused = [](std::int32_t offset, const std::vector<std::int32_t>& sizes,
                             const std::vector<std::int32_t>& strides) {
        requireRefused(withTensor(offset, sizes, strides), "the tensor w does not lie within");
    };
    refused(0, { 7 }, { 1 });
    refused(1, { 6 }, { 1 });
    refused(6, {}, {});
    refused(0, { 2, 3 }, { 4, 1 });
    refused(0, { 7 }, { 0 }); // repeats elements more often than there are any
    refused(0, { INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX }, { 0, 0, 0, 0 });
    refused(0, { 2, 2, 2 }, { INT32_MAX, INT32_MAX, INT32_MAX });
    refused(INT32_MAX, { 1 }, { 1 });
    const auto odd = [](std::int32_t offset, const std::vector<std::int32_t>& sizes,
                         const std::vector<std::int32_t>& strides) {
        requireRefused(withTensor(offset, sizes, strides), "a tensor in it is not made of");
    };
    odd(-1, { 1 }, { 1 });
    odd(0, { -1 }, { 1 });
    odd(5, { 2 }, { -1 });
    odd(0, { 2, 3 }, { 1 });
    odd(0, std::vector<std::int32_t>(17, 1), std::vector<std::int32_t>(17, 1));
}

DOCTEST_TEST_CASE("storages must be there, and as long as their tensors say")
{
    const auto object = pickle::dict({ { "w", pickle::tensor(sixFloats(), 0, { 6 }, { 1 }) } });
    requireRefused(archive(object, std::string(20, '\0')), "is not as long as its tensors say");
    requireRefused(archive(object, std::string(28, '\0')), "is not as long as its tensors say");
    requireRefused(
        archive(pickle::dict({ { "w", pickle::tensor(sixFloats("9"), 0, { 6 }, { 1 }) } })),
        "lacks the storage 9");
    const auto twoTypes = pickle::dict({ { "a", pickle::tensor(sixFloats(), 0, { 6 }, { 1 }) },
        { "b", pickle::tensor(pickle::storage("IntStorage", "0", 6), 0, { 6 }, { 1 }) } });
    requireRefused(archive(twoTypes), "has two types");
    requireRefused(
        archive(pickle::dict({ { "w",
            pickle::tensor(pickle::storage("FloatStorage", "0", -6), 0, { 6 }, { 1 }) } })),
        "a storage in it is not made of");
}

DOCTEST_TEST_CASE("tensors may share a storage, but not without end")
{
    std::vector<std::pair<std::string, std::string>> entries;
    const std::string floats(400'000, '\1');
    const auto storage = pickle::storage("FloatStorage", "0", 100'000);
    for (int i = 0; i < 3; ++i)
        entries.emplace_back(
            std::to_string(i), pickle::tensor(storage, 0, { 50, 2000 }, { 1, 50 }));
    DOCTEST_CHECK(read(archive(pickle::dict(entries), floats)).tensors.size() == 3);
    for (int i = 3; i < 20; ++i)
        entries.emplace_back(
            std::to_string(i), pickle::tensor(storage, 0, { 50, 2000 }, { 1, 50 }));
    requireRefused(archive(pickle::dict(entries), floats), "share their storage too often");
}

DOCTEST_TEST_CASE("unknown names are harmless until something needs them")
{
    const auto system = pickle::call(pickle::global("os", "system"), { pickle::text("false") });
    const auto object = pickle::dict({ { "evil", system }, { "fine", pickle::integer(4) } });
    const auto found = read(archive(object));
    DOCTEST_CHECK(found.tensors.empty());
    DOCTEST_CHECK(found.numbers == Numbers { { "fine", 4.0 } });
    requireRefused(archive(pickle::dict({ { "w", pickle::tensor(system, 0, { 6 }, { 1 }) } })),
        "a tensor in it is not made of");
    const auto odd = pickle::tuple({ pickle::text("storage"), pickle::global("os", "system"),
                         pickle::text("0"), pickle::text("cpu"), pickle::integer(6) })
        + "Q";
    requireRefused(archive(odd), "a storage in it is not made of");
    requireRefused(archive(system + "Q"), "a storage in it is not made of");
    requireRefused(archive(system), "is not a dictionary of tensors");
}

DOCTEST_TEST_CASE("pickle bombs are refused")
{
    // lists, marks and dictionaries within each other
    DOCTEST_CHECK(
        read(archive(pickle::dict({ { "deep", repeated("]", 100'000) + repeated("a", 99'999) } })))
            .tensors.empty());
    requireRefused(archive(repeated("(", 100'000)), "nested too deeply");
    std::string deep = "N";
    for (int i = 0; i < 40; ++i)
        deep = pickle::dict({ { "d", deep } });
    requireRefused(archive(deep), "nested too deeply");
    // a dictionary that holds itself
    requireRefused(archive("}q\1(" + pickle::text("me") + "h\1u"), "nested too deeply");
    // two entries each, all the same: 2^30 names
    std::string doubling = "}q" + std::string(1, '\0');
    for (char i = 1; i <= 30; ++i) {
        const auto before = "h" + std::string(1, static_cast<char>(i - 1));
        doubling += pickle::dict({ { "a", before }, { "b", before } }) + "q" + i;
    }
    requireRefused(archive(doubling), "too many entries");
    // steps without end, and counts without bytes
    requireRefused(archive(repeated("NN\x85\x85", 600'000)), "too many steps");
    requireRefused(archive(std::string("X\xff\xff\xff\x7f", 5)), "overlong string");
    requireRefused(archive(std::string("X\xff\xff\x0f\x00", 5)), "is cut off");
    requireRefused(archive(std::string("\x8e\xff\xff\xff\xff\xff\xff\xff\xff", 9)), "overlong");
    requireRefused(archive(std::string("\x8b\xff\xff\xff\xff", 5)), "is cut off");
    requireRefused(archive("c" + std::string(1000, 'm')), "overlong name");
    // a memo that is far apart costs nothing, one that is not there is an error
    DOCTEST_CHECK(read(archive(std::string("}r\xff\xff\xff\xff", 6))).tensors.empty());
    requireRefused(archive(std::string("j\xff\xff\xff\xff", 5)), "refers to nothing");
}

DOCTEST_TEST_CASE("pickles that make no sense are refused")
{
    requireRefused(archive(""), "more values than it has");
    requireRefused(archive("("), "more values than it has");
    requireRefused(archive("t"), "more values than it has");
    requireRefused(archive("N(a"), "more values than it has");
    requireRefused(archive("\x86"), "more values than it has");
    requireRefused(archive("NNa"), "not a list");
    requireRefused(archive("}(Nu"), "not a dictionary");
    requireRefused(archive("NNR"), "calls without arguments");
    requireRefused(archive("NN\x93"), "without a name");
    requireRefused(archive("\xfe"), "operation");
    requireRefused(archive("i"), "operation"); // INST, which builds objects
    requireRefused(archive("P1\n"), "operation");
    requireRefused(archive("\x80\x06}"), "newer protocol");
    requireRefused(archive(pickle::integer(1)), "is not a dictionary of tensors");
    requireRefused(
        archive(pickle::dict({ { "a", "J\1\1\1\1" }, { "a", "J\1\1\1\1" } })), "a twice");
    const auto number = [](const std::string& bytes) {
        return pickle::dict({ { "n",
            pickle::call(pickle::global("numpy.core.multiarray", "scalar"),
                { pickle::call(pickle::global("numpy", "dtype"), { pickle::text("f8") }),
                    "C" + std::string(1, static_cast<char>(bytes.size())) + bytes }) } });
    };
    DOCTEST_CHECK(read(archive(number(std::string(8, '\0')))).numbers.at("n") == 0.0);
    requireRefused(archive(number("1234")), "a number in it is not made of");
}

DOCTEST_TEST_CASE("protocol 4 is understood")
{
    // FRAME, EMPTY_DICT, MEMOIZE, SHORT_BINUNICODE "w", STACK_GLOBAL collections OrderedDict,
    // REDUCE
    const std::string object = std::string("\x95\x40\0\0\0\0\0\0\0", 9) + "}\x94\x8c\1w\x94\x8c\x0b"
        + "collections\x8c\x0bOrderedDict\x93)R\x8c\1n\x4b\7ss";
    DOCTEST_CHECK(read(archive(object)).numbers == Numbers { { "w.n", 7.0 } });
}

DOCTEST_TEST_CASE("damaged archives are refused")
{
    const auto object
        = pickle::whole(pickle::dict({ { "w", pickle::tensor(sixFloats(), 0, { 6 }, { 1 }) } }));
    const ZipMember data { "a/data/0", kSixFloats };
    const ZipMember main { "a/data.pkl", object };
    DOCTEST_CHECK(read(zipArchive({ main, data })).tensors.size() == 1);
    const auto changed = [&](auto change) {
        auto member = data;
        change(member);
        return zipArchive({ main, member });
    };
    requireRefused(changed([](ZipMember& m) { m.method = 8; }), "is compressed");
    requireRefused(changed([](ZipMember& m) { m.sizeError = 1'000'000; }), "does not lie within");
    requireRefused(changed([](ZipMember& m) { m.sizeError = -4; }), "not as long as");
    requireRefused(changed([](ZipMember& m) { m.sizeError = 4; }), "not as long as");
    requireRefused(
        changed([](ZipMember& m) { m.offsetError = 5; }), "not where the directory says");
    requireRefused(changed([](ZipMember& m) { m.offsetError = 1'000'000; }), "is cut off");
    requireRefused(zipArchive({ main, data, data }), "twice");
    requireRefused(zipArchive({ data }), "not a PyTorch checkpoint");
    requireRefused(zipArchive({ main, data, { "a/byteorder", "big" } }), "not little-endian");
    const auto whole = zipArchive({ main, data });
    for (const std::size_t length : { whole.size() - 1, whole.size() / 2, std::size_t { 4 } })
        requireRefused(whole.substr(0, length), "is not a whole ZIP archive");
    requireRefused("PK", "is not a whole ZIP archive");
    auto farAway = zipArchive({ main, data }, ZipSize::Zip64);
    const std::uint64_t beyond = UINT64_MAX - 8;
    std::memcpy(&farAway[farAway.size() - 22 - 20 + 8], &beyond, sizeof beyond);
    requireRefused(farAway, "is cut off");
}

DOCTEST_TEST_CASE("every cut and every flipped bit of a checkpoint is survived")
{
    for (const char* name :
        { "checkpoint_zip.pt", "checkpoint_lightning.ckpt", "checkpoint_old.pt" }) {
        const auto whole = readBytes(std::string(CIRCUMPLEX_TEST_DATA) + "/" + name);
        const TemporaryFolder folder;
        const auto path = folder / "checkpoint";
        std::size_t refused = 0;
        const auto attempt = [&](const std::string& bytes) {
            std::filesystem::remove(path); // writing over a file waits for the disk
            writeBytes(path, bytes);
            try {
                readTorchCheckpoint(path);
            } catch (const ModelError&) {
                ++refused;
            }
        };
        for (std::size_t length = 0; length < whole.size(); length += 7)
            attempt(whole.substr(0, length));
        DOCTEST_CHECK(refused == (whole.size() + 6) / 7);
        refused = 0;
        for (std::size_t i = 0; i < whole.size(); i += 3) {
            auto bytes = whole;
            bytes[i] = static_cast<char>(bytes[i] ^ (1 << (i % 8)));
            attempt(bytes);
        }
        DOCTEST_CHECK(refused > 0);
    }
}

DOCTEST_TEST_CASE("damaged old streams are refused")
{
    CheckpointWriter writer(CheckpointWriter::Format::OldStream);
    const auto state = writer.stateDict({ { "w", at::ones({ 6 }) } });
    const auto whole = writer.file(state);
    DOCTEST_CHECK(read(whole).tensors.size() == 1);
    requireRefused(whole.substr(0, whole.size() - 1), "is cut off");
    requireRefused(whole.substr(0, 15), "is cut off");
    requireRefused("\x80\x02" + whole.substr(2, 8), "is not a PyTorch checkpoint");
    requireRefused("", "is not a PyTorch checkpoint");
    auto count = whole;
    const std::uint64_t huge = std::uint64_t { 1 } << 62;
    std::memcpy(&count[count.size() - 32], &huge, sizeof huge);
    requireRefused(count, "is cut off");
    auto bigEndian = whole;
    bigEndian.replace(bigEndian.find("little_endian") + 13, 1, pickle::kFalse);
    requireRefused(bigEndian, "not little-endian");
}
