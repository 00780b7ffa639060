#pragma once

#include "core/base/result.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <string>

namespace circumplex::cli {

/// Exit codes of every command.
enum ExitCode {
    kDone = 0,
    kSomeFailed = 1, ///< some inputs failed; each was named with its reason
    kUsage = 2,
    kNothingDone = 3,
};

/// Options that every command has, and what the chosen command will run.
struct CliContext {
    bool json = false;
    std::function<int()> run; ///< set by the callback of the chosen command; gives the exit code
};

using Json = nlohmann::ordered_json;

/// A JSON object without line breaks. Bytes that are not UTF-8 become U+FFFD.
std::string lineOf(const Json& object);

/// One JSON object on a line of its own on stdout, flushed. Bytes that are not UTF-8 become U+FFFD.
void printLine(const Json& object);

/// A sentence for people, on stderr.
void say(const std::string& text);

/// Reports that the command can do nothing: {"error": {...}} with --json, and a sentence.
/// @return kNothingDone
int fail(const CliContext& context, const Error& error);

} // namespace circumplex::cli
