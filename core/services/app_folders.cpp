#include "core/services/app_folders.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace circumplex {

AppFolders AppFolders::standard()
{
    const QString shipped
        = QCoreApplication::applicationDirPath() + QStringLiteral("/../share/circumplex");
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/circumplex");
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/circumplex");
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return { .shippedModels = shipped + QStringLiteral("/models"),
        .demoPieces = shipped + QStringLiteral("/demo"),
        .userModels = data + QStringLiteral("/models"),
        .trainings = data + QStringLiteral("/training"),
        .numberFormats = data + QStringLiteral("/number_formats.json"),
        .library = data + QStringLiteral("/library.circumplex"),
        .cache = cache + QStringLiteral("/circumplex"),
        .settings = config + QStringLiteral("/circumplex.ini") };
}

} // namespace circumplex
