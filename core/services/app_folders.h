#pragma once

#include <QString>

namespace circumplex {

/// Where the program finds what came with it, and where it keeps what is the user's.
///
/// Needs a QCoreApplication.
struct AppFolders {
    QString shippedModels; ///< share/circumplex/models beside bin/
    QString demoPieces; ///< share/circumplex/demo: recordings to try things on
    QString userModels; ///< $XDG_DATA_HOME/circumplex/models
    QString trainings; ///< beside the models: checkpoints of trainings that were interrupted
    QString numberFormats; ///< file of NumberFormats
    QString library; ///< the user's library file, beside the models
    QString cache; ///< $XDG_CACHE_HOME/circumplex: what can be computed again
    QString settings; ///< ini file, $XDG_CONFIG_HOME/circumplex/circumplex.ini

    static AppFolders standard();

    /// Where a training of a model of that name goes on from.
    QString checkpointOf(const QString& model) const
    {
        return QStringLiteral("%1/%2.checkpoint").arg(trainings, model);
    }
};

} // namespace circumplex
