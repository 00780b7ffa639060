#pragma once

#include "ui/label/label_plan.h"

#include <QWidget>

#include <vector>

class QLabel;
class QTableWidget;

namespace circumplex {

/// The songs that a sitting would be about, and why they are offered.
class SittingSongs : public QWidget {
    Q_OBJECT

public:
    explicit SittingSongs(QWidget* parent = nullptr);

    /// @param source  where the songs come from
    void setSongs(LabelPlan::Songs source, const std::vector<LabelSong>& songs);

private:
    QLabel* m_note;
    QTableWidget* m_table;
};

} // namespace circumplex
