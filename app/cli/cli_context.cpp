#include "app/cli/cli_context.h"

#include <iostream>

namespace circumplex::cli {

void printLine(const Json& object)
{
    std::cout << object.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n' << std::flush;
}

void say(const std::string& text)
{
    std::cerr << text << '\n';
}

void printError(const CliContext& context, const std::string& code, const std::string& message)
{
    if (context.json) printLine({ { "error", { { "code", code }, { "message", message } } } });
    say("circumplex-cli: " + message);
}

} // namespace circumplex::cli
