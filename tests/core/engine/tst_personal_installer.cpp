#include "core/engine/personal_installer.h"
#include "core/services/file_hash.h"
#include "tests/core/library/library_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <fstream>
#include <limits>

using namespace circumplex;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& bytes)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

/// A registry with one model of the user's; its files hold no networks, which nobody looks at here.
struct Place {
    QTemporaryDir folder;
    AppFolders folders;
    InstalledModel base;
    fs::path head;

    Place()
    {
        const fs::path root = folder.path().toStdString();
        folders.shippedModels = QString::fromStdString((root / "shipped").string());
        folders.userModels = QString::fromStdString((root / "models").string());
        folders.settings = QString::fromStdString((root / "settings.ini").string());
        QJsonObject files;
        for (const char* name :
            { "encoder.safetensors", "chords.safetensors", "head.safetensors", "NOTICES" }) {
            write(root / "models/base" / name, std::string("of the base: ") + name);
            files[QLatin1StringView(name)]
                = QString::fromStdString(valueOf(fileSha256(root / "models/base" / name)));
        }
        const QJsonObject half { { "valence"_L1, 1.5 }, { "arousal"_L1, 1.25 } };
        const QJsonObject card { { "format"_L1, 1 }, { "name"_L1, "base"_L1 },
            { "encoder"_L1, QJsonObject { { "kind"_L1, "musicnn"_L1 } } },
            { "chords"_L1, QJsonObject { { "kind"_L1, "crema"_L1 } } },
            { "loudness_lufs"_L1, -20.0 },
            { "interval_90"_L1, QJsonObject { { "track"_L1, half }, { "window"_L1, half } } },
            { "files"_L1, files } };
        write(root / "models/base/card.json", QJsonDocument(card).toJson().toStdString());
        base = valueOf(registry().find("base"));
        head = root / "new head";
        write(head, "a new head");
    }

    ModelRegistry registry() const { return ModelRegistry(folders); }
};

PersonalDescription description(const char* name)
{
    return { .name = name,
        .data = { { "set", "labels" }, { "raters", { "Ann" } } },
        .verdict = { { "overall", "better" } },
        .plan = { { "seed", 1 } },
        .trackValence = 0.75,
        .trackArousal = std::numeric_limits<double>::infinity(),
        .windowValence = 0.5,
        .windowArousal = 0.0 };
}

} // namespace

/// A personal model out of a base and a head.
class PersonalInstallerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theModelIsTheBaseWithAnotherHeadAndItsOwnCard()
    {
        const Place place;
        const auto model = valueOf(
            installPersonalModel(place.registry(), place.base, place.head, description("mine")));
        QCOMPARE(read(model.folder / "head.safetensors"), std::string("a new head"));
        QCOMPARE(read(model.folder / "encoder.safetensors"),
            read(place.base.folder / "encoder.safetensors"));
        // large files are there once
        QVERIFY(fs::equivalent(
            model.folder / "encoder.safetensors", place.base.folder / "encoder.safetensors"));
        QVERIFY(model.files.contains("NOTICES"));
        QVERIFY(model.hash != place.base.hash);
        QCOMPARE(model.encoderHash, place.base.encoderHash);
        QVERIFY(place.registry().verify("mine").has_value());
        QVERIFY(place.registry().verify("base").has_value());
        QCOMPARE(model.card["parent"_L1]["hash"_L1].toString().toStdString(), place.base.hash);
        QCOMPARE(model.card["loudness_lufs"_L1].toDouble(), -20.0);
        // what could not be measured is the base's
        const QJsonObject intervals = model.card["interval_90"_L1].toObject();
        QCOMPARE(intervals["track"_L1]["valence"_L1].toDouble(), 0.75);
        QCOMPARE(intervals["track"_L1]["arousal"_L1].toDouble(), 1.25);
        QCOMPARE(intervals["window"_L1]["arousal"_L1].toDouble(), 1.25);
        // removing the base leaves the personal model whole
        valueOf(place.registry().remove("base"));
        QVERIFY(place.registry().verify("mine").has_value());
    }

    void anAdapterIsPartOfWhatTheModelIsAndHears()
    {
        const Place place;
        const fs::path file = place.head.parent_path() / "new adapter";
        write(file, "an adapter");
        const auto adapted = [&](const char* name, double alpha) {
            auto described = description(name);
            described.adapter = { { "rank", 4 }, { "alpha", alpha } };
            described.adapterFile = file;
            return valueOf(
                installPersonalModel(place.registry(), place.base, place.head, described));
        };
        const auto model = adapted("adapted", 8.0), stronger = adapted("stronger", 16.0);
        QCOMPARE(read(model.folder / "adapter.safetensors"), std::string("an adapter"));
        QVERIFY(model.encoderHash != place.base.encoderHash);
        QVERIFY(model.encoderHash != stronger.encoderHash);
        QVERIFY(model.hash != stronger.hash);
        QVERIFY(place.registry().verify("adapted").has_value());
        // a head of its own on top of it hears the same
        const auto further = valueOf(
            installPersonalModel(place.registry(), model, place.head, description("further")));
        QCOMPARE(further.encoderHash, model.encoderHash);
        QCOMPARE(read(further.folder / "adapter.safetensors"), std::string("an adapter"));
        QVERIFY(place.registry().verify("further").has_value());
        fs::remove(further.folder / "adapter.safetensors");
        QCOMPARE(place.registry().verify("further").error().code, ErrorCode::ModelUnusable);
    }

    void aBaseThatIsGoneOrAnotherOneIsRefusedAndNothingIsInstalled()
    {
        const Place place;
        auto other = place.base;
        other.hash = std::string(64, '0');
        const auto replaced
            = installPersonalModel(place.registry(), other, place.head, description("mine"));
        QCOMPARE(replaced.error().code, ErrorCode::ModelMissing);
        valueOf(place.registry().remove("base"));
        const auto gone
            = installPersonalModel(place.registry(), place.base, place.head, description("mine"));
        QCOMPARE(gone.error().code, ErrorCode::ModelMissing);
        QVERIFY(gone.error().detail.find("resume") != std::string::npos);
        QVERIFY(place.registry().list().empty());
        QCOMPARE(read(place.head), std::string("a new head"));
    }

    void namesThatAreTakenOrImpossibleAreRefused()
    {
        const Place place;
        QCOMPARE(installPersonalModel(place.registry(), place.base, place.head, description("base"))
                     .error()
                     .code,
            ErrorCode::ModelExists);
        QCOMPARE(installPersonalModel(place.registry(), place.base, place.head, description("../x"))
                     .error()
                     .code,
            ErrorCode::ModelUnusable);
        QCOMPARE(installPersonalModel(place.registry(), place.base,
                     place.head.parent_path() / "absent", description("mine"))
                     .error()
                     .code,
            ErrorCode::FileUnwritable);
        QCOMPARE(place.registry().list().size(), 1U);
    }
};

QTEST_GUILESS_MAIN(PersonalInstallerTest)
#include "tst_personal_installer.moc"
