#pragma once

#include <QLabel>

namespace circumplex {

/// A line of text that gives way to its neighbours: where there is no room for all of it, it ends
/// in dots, and the tool tip says the whole.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace circumplex
