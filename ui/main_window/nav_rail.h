#pragma once

#include "ui/common/icons.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QVBoxLayout;

namespace circumplex {

/// The pages' names with their icons at the left; icons alone in a narrow window.
class NavRail : public QWidget {
    Q_OBJECT

public:
    explicit NavRail(QWidget* parent = nullptr);

    /// @return the page's number, from 0
    int addPage(const QString& name, IconShape icon);
    void setCurrent(int page);
    void setNarrow(bool isNarrow);

Q_SIGNALS:
    void pageChosen(int page);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_column;
    QButtonGroup* m_group;
};

} // namespace circumplex
