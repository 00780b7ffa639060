#pragma once

class QMenu;

namespace circumplex {

class LibraryPage;
class MainWindow;

/// Every order of the library's list, for the keyboard.
/// @param page  must outlive the window's menu
void addSortMenu(MainWindow& window, QMenu& menu, LibraryPage& page);

} // namespace circumplex
