#pragma once

#include <CLI/App.hpp>
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

/// One JSON object on a line of its own on stdout, flushed. Bytes that are not UTF-8 become U+FFFD.
void printLine(const Json& object);

/// A sentence for people, on stderr.
void say(const std::string& text);

/// Prints a failure the way the command's mode wants it: {"error": {...}} or a sentence.
void printError(const CliContext& context, const std::string& code, const std::string& message);

} // namespace circumplex::cli
