#include "core/library/model_store.h"

#include "core/library/database_access.h"

namespace circumplex {

namespace {

KnownModel modelAt(SQLite::Statement& row)
{
    return { .id = { row.getColumn(0).getInt64() },
        .name = row.getColumn(1).getString(),
        .hash = row.getColumn(2).getString(),
        .cardJson = row.getColumn(3).getString(),
        .installedAt = row.getColumn(4).getInt64() };
}

} // namespace

Result<ModelId> ModelStore::add(const KnownModel& model)
{
    return writing(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement upsert(connection, R"(
            INSERT INTO models (name, hash, card_json, installed_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (hash) DO UPDATE SET name = excluded.name, card_json = excluded.card_json
            RETURNING id)");
        upsert.bind(1, model.name);
        upsert.bind(2, model.hash);
        upsert.bind(3, model.cardJson);
        upsert.bind(4, model.installedAt);
        upsert.executeStep();
        return ModelId { upsert.getColumn(0).getInt64() };
    });
}

Result<std::optional<KnownModel>> ModelStore::find(const std::string& hash) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT id, name, hash, card_json, installed_at FROM models WHERE hash = ?)");
        query.bind(1, hash);
        std::optional<KnownModel> model;
        if (query.executeStep()) model = modelAt(query);
        return model;
    });
}

Result<KnownModel> ModelStore::model(ModelId id) const
{
    return reading(m_library, [&](SQLite::Database& connection) -> Result<KnownModel> {
        SQLite::Statement query(connection, R"(
            SELECT id, name, hash, card_json, installed_at FROM models WHERE id = ?)");
        query.bind(1, id.value);
        if (!query.executeStep())
            return tl::unexpected(Error { ErrorCode::NotFound,
                "Model " + std::to_string(id.value) + " is not in the library." });
        return modelAt(query);
    });
}

Result<std::vector<KnownModel>> ModelStore::all() const
{
    return reading(m_library, [](SQLite::Database& connection) {
        SQLite::Statement query(connection, R"(
            SELECT id, name, hash, card_json, installed_at FROM models
            ORDER BY installed_at DESC, id DESC)");
        std::vector<KnownModel> models;
        while (query.executeStep())
            models.push_back(modelAt(query));
        return models;
    });
}

Result<std::int64_t> ModelStore::annotationCount(ModelId id) const
{
    return reading(m_library, [&](SQLite::Database& connection) {
        SQLite::Statement query(connection, "SELECT count(*) FROM annotations WHERE model_id = ?");
        query.bind(1, id.value);
        query.executeStep();
        return std::int64_t { query.getColumn(0).getInt64() };
    });
}

Result<ModelId> ModelStore::inUse(const std::string& hash) const
{
    const auto found = find(hash);
    if (!found) return tl::unexpected(found.error());
    if (*found) return (*found)->id;
    const auto known = all();
    if (!known) return tl::unexpected(known.error());
    ModelId busiest;
    std::int64_t most = -1;
    for (const KnownModel& model : *known) {
        const auto count = annotationCount(model.id);
        if (!count) return tl::unexpected(count.error());
        if (*count <= most) continue;
        most = *count;
        busiest = model.id;
    }
    return busiest;
}

Result<void> ModelStore::remove(ModelId id)
{
    return writing(m_library, [&](SQLite::Database& connection) -> Result<void> {
        SQLite::Statement remove(connection, "DELETE FROM models WHERE id = ?");
        remove.bind(1, id.value);
        remove.exec();
        return {};
    });
}

} // namespace circumplex
