#include "core/services/file_hash.h"

#include <QCryptographicHash>
#include <QFile>

namespace circumplex {

Result<std::string> fileSha256(const std::filesystem::path& path)
{
    QFile file(QFile::decodeName(path.c_str()));
    const auto failure = [&](ErrorCode code) {
        return tl::unexpected(
            Error { code, path.string() + ": " + file.errorString().toStdString() });
    };
    if (!file.exists())
        return tl::unexpected(Error { ErrorCode::FileMissing, path.string() + ": no such file" });
    if (!file.open(QIODevice::ReadOnly)) return failure(ErrorCode::FileUnreadable);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file) || file.error() != QFileDevice::NoError)
        return failure(ErrorCode::FileUnreadable);
    return hash.result().toHex().toStdString();
}

} // namespace circumplex
