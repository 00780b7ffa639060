#include "core/services/engine_lines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace circumplex {

using namespace Qt::StringLiterals;

namespace {

/// A line that is not what it should be.
struct Unusable {
    QString field;
};

constexpr std::array<std::pair<EngineStatus::Activity, const char*>, 6> kActivities { {
    { EngineStatus::Activity::Starting, "starting" },
    { EngineStatus::Activity::Ready, "ready" },
    { EngineStatus::Activity::Working, "working" },
    { EngineStatus::Activity::Paused, "paused" },
    { EngineStatus::Activity::Waiting, "waiting" },
    { EngineStatus::Activity::Idle, "idle" },
} };

constexpr std::array kDeadlyCodes { ErrorCode::Stalled, ErrorCode::MemoryExceeded,
    ErrorCode::AnalysisCrashed };

QString text(const std::string& bytes)
{
    return QString::fromStdString(bytes);
}

/// Paths are bytes; those that are no UTF-8 travel percent-encoded.
void putPath(QJsonObject& object, const std::string& path)
{
    object["path"_L1] = text(path);
    if (text(path).toStdString() != path)
        object["path_bytes"_L1]
            = QString::fromLatin1(QByteArray::fromStdString(path).toPercentEncoding("/"));
}

QJsonArray idsJson(const std::vector<TrackId>& tracks)
{
    QJsonArray ids;
    for (const TrackId track : tracks)
        ids.append(static_cast<qint64>(track.value));
    return ids;
}

QJsonValue member(const QJsonObject& object, QLatin1StringView name)
{
    const QJsonValue value = object[name];
    if (value.isUndefined()) throw Unusable { name };
    return value;
}

double number(const QJsonObject& object, QLatin1StringView name)
{
    const QJsonValue value = member(object, name);
    if (!value.isDouble()) throw Unusable { name };
    return value.toDouble();
}

int count(const QJsonObject& object, QLatin1StringView name)
{
    return static_cast<int>(number(object, name));
}

bool flag(const QJsonObject& object, QLatin1StringView name)
{
    const QJsonValue value = member(object, name);
    if (!value.isBool()) throw Unusable { name };
    return value.toBool();
}

QString sentence(const QJsonObject& object, QLatin1StringView name)
{
    const QJsonValue value = member(object, name);
    if (!value.isString()) throw Unusable { name };
    return value.toString();
}

std::string bytes(const QJsonObject& object, QLatin1StringView name)
{
    return sentence(object, name).toStdString();
}

TrackId id(const QJsonValue& value, QLatin1StringView name)
{
    const auto number = value.toInteger(0);
    if (number <= 0) throw Unusable { name };
    return { number };
}

std::vector<TrackId> ids(const QJsonObject& object, QLatin1StringView name)
{
    const QJsonValue value = member(object, name);
    if (!value.isArray()) throw Unusable { name };
    std::vector<TrackId> tracks;
    for (const QJsonValue one : value.toArray())
        tracks.push_back(id(one, name));
    return tracks;
}

std::string path(const QJsonObject& object)
{
    const QJsonValue encoded = object["path_bytes"_L1];
    if (encoded.isString())
        return QByteArray::fromPercentEncoding(encoded.toString().toLatin1()).toStdString();
    return bytes(object, "path"_L1);
}

ErrorCode deadlyCode(const QJsonObject& object)
{
    const std::string name = bytes(object, "code"_L1);
    for (const ErrorCode code : kDeadlyCodes)
        if (name == errorCodeName(code)) return code;
    throw Unusable { "code"_L1 };
}

struct CommandWriter {
    QJsonObject operator()(const engine_command::Work& work) const
    {
        return { { "command"_L1, "work"_L1 }, { "query"_L1, text(work.query) },
            { "include_failed"_L1, work.includesFailed }, { "without"_L1, idsJson(work.without) } };
    }
    QJsonObject operator()(const engine_command::Pause&) const
    {
        return { { "command"_L1, "pause"_L1 } };
    }
    QJsonObject operator()(const engine_command::Resume&) const
    {
        return { { "command"_L1, "resume"_L1 } };
    }
    QJsonObject operator()(const engine_command::Cancel&) const
    {
        return { { "command"_L1, "cancel"_L1 } };
    }
    QJsonObject operator()(const engine_command::Prioritise& wish) const
    {
        return { { "command"_L1, "prioritise"_L1 }, { "tracks"_L1, idsJson(wish.tracks) },
            { "priority"_L1, wish.priority } };
    }
    QJsonObject operator()(const engine_command::Again& wish) const
    {
        return { { "command"_L1, "again"_L1 }, { "tracks"_L1, idsJson(wish.tracks) } };
    }
    QJsonObject operator()(const engine_command::Pace& pace) const
    {
        return { { "command"_L1, "pace"_L1 }, { "share"_L1, pace.share } };
    }
    QJsonObject operator()(const engine_command::Scan& scan) const
    {
        QJsonArray folders;
        for (const std::string& folder : scan.folders) {
            QJsonObject place;
            putPath(place, folder);
            folders.append(place);
        }
        return { { "command"_L1, "scan"_L1 }, { "folders"_L1, folders } };
    }
    QJsonObject operator()(const engine_command::Alone& alone) const
    {
        return { { "command"_L1, "alone"_L1 }, { "tracks"_L1, idsJson(alone.tracks) } };
    }
    QJsonObject operator()(const engine_command::GiveUp& loss) const
    {
        return { { "command"_L1, "give-up"_L1 },
            { "track"_L1, static_cast<qint64>(loss.track.value) },
            { "code"_L1, QString::fromLatin1(errorCodeName(loss.code)) },
            { "reason"_L1, text(loss.reason) } };
    }
    QJsonObject operator()(const engine_command::Quit&) const
    {
        return { { "command"_L1, "quit"_L1 } };
    }
};

EngineCommand readCommand(const QJsonObject& object)
{
    const QString name = sentence(object, "command"_L1);
    if (name == "work"_L1)
        return engine_command::Work { bytes(object, "query"_L1), flag(object, "include_failed"_L1),
            object.contains("without"_L1) ? ids(object, "without"_L1) : std::vector<TrackId> {} };
    if (name == "pause"_L1) return engine_command::Pause {};
    if (name == "resume"_L1) return engine_command::Resume {};
    if (name == "cancel"_L1) return engine_command::Cancel {};
    if (name == "prioritise"_L1)
        return engine_command::Prioritise { ids(object, "tracks"_L1),
            count(object, "priority"_L1) };
    if (name == "again"_L1) return engine_command::Again { ids(object, "tracks"_L1) };
    if (name == "pace"_L1) {
        const double share = number(object, "share"_L1);
        if (!(share > 0.0 && share <= 1.0)) throw Unusable { "share"_L1 };
        return engine_command::Pace { share };
    }
    if (name == "scan"_L1) {
        engine_command::Scan scan;
        for (const QJsonValue folder : member(object, "folders"_L1).toArray())
            scan.folders.push_back(path(folder.toObject()));
        return scan;
    }
    if (name == "alone"_L1) return engine_command::Alone { ids(object, "tracks"_L1) };
    if (name == "give-up"_L1)
        return engine_command::GiveUp { id(object["track"_L1], "track"_L1), deadlyCode(object),
            bytes(object, "reason"_L1) };
    if (name == "quit"_L1) return engine_command::Quit {};
    throw Unusable { "command"_L1 };
}

struct EventWriter {
    QJsonObject operator()(const engine_event::Started& started) const
    {
        return { { "event"_L1, "started"_L1 },
            { "track"_L1, static_cast<qint64>(started.track.value) } };
    }
    QJsonObject operator()(const engine_event::Annotated& done) const
    {
        QJsonObject object { { "event"_L1, "annotated"_L1 },
            { "track"_L1, static_cast<qint64>(done.track.value) } };
        putPath(object, done.path);
        object["valence"_L1] = done.valence;
        object["arousal"_L1] = done.arousal;
        object["device"_L1] = text(done.device);
        object["coarse"_L1] = done.isCoarse;
        object["cached"_L1] = done.isFromCache;
        object["seconds"_L1] = done.seconds;
        return object;
    }
    QJsonObject operator()(const engine_event::Failed& failed) const
    {
        QJsonObject object { { "event"_L1, "failed"_L1 },
            { "track"_L1, static_cast<qint64>(failed.track.value) } };
        putPath(object, failed.path);
        object["code"_L1] = text(failed.code);
        object["reason"_L1] = text(failed.reason);
        return object;
    }
    QJsonObject operator()(const engine_event::Scanned& scan) const
    {
        return { { "event"_L1, "scanned"_L1 }, { "added"_L1, scan.added },
            { "updated"_L1, scan.updated }, { "moved"_L1, scan.moved },
            { "unchanged"_L1, scan.unchanged }, { "missing"_L1, scan.missing },
            { "failed"_L1, scan.failed }, { "asked"_L1, scan.isAsked } };
    }
    QJsonObject operator()(const engine_event::Notice& notice) const
    {
        QJsonObject object { { "event"_L1, "notice"_L1 },
            { "sentence"_L1, text(notice.sentence) } };
        if (!notice.path.empty()) putPath(object, notice.path);
        if (!notice.code.empty()) object["code"_L1] = text(notice.code);
        return object;
    }
    QJsonObject operator()(const engine_event::Status& said) const
    {
        const EngineStatus& status = said.status;
        QJsonObject object { { "event"_L1, "status"_L1 } };
        for (const auto& [activity, name] : kActivities)
            if (activity == status.activity) object["activity"_L1] = QString::fromLatin1(name);
        object["waiting_for"_L1] = status.waitingFor;
        object["model"_L1] = status.model;
        object["device"_L1] = status.device;
        object["dtype"_L1] = status.dtype;
        object["done"_L1] = static_cast<qint64>(status.done);
        object["failed"_L1] = static_cast<qint64>(status.failed);
        object["remaining"_L1] = static_cast<qint64>(status.remaining);
        object["eta_seconds"_L1]
            = status.etaSeconds ? QJsonValue(*status.etaSeconds) : QJsonValue::Null;
        object["sound_per_second"_L1] = status.soundPerSecond;
        object["commands"_L1] = static_cast<qint64>(status.commands);
        return object;
    }
    QJsonObject operator()(const engine_event::Dying& dying) const
    {
        return { { "event"_L1, "dying"_L1 }, { "tracks"_L1, idsJson(dying.tracks) },
            { "code"_L1, QString::fromLatin1(errorCodeName(dying.code)) },
            { "reason"_L1, text(dying.reason) } };
    }
    QJsonObject operator()(const engine_event::Refused& refused) const
    {
        return { { "event"_L1, "refused"_L1 }, { "code"_L1, text(refused.code) },
            { "reason"_L1, text(refused.reason) } };
    }
};

EngineStatus readStatus(const QJsonObject& object)
{
    EngineStatus status;
    const std::string name = bytes(object, "activity"_L1);
    for (const auto& [activity, known] : kActivities)
        if (name == known) status.activity = activity;
    status.waitingFor = sentence(object, "waiting_for"_L1);
    status.model = sentence(object, "model"_L1);
    status.device = sentence(object, "device"_L1);
    status.dtype = sentence(object, "dtype"_L1);
    status.done = member(object, "done"_L1).toInteger();
    status.failed = member(object, "failed"_L1).toInteger();
    status.remaining = member(object, "remaining"_L1).toInteger();
    if (const QJsonValue eta = member(object, "eta_seconds"_L1); eta.isDouble())
        status.etaSeconds = eta.toDouble();
    status.soundPerSecond = number(object, "sound_per_second"_L1);
    status.commands = member(object, "commands"_L1).toInteger();
    return status;
}

EngineEvent readEvent(const QJsonObject& object)
{
    const QString name = sentence(object, "event"_L1);
    if (name == "started"_L1) return engine_event::Started { id(object["track"_L1], "track"_L1) };
    if (name == "annotated"_L1)
        return engine_event::Annotated { .track = id(object["track"_L1], "track"_L1),
            .path = path(object),
            .valence = number(object, "valence"_L1),
            .arousal = number(object, "arousal"_L1),
            .device = bytes(object, "device"_L1),
            .isCoarse = flag(object, "coarse"_L1),
            .isFromCache = flag(object, "cached"_L1),
            .seconds = number(object, "seconds"_L1) };
    if (name == "failed"_L1)
        return engine_event::Failed { id(object["track"_L1], "track"_L1), path(object),
            bytes(object, "code"_L1), bytes(object, "reason"_L1) };
    if (name == "scanned"_L1)
        return engine_event::Scanned { count(object, "added"_L1), count(object, "updated"_L1),
            count(object, "moved"_L1), count(object, "unchanged"_L1), count(object, "missing"_L1),
            count(object, "failed"_L1), flag(object, "asked"_L1) };
    if (name == "notice"_L1)
        return engine_event::Notice { bytes(object, "sentence"_L1),
            object.contains("path"_L1) ? path(object) : std::string(),
            object["code"_L1].toString().toStdString() };
    if (name == "status"_L1) return engine_event::Status { readStatus(object) };
    if (name == "dying"_L1)
        return engine_event::Dying { ids(object, "tracks"_L1), deadlyCode(object),
            bytes(object, "reason"_L1) };
    if (name == "refused"_L1)
        return engine_event::Refused { bytes(object, "code"_L1), bytes(object, "reason"_L1) };
    throw Unusable { "event"_L1 };
}

template <class Line, class Read> Result<Line> decode(const QByteArray& line, Read read)
{
    const auto document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return tl::unexpected(Error { ErrorCode::Refused, "not a JSON object on one line" });
    try {
        return read(document.object());
    } catch (const Unusable& problem) {
        return tl::unexpected(Error { ErrorCode::Refused,
            "the field \"" + problem.field.toStdString() + "\" is missing or not usable" });
    }
}

QByteArray lineOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QByteArray encode(const EngineCommand& command)
{
    return lineOf(std::visit(CommandWriter {}, command));
}

QByteArray encode(const EngineEvent& event)
{
    return lineOf(std::visit(EventWriter {}, event));
}

Result<EngineCommand> decodeCommand(const QByteArray& line)
{
    return decode<EngineCommand>(line, readCommand);
}

Result<EngineEvent> decodeEvent(const QByteArray& line)
{
    return decode<EngineEvent>(line, readEvent);
}

} // namespace circumplex
