#pragma once

class QWidget;

namespace circumplex {

/// Lets the wheel scroll the page over boxes that are on it: a box takes the wheel only once it was
/// clicked or reached by Tab, so that nobody changes a value on the way past it.
void guardWheel(QWidget& page);

} // namespace circumplex
