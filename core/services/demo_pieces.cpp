#include "core/services/demo_pieces.h"

#include "core/services/app_folders.h"

#include <QDirIterator>

#include <algorithm>

namespace circumplex {

std::vector<std::filesystem::path> demoPieces()
{
    std::vector<std::filesystem::path> pieces;
    for (QDirIterator it(AppFolders::standard().demoPieces, { QStringLiteral("*.flac") });
         it.hasNext();)
        pieces.emplace_back(it.next().toStdString());
    std::ranges::sort(pieces);
    return pieces;
}

} // namespace circumplex
