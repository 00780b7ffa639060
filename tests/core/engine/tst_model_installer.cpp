#include "core/engine/model_installer.h"
#include "tests/support/small_music2emo.h"
#include "tests/support/temporary_folder.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

namespace circumplex {

using namespace Qt::StringLiterals;

class ModelInstallerTest : public QObject {
    Q_OBJECT

private:
    const test::TemporaryFolder m_folder;
    Music2EmoFiles m_files;
    AppFolders m_places;

    ModelRegistry registry() const { return ModelRegistry(m_places); }

    /// Names in the user's folder, hidden ones as well.
    QStringList installed() const
    {
        return QDir(m_places.userModels)
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_files = test::SmallMusic2Emo().write(m_folder.path(), "small");
        const auto below = [this](const char* name) {
            return QString::fromStdString((m_folder / name).string());
        };
        m_places.shippedModels = below("share");
        m_places.userModels = below("models");
        m_places.settings = below("settings.ini");
    }

    void cleanup() { QDir(m_places.userModels).removeRecursively(); }

    void anImportedModelIsWholeAndSaysWhereItIsFrom()
    {
        const auto imported = installMusic2Emo(registry(), m_files);
        QVERIFY2(imported.has_value(), imported ? "" : imported.error().detail.c_str());
        QVERIFY(imported->warnings.empty());
        QCOMPARE(installed(), QStringList { u"small"_s });
        const auto model = registry().verify("small");
        QVERIFY2(model.has_value(), model ? "" : model.error().detail.c_str());
        QCOMPARE(model->hash, imported->model.hash);
        QCOMPARE(model->files.size(), std::size_t { 3 });
        const QJsonArray sources = model->card["sources"_L1].toArray();
        QCOMPARE(sources.size(), 3);
        for (const QJsonValue source : sources) {
            QCOMPARE(source["published"_L1], QJsonValue(false));
            QCOMPARE(source["sha256"_L1].toString().size(), 64);
            QVERIFY(source["bytes"_L1].toInteger() > 0);
        }
        QCOMPARE(sources[0]["file"_L1].toString(), u"pytorch_model.bin"_s);
    }

    void theSameFilesGiveTheSameHash()
    {
        auto files = m_files;
        files.name = "again";
        const auto first = installMusic2Emo(registry(), m_files);
        const auto second = installMusic2Emo(registry(), files);
        QVERIFY(first && second);
        QCOMPARE(first->model.hash, second->model.hash);
    }

    void aFileThatOnlySeemsPublishedIsInstalledWithAWarning()
    {
        // the published name and size; a stream's end is not read
        constexpr std::uintmax_t kPublishedBytes = 12'229'576;
        const auto size = std::filesystem::file_size(m_files.btc);
        QVERIFY(size < kPublishedBytes);
        std::filesystem::resize_file(m_files.btc, kPublishedBytes);
        const auto imported = installMusic2Emo(registry(), m_files);
        std::filesystem::resize_file(m_files.btc, size);
        QVERIFY(imported.has_value());
        QCOMPARE(imported->warnings.size(), std::size_t { 1 });
        const QJsonValue source = imported->model.card["sources"_L1][1];
        QVERIFY(source["warning"_L1].toString().contains("other content"_L1));
        QCOMPARE(source["published"_L1], QJsonValue(false));
    }

    void aFailedImportLeavesNothing()
    {
        auto files = m_files;
        files.btc = m_files.music2emo;
        const auto imported = installMusic2Emo(registry(), files);
        QCOMPARE(imported.error().code, ErrorCode::ModelUnusable);
        QVERIFY(QString::fromStdString(imported.error().detail).contains("lacks the tensor"_L1));
        QVERIFY(installed().isEmpty());
        files.btc = m_folder / "missing.pt";
        QCOMPARE(installMusic2Emo(registry(), files).error().code, ErrorCode::FileMissing);
        files = m_files;
        files.name = "../small";
        QCOMPARE(installMusic2Emo(registry(), files).error().code, ErrorCode::ModelUnusable);
        QVERIFY(installed().isEmpty());
    }

    void anInstalledModelIsNeverReplaced()
    {
        const auto first = installMusic2Emo(registry(), m_files);
        QVERIFY(first.has_value());
        QCOMPARE(installMusic2Emo(registry(), m_files).error().code, ErrorCode::ModelExists);
        QCOMPARE(registry().verify("small")->hash, first->model.hash);
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::ModelInstallerTest)
#include "tst_model_installer.moc"
