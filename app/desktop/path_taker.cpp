#include "app/desktop/path_taker.h"

#include "core/audio/sound_names.h"
#include "core/services/path_text.h"
#include "ui/common/bidi_text.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/status_strip.h"
#include "ui/models/models_page.h"

#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace circumplex {

namespace {

bool isSound(const QString& path)
{
    if (hasSoundEnding(path.toStdString())) return true;
    QFile file(path);
    return !hasEnding(path.toStdString()) && file.open(QIODevice::ReadOnly)
        && beginsLikeSound(file.read(32).toStdString());
}

/// The watched folder that holds this one; empty: none.
QString placeOf(const QString& folder, const Result<std::vector<WatchedPlace>>& places)
{
    if (!places) return {};
    const std::filesystem::path path = toPath(folder);
    for (const WatchedPlace& place : *places) {
        const auto way = path.lexically_relative(place.path);
        if (place.isOnline && !way.empty() && *way.begin() != "..") return textOf(place.path);
    }
    return {};
}

} // namespace

PathTaker::PathTaker(
    MainWindow& window, ModelsPage& models, std::filesystem::path library, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_models(models)
    , m_folders(std::move(library))
{
}

void PathTaker::take(const QStringList& paths)
{
    const bool wantsModels = m_window.currentPage() == u"models";
    QStringList folders;
    QStringList sounds;
    QStringList weights;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (wantsModels || ModelsPage::isModelFile(path))
            weights << path;
        else if (!info.exists())
            m_window.strip().addProblem(
                { {}, tr("%1: there is no such file or folder").arg(isolated(path)) });
        else if (info.isDir())
            folders << info.absoluteFilePath();
        else if (isSound(path))
            sounds << info.absoluteFilePath();
        else
            m_window.strip().addProblem({ {},
                tr("%1: neither sound nor part of a model, as its name says")
                    .arg(isolated(path)) });
    }
    if (!weights.isEmpty()) {
        m_window.showPage(QStringLiteral("models"));
        m_models.takeFiles(weights);
    }
    if (!folders.isEmpty()) Q_EMIT foldersGiven(folders);
    if (!sounds.isEmpty()) takeSounds(sounds);
}

void PathTaker::takeSounds(const QStringList& files)
{
    m_folders.list([self = QPointer(this), files](const Result<std::vector<WatchedPlace>>& places) {
        if (!self) return;
        QStringList watched;
        QStringList asked;
        for (const QString& file : files) {
            const QString folder = QFileInfo(file).absolutePath();
            if (asked.contains(folder)) continue;
            if (const QString place = placeOf(folder, places); !place.isEmpty()) {
                watched << place;
            } else {
                asked << folder;
                self->ask(file, folder);
            }
        }
        watched.removeDuplicates();
        if (!watched.isEmpty()) Q_EMIT self->foldersGiven(watched);
    });
}

void PathTaker::ask(const QString& file, const QString& folder)
{
    auto* box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Add a folder"));
    box->setText(
        tr("Add the folder of “%1” to the library?").arg(isolated(QFileInfo(file).fileName())));
    box->setInformativeText(
        tr("The library is made of folders. All music in %1, now and later, would "
           "belong to it. Files are only read.")
            .arg(isolated(folder)));
    QPushButton* add = box->addButton(tr("Add the folder"), QMessageBox::AcceptRole);
    box->addButton(tr("Do not add"), QMessageBox::RejectRole);
    box->setDefaultButton(add);
    connect(add, &QPushButton::clicked, this, [this, folder] { Q_EMIT foldersGiven({ folder }); });
    box->open();
}

} // namespace circumplex
