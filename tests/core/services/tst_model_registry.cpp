#include "core/services/model_registry.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace circumplex {

using namespace Qt::StringLiterals;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QString sha256(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QJsonObject card(const QString& name)
{
    const QJsonObject widths { { "valence"_L1, 1.5 }, { "arousal"_L1, 1.25 } };
    return { { "format"_L1, 1 }, { "name"_L1, name }, { "title"_L1, "Title of "_L1 + name },
        { "encoder"_L1, QJsonObject { { "kind"_L1, "musicnn"_L1 } } },
        { "chords"_L1, QJsonObject { { "kind"_L1, "crema"_L1 } } },
        { "interval_90"_L1,
            QJsonObject {
                { "track"_L1, widths }, { "window"_L1, widths }, { "source"_L1, "a test"_L1 } } },
        { "files"_L1,
            QJsonObject { { "encoder.safetensors"_L1, sha256("encoder") },
                { "chords.safetensors"_L1, sha256("chords") },
                { "head.safetensors"_L1, sha256("head") } } } };
}

/// A package as far as a registry looks at it.
void makePackage(const QString& folder, const QJsonObject& json)
{
    QVERIFY(QDir().mkpath(folder));
    for (const char* part : { "encoder", "chords", "head" })
        write(folder + u'/' + QLatin1StringView(part) + ".safetensors"_L1, part);
    write(folder + "/card.json"_L1, QJsonDocument(json).toJson());
}

} // namespace

class ModelRegistryTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    AppFolders m_places;

    ModelRegistry registry() const { return ModelRegistry(m_places); }

    /// Installs as an import does.
    Result<InstalledModel> install(const QString& name, const QJsonObject& json) const
    {
        const auto staging = registry().makeStagingFolder();
        if (!staging) return tl::unexpected(staging.error());
        const auto package = *staging / name.toStdString();
        makePackage(QString::fromStdString(package.string()), json);
        auto added = registry().add(package);
        std::filesystem::remove_all(*staging);
        return added;
    }

    std::string problemOf(const QJsonObject& json) const
    {
        makePackage(m_places.userModels + "/odd"_L1, json);
        const auto models = registry().list();
        const auto found = std::ranges::find(models, "odd", &InstalledModel::name);
        const auto problem = found == models.end() ? std::string("missing") : found->problem;
        QDir(m_places.userModels + "/odd"_L1).removeRecursively();
        return problem;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_places.shippedModels = m_folder->filePath(u"share/models"_s);
        m_places.userModels = m_folder->filePath(u"data/models"_s);
        m_places.settings = m_folder->filePath(u"config/circumplex.ini"_s);
        makePackage(m_places.shippedModels + "/starter"_L1, card(u"starter"_s));
    }

    void theStarterIsInUseUnlessAnotherIsChosen()
    {
        QCOMPARE(registry().nameInUse(), std::string("starter"));
        const auto starter = registry().find("");
        QVERIFY(starter.has_value());
        QCOMPARE(starter->name, std::string("starter"));
        QCOMPARE(starter->title, std::string("Title of starter"));
        QVERIFY(starter->isShipped);
        QCOMPARE(starter->encoderHash, sha256("encoder").toStdString());
        QCOMPARE(starter->label(), "starter@" + starter->hash.substr(0, 12));

        QVERIFY(install(u"mine"_s, card(u"mine"_s)).has_value());
        QVERIFY(registry().use("mine").has_value());
        QCOMPARE(registry().find("")->name, std::string("mine"));
        QCOMPARE(registry().use("other").error().code, ErrorCode::ModelMissing);
        QCOMPARE(registry().find("")->name, std::string("mine"));
    }

    void listHasShippedOnesFirstAndHidesWhatIsInTheMaking()
    {
        QVERIFY(install(u"b"_s, card(u"b"_s)).has_value());
        QVERIFY(install(u"a"_s, card(u"a"_s)).has_value());
        QVERIFY(registry().makeStagingFolder().has_value());
        makePackage(m_places.userModels + "/starter"_L1, card(u"starter"_s));
        std::vector<std::string> names;
        for (const auto& model : registry().list())
            names.push_back(model.name);
        QCOMPARE(names, (std::vector<std::string> { "starter", "a", "b" }));
    }

    void aNameExistsOnce()
    {
        QCOMPARE(install(u"starter"_s, card(u"starter"_s)).error().code, ErrorCode::ModelExists);
        QVERIFY(install(u"mine"_s, card(u"mine"_s)).has_value());
        QCOMPARE(install(u"mine"_s, card(u"mine"_s)).error().code, ErrorCode::ModelExists);
    }

    void installedFilesAreReadOnly()
    {
        const auto model = install(u"mine"_s, card(u"mine"_s));
        QVERIFY(model.has_value());
        for (const auto& entry : std::filesystem::directory_iterator(model->folder)) {
            const auto writing = std::filesystem::perms::owner_write
                | std::filesystem::perms::group_write | std::filesystem::perms::others_write;
            QVERIFY((entry.status().permissions() & writing) == std::filesystem::perms::none);
        }
    }

    void removingTheModelInUseFallsBackToTheStarter()
    {
        QVERIFY(install(u"mine"_s, card(u"mine"_s)).has_value());
        QVERIFY(registry().use("mine").has_value());
        QVERIFY(registry().remove("mine").has_value());
        QCOMPARE(registry().nameInUse(), std::string("starter"));
        QCOMPARE(registry().find("mine").error().code, ErrorCode::ModelMissing);
        QCOMPARE(registry().remove("mine").error().code, ErrorCode::ModelMissing);
        QCOMPARE(registry().remove("starter").error().code, ErrorCode::ModelShipped);
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
        QVERIFY(QDir(m_places.userModels).entryList(all).isEmpty());
    }

    void verifyNamesWhatChanged()
    {
        QVERIFY(registry().verify("starter").has_value());
        const QString folder = m_places.shippedModels + "/starter/"_L1;
        write(folder + "head.safetensors"_L1, "Head");
        QVERIFY(QFile::remove(folder + "chords.safetensors"_L1));
        const auto verified = registry().verify("starter");
        QVERIFY(!verified.has_value());
        QCOMPARE(verified.error().code, ErrorCode::ModelUnusable);
        const auto detail = QString::fromStdString(verified.error().detail);
        QVERIFY(detail.contains("head.safetensors is not the one"_L1));
        QVERIFY(detail.contains("chords.safetensors is missing"_L1));
        QVERIFY(!detail.contains("encoder.safetensors"_L1));
    }

    void theHashIsOfWhatDecidesTheAnswers()
    {
        const auto hashOf = [this](const std::function<void(QJsonObject&)>& change) {
            auto json = card(u"mine"_s);
            change(json);
            const auto model = install(u"mine"_s, json);
            if (!model || !registry().remove("mine")) return std::string("failed");
            return model->hash;
        };
        const auto plain = hashOf([](QJsonObject&) {});
        QCOMPARE(plain.size(), std::size_t { 64 });
        QCOMPARE(hashOf([](QJsonObject& json) { json["title"_L1] = "other"_L1; }), plain);
        const auto withSource = [](QJsonObject& json) {
            auto intervals = json["interval_90"_L1].toObject();
            intervals["source"_L1] = "other"_L1;
            json["interval_90"_L1] = intervals;
        };
        QCOMPARE(hashOf(withSource), plain);
        std::vector<std::string> hashes { plain };
        hashes.push_back(hashOf([](QJsonObject& json) { json["loudness_lufs"_L1] = -20; }));
        hashes.push_back(hashOf([](QJsonObject& json) {
            json["chords"_L1] = QJsonObject { { "kind"_L1, "btc"_L1 } };
        }));
        hashes.push_back(hashOf([](QJsonObject& json) {
            auto files = json["files"_L1].toObject();
            files["head.safetensors"_L1] = sha256("other head");
            json["files"_L1] = files;
        }));
        hashes.push_back(hashOf([](QJsonObject& json) {
            auto intervals = json["interval_90"_L1].toObject();
            intervals["window"_L1] = QJsonObject { { "valence"_L1, 2 }, { "arousal"_L1, 2 } };
            json["interval_90"_L1] = intervals;
        }));
        std::ranges::sort(hashes);
        QVERIFY(std::ranges::adjacent_find(hashes) == hashes.end());
        QVERIFY(std::ranges::find(hashes, "failed") == hashes.end());
    }

    void unusableCardsAreListedWithTheReason()
    {
        const auto odd = card(u"odd"_s);
        QCOMPARE(problemOf(odd), std::string());
        const auto with = [&odd](QLatin1StringView field, const QJsonValue& value) {
            auto json = odd;
            json[field] = value;
            return json;
        };
        const auto withFile = [&](const QString& name, const QString& hash) {
            auto files = odd["files"_L1].toObject();
            files[name] = hash;
            return with("files"_L1, files);
        };
        QCOMPARE(problemOf(with("name"_L1, "even"_L1)),
            std::string("card.json and the folder do not have the same name"));
        QCOMPARE(problemOf(with("format"_L1, 2)),
            std::string("card.json is of a format that this version does not know"));
        QCOMPARE(problemOf(with("files"_L1, QJsonObject())),
            std::string("card.json does not list encoder.safetensors"));
        QCOMPARE(problemOf(withFile(u"../../x"_s, sha256("x"))),
            std::string("card.json lists a file of an impossible name"));
        QCOMPARE(problemOf(withFile(u"card.json"_s, sha256("x"))),
            std::string("card.json lists a file of an impossible name"));
        QCOMPARE(problemOf(withFile(u"NOTICES"_s, u"12"_s)),
            std::string("card.json has no SHA-256 of NOTICES"));

        makePackage(m_places.userModels + "/odd"_L1, odd);
        QVERIFY(QFile::remove(m_places.userModels + "/odd/head.safetensors"_L1));
        QVERIFY(QFile::remove(m_places.userModels + "/odd/chords.safetensors"_L1));
        QCOMPARE(registry().list().back().problem,
            std::string("chords.safetensors is missing; head.safetensors is missing"));
        QVERIFY(registry().list().back().hash.empty());
        QCOMPARE(registry().use("odd").error().code, ErrorCode::ModelUnusable);

        write(m_places.userModels + "/odd/card.json"_L1, "{");
        QCOMPARE(registry().find("odd").error().code, ErrorCode::ModelUnusable);
        QCOMPARE(registry().use("odd").error().code, ErrorCode::ModelUnusable);
        QCOMPARE(registry().verify("odd").error().code, ErrorCode::ModelUnusable);
        QVERIFY(registry().remove("odd").has_value());
    }

    void aUserFolderThatCannotBeMadeIsAnError()
    {
        write(m_folder->filePath(u"data"_s), "a file in its place");
        QCOMPARE(registry().makeStagingFolder().error().code, ErrorCode::FileUnwritable);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::ModelRegistryTest)
#include "tst_model_registry.moc"
