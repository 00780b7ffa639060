#pragma once

#include "core/ml/model_error.h"

#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace circumplex {

/// Parses JSON that may be hostile: valid UTF-8, no name twice in one object, at most `deepest`
/// levels and `most` values, so that neither memory nor the stack runs out.
/// @throws ModelError  a sentence without the file's name
template <class Json> Json parseStrictJson(std::string_view text, int deepest, std::size_t most)
{
    using Event = typename Json::parse_event_t;
    std::vector<std::set<std::string>> names; // of each object that is open
    std::size_t count = 0;
    const auto look = [&](int depth, Event event, Json& parsed) {
        if (depth > deepest) throw ModelError("its JSON is nested too deeply");
        if (++count > most) throw ModelError("its JSON has too many values");
        if (event == Event::object_start) {
            names.emplace_back();
        } else if (event == Event::object_end) {
            names.pop_back();
        } else if (event == Event::key) {
            const auto& name = parsed.template get_ref<const std::string&>();
            if (!names.back().insert(name).second)
                throw ModelError("its JSON has the name \"" + name + "\" twice");
        }
        return true;
    };
    try {
        return Json::parse(text, look);
    } catch (const nlohmann::json::exception& error) {
        throw ModelError(std::string("its JSON cannot be read: ") + error.what());
    }
}

} // namespace circumplex
