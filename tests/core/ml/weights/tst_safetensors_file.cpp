#include "core/ml/model_error.h"
#include "core/ml/weights/safetensors_file.h"
#include "tests/support/temporary_folder.h"

#include <ATen/ATen.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <string>

using namespace circumplex;
using test::TemporaryFolder;

namespace {

/// A safetensors file with this header and so many bytes of data.
std::string file(std::string header, std::size_t dataBytes)
{
    for (char& c : header)
        if (c == '\'') c = '"';
    const std::uint64_t length = header.size();
    return std::string(reinterpret_cast<const char*>(&length), sizeof length) + header
        + std::string(dataBytes, '\1');
}

/// What reading `bytes` says; empty if it is fine.
std::string refusal(const std::string& bytes)
{
    const TemporaryFolder folder;
    const auto path = folder / "weights.safetensors";
    test::writeBytes(path, bytes);
    try {
        readSafetensors(path);
    } catch (const ModelError& error) {
        DOCTEST_CHECK(std::string(error.what()).starts_with(path.string() + ": "));
        return error.what();
    }
    return {};
}

void requireRefused(const std::string& bytes, const std::string& reason)
{
    const auto message = refusal(bytes);
    DOCTEST_CHECK_MESSAGE(message.find(reason) != std::string::npos, message, " lacks ", reason);
}

WeightFile sample()
{
    WeightFile content;
    content.tensors["f32"] = at::arange(6, at::kFloat).reshape({ 2, 3 }) / 7;
    content.tensors["f64"] = at::arange(3, at::kDouble) / 7;
    content.tensors["f16"] = at::arange(5, at::kFloat).to(at::kHalf);
    content.tensors["bf16"] = at::arange(5, at::kFloat).to(at::kBFloat16);
    content.tensors["i64"] = at::arange(3, at::kLong) - (std::int64_t { 1 } << 40);
    content.tensors["i32"] = at::arange(3, at::kInt);
    content.tensors["u8"] = at::arange(3, at::kByte);
    content.tensors["bool"] = at::arange(3, at::kInt) > 1;
    content.tensors["single"] = at::full({}, 2.5F);
    content.tensors["empty"] = at::empty({ 0, 4 });
    content.metadata = { { "licence", "ISC" }, { "quote", "\"\xc3\xa4\"" } };
    return content;
}

} // namespace

DOCTEST_TEST_CASE("what is written is read again, bit for bit")
{
    const TemporaryFolder folder;
    const auto path = folder / "weights.safetensors";
    const auto content = sample();
    writeSafetensors(path, content);
    const auto read = readSafetensors(path);
    DOCTEST_CHECK(read.metadata == content.metadata);
    DOCTEST_REQUIRE(read.tensors.size() == content.tensors.size());
    for (const auto& [name, tensor] : content.tensors) {
        const auto& again = read.tensors.at(name);
        const bool isSame
            = again.dtype() == tensor.dtype() && at::equal(again, tensor) && again.is_contiguous();
        DOCTEST_CHECK_MESSAGE(isSame, name);
    }
    const auto bytes = test::readBytes(path);
    writeSafetensors(path, read); // over the old one
    DOCTEST_CHECK(test::readBytes(path) == bytes);
}

DOCTEST_TEST_CASE("tensors that are not contiguous are written as they look")
{
    const TemporaryFolder folder;
    const auto tensor = at::arange(6, at::kFloat).reshape({ 2, 3 }).t();
    writeSafetensors(folder / "w", { { { "t", tensor } }, {} });
    DOCTEST_CHECK(at::equal(readSafetensors(folder / "w").tensors.at("t"), tensor));
}

DOCTEST_TEST_CASE("a failed write leaves the old file and nothing else")
{
    const TemporaryFolder folder;
    writeSafetensors(folder / "w", sample());
    const auto bytes = test::readBytes(folder / "w");
    const WeightFile odd { { { "z", at::zeros({ 2 }, at::kComplexFloat) } }, {} };
    DOCTEST_CHECK_THROWS_AS(writeSafetensors(folder / "w", odd), ModelError);
    DOCTEST_CHECK_THROWS_AS(writeSafetensors(folder / "missing" / "w", sample()), ModelError);
    DOCTEST_CHECK_THROWS_AS(writeSafetensors("/dev/full/w", sample()), ModelError);
    DOCTEST_CHECK(test::readBytes(folder / "w") == bytes);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        DOCTEST_CHECK(entry.path().filename() == "w");
}

DOCTEST_TEST_CASE("a header may end in spaces, and tensors may come in any order")
{
    DOCTEST_CHECK(refusal(file("{'b': {'dtype': 'U8', 'shape': [2], 'data_offsets': [1, 3]},"
                               " 'a': {'dtype': 'U8', 'shape': [1], 'data_offsets': [0, 1]}}   ",
                      3))
        == "");
}

DOCTEST_TEST_CASE("header lengths are compared with the file before memory is taken")
{
    for (const std::uint64_t length :
        { std::uint64_t { 1 } << 63, UINT64_MAX, std::uint64_t { 100'000'001 } }) {
        auto bytes = file("{}", 0);
        bytes.replace(0, sizeof length, reinterpret_cast<const char*>(&length), sizeof length);
        requireRefused(bytes, "longer than 100 MB");
    }
    std::uint64_t length = 100'000'000;
    auto bytes = file("{}", 0);
    bytes.replace(0, sizeof length, reinterpret_cast<const char*>(&length), sizeof length);
    requireRefused(bytes, "is cut off");
    requireRefused("", "is cut off");
    requireRefused("1234567", "is cut off");
}

DOCTEST_TEST_CASE("a header of 101 MB is refused even if it is there")
{
    const TemporaryFolder folder;
    const auto path = folder / "w";
    const std::uint64_t length = 101'000'000;
    test::writeBytes(path, std::string(reinterpret_cast<const char*>(&length), sizeof length));
    std::filesystem::resize_file(path, sizeof length + length); // sparse
    DOCTEST_CHECK_THROWS_AS(readSafetensors(path), ModelError);
}

DOCTEST_TEST_CASE("headers that are not of the format are refused")
{
    requireRefused(file("[]", 0), "is not a safetensors file");
    requireRefused(file(" {}", 0), "is not a safetensors file");
    requireRefused(file("{", 0), "cannot be read");
    requireRefused(file("{}}", 0), "cannot be read");
    requireRefused(file("{'a': \xff}", 0), "cannot be read");
    requireRefused(file("{'a': " + std::string(1'000'000, '['), 0), "nested too deeply");
    std::string many = "{'a': {'shape': [0";
    for (int i = 0; i < 3'000'000; ++i)
        many += ",0";
    requireRefused(file(many + "]}}", 0), "too many values");
    requireRefused(file("{'a': {'dtype': 'U8', 'shape': [1], 'data_offsets': [0, 1]},"
                        " 'a': {'dtype': 'U8', 'shape': [1], 'data_offsets': [1, 2]}}",
                       2),
        "\"a\" twice");
    requireRefused(file("{'a': {'dtype': 'U8', 'dtype': 'I64', 'shape': [1], "
                        "'data_offsets': [0, 1]}}",
                       1),
        "\"dtype\" twice");
    requireRefused(file("{'__metadata__': {'a': 1}}", 0), "other values than text");
    requireRefused(file("{'__metadata__': []}", 0), "not an object");
    requireRefused(file("{'a': 3}", 0), "\"a\" is not described");
}

DOCTEST_TEST_CASE("tensors that do not fit their bytes are refused by name")
{
    const auto one = [](const std::string& type, const std::string& shape,
                         const std::string& offsets, std::size_t bytes) {
        return file("{'w': {'dtype': " + type + ", 'shape': " + shape
                + ", 'data_offsets': " + offsets + "}}",
            bytes);
    };
    DOCTEST_CHECK(refusal(one("'F32'", "[2, 3]", "[0, 24]", 24)) == "");
    requireRefused(one("'F32'", "[2, 3]", "[0, 24]", 23), "is cut off");
    requireRefused(one("'F32'", "[2, 3]", "[0, 24]", 25), "bytes behind the last tensor");
    requireRefused(one("'F32'", "[2, 3]", "[4, 28]", 28), "hole before \"w\"");
    requireRefused(one("'F32'", "[2, 4]", "[0, 24]", 24), "do not fit its shape");
    requireRefused(one("'F64'", "[2, 3]", "[0, 24]", 24), "do not fit its shape");
    requireRefused(one("'F32'", "[2, 3]", "[24, 0]", 24), "not usable");
    requireRefused(one("'F32'", "[2, 3]", "[0]", 24), "not usable");
    requireRefused(one("'F32'", "[2, 3]", "[0, 24, 24]", 24), "not usable");
    requireRefused(one("'F32'", "[2, 3]", "[-24, 0]", 24), "not usable");
    requireRefused(one("'F32'", "[-2, -3]", "[0, 24]", 24), "not usable");
    requireRefused(one("'F32'", "[2.0, 3]", "[0, 24]", 24), "not usable");
    requireRefused(one("'F32'", "6", "[0, 24]", 24), "not usable");
    requireRefused(one("'F4'", "[2, 3]", "[0, 24]", 24), "not supported");
    requireRefused(one("32", "[2, 3]", "[0, 24]", 24), "not supported");
    requireRefused(one("'F32'", "[4294967296, 4294967296]", "[0, 0]", 0), "impossible shape");
    requireRefused(one("'F32'", "[0, 4294967296, 4294967296]", "[0, 0]", 0), "impossible shape");
    requireRefused(
        one("'U8'", "[18446744073709551615]", "[0, 18446744073709551615]", 0), "impossible shape");
    requireRefused(one("'U8'", "[9223372036854775807]", "[0, 9223372036854775807]", 5), "cut off");
    requireRefused(one("'F32'", "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]", "[0, 4]", 4), "not usable");
}

DOCTEST_TEST_CASE("no byte belongs to two tensors or to none")
{
    const auto two = [](const std::string& a, const std::string& b) {
        return file("{'a': {'dtype': 'U8', 'shape': [4], 'data_offsets': " + a
                + "}, 'b': {'dtype': 'U8', 'shape': [4], 'data_offsets': " + b + "}}",
            8);
    };
    DOCTEST_CHECK(refusal(two("[0, 4]", "[4, 8]")) == "");
    requireRefused(two("[0, 4]", "[3, 7]"), "\"b\" overlaps");
    requireRefused(two("[0, 4]", "[0, 4]"), "overlaps");
    requireRefused(two("[0, 4]", "[5, 9]"), "hole before \"b\"");
}

DOCTEST_TEST_CASE("what is not a regular file is refused and never waited for")
{
    const TemporaryFolder folder;
    DOCTEST_CHECK_THROWS_AS(readSafetensors(folder / "missing"), ModelError);
    DOCTEST_CHECK_THROWS_AS(readSafetensors(folder.path()), ModelError);
    DOCTEST_REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    DOCTEST_CHECK_THROWS_AS(readSafetensors(folder / "pipe"), ModelError);
}
