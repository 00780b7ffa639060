#pragma once

namespace circumplex {

class MainWindow;

/// Fills the menu Help: what the search understands, all keys, and what this program is.
void addHelpMenu(MainWindow& window);

} // namespace circumplex
