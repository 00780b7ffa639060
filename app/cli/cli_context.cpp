#include "app/cli/cli_context.h"

#include <iostream>

namespace circumplex::cli {

std::string lineOf(const Json& object)
{
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void printLine(const Json& object)
{
    std::cout << lineOf(object) << '\n' << std::flush;
}

void say(const std::string& text)
{
    std::cerr << text << '\n';
}

int fail(const CliContext& context, const Error& error)
{
    if (context.json)
        printLine({ { "error",
            { { "code", errorCodeName(error.code) }, { "message", error.detail } } } });
    say("circumplex-cli: " + error.detail);
    return kNothingDone;
}

} // namespace circumplex::cli
