#include "tests/app/annotated_library.h"

#include "tests/core/audio/sound_files.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcessEnvironment>

#include <cmath>
#include <vector>

namespace circumplex::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRateHz = 22050;

/// A falling tone with overtones, another one for every number.
std::vector<double> tone(int number, double seconds)
{
    std::vector<double> samples(static_cast<std::size_t>(seconds * kRateHz));
    const double pitch = 110.0 * std::pow(2.0, number % 37 / 12.0);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double time = static_cast<double>(i) / kRateHz;
        for (int partial = 1; partial <= 5; ++partial)
            samples[i] += 0.1 / partial * std::exp(-time * (1.0 + number % 5))
                * std::sin(2.0 * M_PI * partial * (pitch + 0.01 * number) * time);
    }
    return samples;
}

QByteArray answerOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

} // namespace

AnnotatedLibrary::AnnotatedLibrary()
{
    std::filesystem::create_directory(music());
}

void AnnotatedLibrary::writeSounds(int count, double seconds)
{
    for (int number = 0; number < count; ++number)
        write(music() / u"%1.wav"_s.arg(number, 3, 10, QLatin1Char('0')).toStdString(),
            wavFile({ .sampleRateHz = kRateHz }, int16Samples(tone(number, seconds))));
}

void AnnotatedLibrary::writeEncoded(const char* name, const char* codec)
{
    QStringList arguments { u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
        u"sine=frequency=330:duration=3"_s };
    if (*codec != '\0') arguments += { u"-c:a"_s, QString::fromLatin1(codec) };
    answerOf(
        u"ffmpeg"_s, arguments + QStringList { QString::fromStdString((music() / name).string()) });
}

CliOutcome AnnotatedLibrary::annotate(const QList<QByteArray>& more)
{
    return m_cli.run(QList<QByteArray> { "annotate", "--json", "--library", lib() } + more);
}

void AnnotatedLibrary::start(
    QProcess& process, const QStringList& more, const QStringList& variables)
{
    auto environment = m_cli.environment();
    for (const QString& variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CIRCUMPLEX_BUILD "/bin/circumplex-cli"),
        QStringList { u"annotate"_s, u"--json"_s, u"--library"_s, file() } + more);
    if (!process.waitForStarted()) qFatal("circumplex-cli does not start");
}

QStringList AnnotatedLibrary::sql(const QString& statement) const
{
    const auto answer = answerOf(
        u"sqlite3"_s, { file(), u".timeout 10000"_s, u"PRAGMA foreign_keys = ON"_s, statement });
    return QString::fromUtf8(answer).split(u'\n', Qt::SkipEmptyParts);
}

void AnnotatedLibrary::shareFolders() const
{
    const auto environment = m_cli.environment();
    for (const char* name : { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME" })
        qputenv(name, environment.value(QString::fromLatin1(name)).toUtf8());
}

QSet<qint64> AnnotatedLibrary::annotated() const
{
    QSet<qint64> ids;
    for (const QString& id : sql(u"SELECT track_id FROM annotations WHERE is_coarse = 0"_s))
        ids.insert(id.toLongLong());
    return ids;
}

QList<QJsonObject> jsonLines(const QByteArray& text)
{
    QList<QJsonObject> lines;
    for (const QByteArray& line : text.split('\n'))
        if (const auto document = QJsonDocument::fromJson(line); document.isObject())
            lines.append(document.object());
    return lines;
}

QList<qint64> childrenOf(qint64 process)
{
    QFile file(u"/proc/%1/task/%1/children"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QList<qint64> children;
    for (const QByteArray& id : file.readAll().split(' '))
        if (!id.trimmed().isEmpty()) children.append(id.toLongLong());
    return children;
}

} // namespace circumplex::test
