#pragma once

#include "core/services/model_registry.h"

#include <cstdint>

namespace circumplex {

/// A model as the page shows it.
struct ShownModel {
    InstalledModel model;
    std::int64_t bytes = 0; ///< of all its files
    bool isInUse = false;

    QString name() const { return QString::fromStdString(model.name); }
    /// For people; the name where the card has none.
    QString title() const
    {
        return model.title.empty() ? name() : QString::fromStdString(model.title);
    }
    /// Whether both look the same on the page.
    bool looksLike(const ShownModel& other) const
    {
        return model.name == other.model.name && model.title == other.model.title
            && model.hash == other.model.hash && model.problem == other.model.problem
            && model.isShipped == other.model.isShipped && model.card == other.model.card
            && bytes == other.bytes && isInUse == other.isInUse;
    }
};

} // namespace circumplex
