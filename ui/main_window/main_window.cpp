#include "ui/main_window/main_window.h"

#include "ui/main_window/command_palette.h"
#include "ui/main_window/nav_rail.h"
#include "ui/main_window/status_strip.h"

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QUndoStack>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace circumplex {

namespace {

/// Below this width the rail shows icons alone.
constexpr int kNarrowWidth = 1100;
constexpr QSize kLeast { 960, 560 };
constexpr QSize kUsual { 1280, 800 };
/// What title bars take, before there is one to be measured.
constexpr QMargins kFrame { 0, 38, 0, 0 };
constexpr int kFrameMs = 100;

/// For what is inside a window's frame.
QSize roomOn(const QScreen& screen)
{
    return screen.availableSize().shrunkBy(kFrame);
}

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_rail(new NavRail)
    , m_pages(new QStackedWidget)
    , m_strip(new StatusStrip)
    , m_undo(new QUndoStack(this))
{
    setWindowTitle(tr("Circumplex"));
    setAcceptDrops(true);
    m_pages->setBackgroundRole(QPalette::Base);
    m_pages->setAutoFillBackground(true);
    auto* centre = new QWidget(this);
    m_column = new QVBoxLayout(centre);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_pages, 1);
    m_column->addLayout(row, 1);
    m_column->addWidget(m_strip);
    setCentralWidget(centre);
    makeMenus();
    setMinimumSize(kLeast.boundedTo(roomOn(*screen())));
    connect(m_rail, &NavRail::pageChosen, this, [this](int page) { showPage(m_keys.at(page)); });
}

void MainWindow::makeMenus()
{
    m_fileMenu = menuBar()->addMenu(tr("&File"));
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    m_viewMenu = menuBar()->addMenu(tr("&View"));
    m_songMenu = menuBar()->addMenu(tr("&Song"));
    m_playbackMenu = menuBar()->addMenu(tr("&Playback"));
    m_analysisMenu = menuBar()->addMenu(tr("&Analysis"));
    m_helpMenu = menuBar()->addMenu(tr("&Help"));
    QAction* undo = m_undo->createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = m_undo->createRedoAction(this, tr("Redo"));
    redo->setShortcut(QKeySequence::Redo);
    edit->addActions({ undo, redo });
    m_commands << undo << redo;
    QAction* palette
        = addCommand(edit, tr("Commands \u2026"), QKeySequence(QStringLiteral("Ctrl+K")));
    connect(palette, &QAction::triggered, this, &MainWindow::openPalette);
    m_commands.removeOne(palette); // it would offer itself
    m_quit = addCommand(nullptr, tr("Quit"), QKeySequence::Quit);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_fileMenu, &QMenu::aboutToShow, this, [this] {
        m_fileMenu->removeAction(m_quit); // stays last whatever was added
        m_fileMenu->addAction(m_quit);
    });
    m_fileMenu->addAction(m_quit);
}

QAction* MainWindow::addCommand(QMenu* menu, const QString& text, const QKeySequence& keys)
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    addAction(action);
    if (menu) menu->addAction(action);
    m_commands << action;
    return action;
}

void MainWindow::addPage(const QString& key, const QString& name, IconShape icon, QWidget* page)
{
    m_keys << key;
    const int number = m_rail->addPage(name, icon);
    m_pages->addWidget(page);
    page->setAccessibleName(name);
    QAction* action = addCommand(m_viewMenu, tr("Show %1", "a page").arg(name),
        QKeySequence(QStringLiteral("Ctrl+%1").arg(number + 1)));
    connect(action, &QAction::triggered, this, [this, key] { showPage(key); });
    if (number == 0) m_rail->setCurrent(0);
}

void MainWindow::showPage(const QString& key)
{
    const auto number = static_cast<int>(m_keys.indexOf(key));
    if (number < 0) return;
    m_rail->setCurrent(number);
    m_pages->setCurrentIndex(number);
    Q_EMIT pageShown(key);
}

void MainWindow::setPlayerBar(QWidget* bar)
{
    m_column->insertWidget(m_column->indexOf(m_strip), bar);
}

QString MainWindow::currentPage() const
{
    return m_keys.value(m_pages->currentIndex());
}

void MainWindow::openPalette()
{
    QList<QAction*> commands = m_commands;
    commands.move(commands.indexOf(m_quit), commands.size() - 1); // not what a mere Enter does
    CommandPalette palette(commands, this);
    palette.move(mapToGlobal(QPoint((width() - palette.width()) / 2, 64)));
    palette.exec();
}

void MainWindow::restore(const Settings::Window& settings)
{
    // What was stored on another screen is fitted to this one by restoreGeometry().
    if (settings.geometry.isEmpty() || !restoreGeometry(settings.geometry))
        resize(kUsual.boundedTo(roomOn(*screen())));
    m_isToBeFitted = true;
    showPage(settings.page);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_isToBeFitted, false)) return;
    // Window managers say how wide their frames are once the window stands.
    QTimer::singleShot(kFrameMs, this, &MainWindow::fitToScreen);
}

void MainWindow::fitToScreen()
{
    if (isMaximized() || isFullScreen()) return;
    const QRect room = screen()->availableGeometry();
    const QRect frame = frameGeometry();
    if (room.contains(frame)) return;
    const QSize border = frame.size() - size();
    resize(size().boundedTo(room.size() - border));
    move(std::clamp(frame.left(), room.left(),
             std::max(room.left(), room.right() - frameGeometry().width() + 1)),
        std::clamp(frame.top(), room.top(),
            std::max(room.top(), room.bottom() - frameGeometry().height() + 1)));
}

void MainWindow::store(Settings::Window& settings) const
{
    settings.geometry = saveGeometry();
    settings.page = currentPage();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setNarrow(width() < kNarrowWidth);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    if (!paths.isEmpty()) Q_EMIT pathsDropped(paths);
}

} // namespace circumplex
