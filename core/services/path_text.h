#pragma once

#include <QFile>
#include <QString>

#include <filesystem>

namespace circumplex {

/// A path as Qt has it. Names of any bytes come back by toPath().
inline QString textOf(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

inline std::filesystem::path toPath(const QString& text)
{
    return QFile::encodeName(text).toStdString();
}

} // namespace circumplex
