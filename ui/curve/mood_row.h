#pragma once

#include "core/types/annotation.h"
#include "ui/common/palette.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace circumplex {

/// How a track feels as a whole: its quarter of the plane, and its strongest moods as chips.
class MoodRow : public QWidget {
    Q_OBJECT

public:
    explicit MoodRow(QWidget* parent = nullptr);

    /// @param said  nullptr: nothing is known
    void setAnnotation(const Annotation* said);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 0, sizeHint().height() }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int quarterWidth() const;

    std::optional<palette::Quarter> m_quarter;
    std::vector<int> m_tags;
};

} // namespace circumplex
