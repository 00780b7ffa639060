#pragma once

#include <functional>
#include <string>

namespace circumplex::test {

/// Runs `work` in a process of its own, as a user without rights: root reads what nobody may.
/// Without being root, this user has none to give up. @return what work returned, or "died"
std::string asOtherUser(const std::function<std::string()>& work);

} // namespace circumplex::test
