#include "ui/curve/track_commands.h"

#include "core/services/player.h"
#include "ui/curve/track_page.h"
#include "ui/main_window/main_window.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <array>
#include <cmath>

namespace circumplex {

namespace {

constexpr std::array kSpeeds { 0.5, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5 };

} // namespace

TrackCommands::TrackCommands(MainWindow& window, TrackPage& page, Player& player, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_page(page)
    , m_player(player)
{
    auto* menu = new QMenu(tr("&Track"), &window);
    window.menuBar()->insertMenu(window.playbackMenu()->menuAction(), menu);
    TrackLanes& lanes = page.lanes();
    const auto add = [&](const QString& text, const QKeySequence& keys, auto act) {
        QAction* action = window.addCommand(menu, text, keys);
        connect(action, &QAction::triggered, this, act);
        m_actions << action;
    };
    add(tr("Loop the selection"), Qt::Key_L, [&page] { page.toggleLoop(); });
    add(tr("Select from here"), Qt::Key_BracketLeft, [&lanes] { lanes.selectFromHere(); });
    add(tr("Select to here"), Qt::Key_BracketRight, [&lanes] { lanes.selectToHere(); });
    add(tr("Drop the selection"), {}, [&lanes] { lanes.select(std::nullopt); });
    add(tr("Write a comment …"), Qt::Key_C, [&page] { page.writeComment(); });
    menu->addSeparator();
    add(tr("Zoom in"), Qt::Key_Plus, [&lanes] { lanes.zoom(2.0); });
    add(tr("Zoom out"), Qt::Key_Minus, [&lanes] { lanes.zoom(0.5); });
    add(tr("Show the whole track"), Qt::Key_0, [&lanes] { lanes.showAll(); });
    menu->addSeparator();
    add(tr("Slower"), Qt::Key_Less, [this] { changeSpeed(-1); });
    add(tr("Faster"), Qt::Key_Greater, [this] { changeSpeed(1); });
    menu->addSeparator();
    add(tr("Compare models and people …"), {}, [&page] { page.openCompare(); });
    add(tr("Export the picture …"), QKeySequence::Save, [&page] { page.chooseFigureFile(); });
    add(tr("Analyse this track again"), {}, [&page] { page.analyse(); });
    connect(&window, &MainWindow::pageShown, this, &TrackCommands::check);
    connect(&page, &TrackPage::opening, this, &TrackCommands::check);
    connect(&page, &TrackPage::readingShown, this, &TrackCommands::check);
    check();
}

void TrackCommands::changeSpeed(int steps)
{
    const auto nearest = std::ranges::min_element(
        kSpeeds, {}, [this](double speed) { return std::abs(speed - m_player.speed()); });
    const auto place = static_cast<int>(nearest - kSpeeds.begin());
    const auto next = std::clamp(place + steps, 0, static_cast<int>(kSpeeds.size()) - 1);
    m_player.setSpeed(kSpeeds.at(static_cast<std::size_t>(next)));
}

void TrackCommands::check()
{
    const bool canAct = m_page.isShowing() && m_window.currentPage() == u"track";
    for (QAction* action : m_actions)
        action->setEnabled(canAct);
}

} // namespace circumplex
