#pragma once

#include <QDialog>

#include <vector>

namespace circumplex {

struct ShownModel;

/// Scores of models side by side: a row for each set and measure, a column for each model, the
/// best of a row in bold. Scores of different sets say nothing about each other.
class ModelComparison : public QDialog {
    Q_OBJECT

public:
    explicit ModelComparison(const std::vector<ShownModel>& models, QWidget* parent = nullptr);

    /// Whether two of them have scores.
    static bool isPossible(const std::vector<ShownModel>& models);
};

} // namespace circumplex
