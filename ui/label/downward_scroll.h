#pragma once

#include <QScrollArea>

namespace circumplex {

/// Scrolls downwards only, and is as wide as what is in it.
class DownwardScroll : public QScrollArea {
    Q_OBJECT

public:
    DownwardScroll(QWidget* content, QWidget* parent);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace circumplex
