#include "app/cli/commands/models_fetch.h"

#include "app/cli/commands/models.h"
#include "app/cli/stop_on_signal.h"
#include "core/services/app_folders.h"
#include "core/services/file_fetch.h"
#include "core/services/model_registry.h"
#include "core/services/published_models.h"

#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>

namespace circumplex::cli {

namespace {

struct FetchOptions {
    std::string name = "music2emo";
    std::array<std::string, kMusic2EmoFiles.size()> addresses;
    std::string folder; ///< empty: in the user's cache
    bool acceptsLicences = false;
    bool keepsFiles = false;
};

std::string megabytes(std::int64_t bytes)
{
    const std::int64_t tenths = (bytes + 50'000) / 100'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

/// What would be fetched, from where, and under which licence.
void showFiles(const CliContext& context, const FetchOptions& options)
{
    for (std::size_t i = 0; i < kMusic2EmoFiles.size(); ++i) {
        const PublishedFile& file = kMusic2EmoFiles[i];
        if (context.json)
            printLine({ { "file", file.key }, { "title", file.title },
                { "address", options.addresses[i] }, { "bytes", file.bytes },
                { "sha256", file.sha256 }, { "licence", file.licence },
                { "licence_address", file.licenceAddress } });
        say(std::string(file.title) + ", " + megabytes(file.bytes) + "\n  from    "
            + options.addresses[i] + "\n  licence " + file.licence + ", " + file.licenceAddress);
    }
}

/// Says how far a file is: a JSON line each time, or one line on a terminal.
class FetchReport {
public:
    FetchReport(const CliContext& context, const PublishedFile& file)
        : m_context(context)
        , m_file(file)
        , m_isTerminal(::isatty(STDERR_FILENO) == 1)
    {
        if (!m_isTerminal) say(std::string("Fetching ") + file.title + " ...");
    }

    void operator()(std::int64_t done, std::int64_t total)
    {
        if (m_context.json)
            printLine({ { "fetching", m_file.key }, { "done", done },
                { "bytes", total > 0 ? total : m_file.bytes } });
        if (m_isTerminal)
            std::cerr << "\rFetching " << m_file.title << ": " << megabytes(done) << " of "
                      << megabytes(total > 0 ? total : m_file.bytes) << "   "
                      << (total > 0 && done == total ? "\n" : "") << std::flush;
    }

private:
    const CliContext& m_context;
    const PublishedFile& m_file;
    bool m_isTerminal;
};

int fetchModel(const CliContext& context, const FetchOptions& options)
{
    if (!options.acceptsLicences) {
        showFiles(context, options);
        say("circumplex-cli: read these licences; with --accept-licences the files are fetched");
        return kUsage;
    }
    const StopOnSignal interrupt;
    const auto models = ModelRegistry::standard().list();
    if (std::ranges::find(models, options.name, &InstalledModel::name) != models.end())
        return fail(context,
            { ErrorCode::ModelExists,
                "there is a model \"" + options.name
                    + "\" already; choose another name or remove it" });
    const std::filesystem::path folder = options.folder.empty()
        ? std::filesystem::path(QFile::encodeName(AppFolders::standard().cache).toStdString())
            / "downloads"
        : std::filesystem::path(options.folder);
    std::array<std::filesystem::path, kMusic2EmoFiles.size()> files;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const PublishedFile& published = kMusic2EmoFiles[i];
        files[i] = folder / published.name;
        const auto fetched
            = fetchFile({ .address = QUrl(QString::fromStdString(options.addresses[i])),
                            .file = files[i],
                            .bytes = published.bytes,
                            .sha256 = published.sha256 },
                interrupt.token(), FetchReport(context, published));
        if (!fetched) return fail(context, fetched.error());
    }
    say("Importing; this takes a minute ...");
    const int imported = importModel(context,
        { .name = options.name, .mert = files[0], .music2emo = files[1], .btc = files[2] },
        interrupt.token());
    if (imported == kDone && !options.keepsFiles)
        for (const auto& file : files) {
            std::error_code ignored; // it lies in the cache and harms nobody
            std::filesystem::remove(file, ignored);
        }
    return imported;
}

} // namespace

void addFetch(CLI::App& models, CliContext& context)
{
    auto options = std::make_shared<FetchOptions>();
    CLI::App* command = models.add_subcommand("fetch",
        "Download the files of Music2Emo from their authors and import them; what was fetched in "
        "part is continued");
    command->add_option("--name", options->name, "Name of the new model")
        ->capture_default_str()
        ->check(isNameOfModel());
    for (std::size_t i = 0; i < kMusic2EmoFiles.size(); ++i) {
        const PublishedFile& file = kMusic2EmoFiles[i];
        options->addresses[i] = file.address;
        command
            ->add_option("--" + std::string(file.key), options->addresses[i],
                std::string("Address of ") + file.name)
            ->capture_default_str()
            ->type_name("URL");
    }
    command->add_option("--folder", options->folder,
        "Where the files are kept until they are imported (default: in the cache)");
    command->add_flag("--accept-licences", options->acceptsLicences,
        "You have read and accept the licences that are shown without this flag");
    command->add_flag("--keep", options->keepsFiles, "Keep the downloaded files after the import");
    command->callback([&context, options] {
        context.run = [&context, options] { return fetchModel(context, *options); };
    });
}

} // namespace circumplex::cli
