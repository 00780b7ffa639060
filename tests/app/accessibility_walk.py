#!/usr/bin/python3
"""Walks through the window as a screen reader does, over AT-SPI, and names what it could not tell its user.

    accessibility_walk.py PROGRAM [ARGUMENT...]

Needs a display and a session bus (dbus-run-session). Exit status 0: on every page each control that takes the focus has a
name, every plot says in words what it shows, a song was opened by keys, and each page by pressing its button over AT-SPI.
"""
import os
import subprocess
import sys
import time

import warnings

import gi

warnings.simplefilter("ignore", DeprecationWarning)  # of the interfaces, which have no other name here

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PAGES = ["Library", "Track", "Plane", "Label", "Train", "Models", "Settings"]
NAMED_ROLES = {
    Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON, Atspi.Role.COMBO_BOX,
    Atspi.Role.SPIN_BUTTON, Atspi.Role.SLIDER, Atspi.Role.TEXT, Atspi.Role.ENTRY, Atspi.Role.TABLE, Atspi.Role.LIST,
    Atspi.Role.CANVAS, Atspi.Role.CHART, Atspi.Role.PROGRESS_BAR, Atspi.Role.MENU_ITEM,
}
PLOTS = {Atspi.Role.FILLER, Atspi.Role.CANVAS, Atspi.Role.CHART}  # where they take the focus
PATIENCE = 30.0


def wait_for(what, found):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            result = found()
        except GLib.Error:  # it was just going away
            result = None
        if result:
            return result
        time.sleep(0.1)
    sys.exit(f"accessibility_walk: {what} did not come")


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def is_showing(node):
    states = node.get_state_set()
    return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.VISIBLE)


def walk(node, depth=0):
    """What can be seen of `node`; of tables and lists no rows, which are as many as the library has songs."""
    yield node
    if depth > 30 or node.get_role() in (Atspi.Role.TABLE, Atspi.Role.LIST, Atspi.Role.TREE_TABLE):
        return
    for child in children(node):
        if is_showing(child):
            yield from walk(child, depth + 1)


def application(process):
    for app in children(Atspi.get_desktop(0)):
        if app.get_process_id() == process.pid:
            for window in children(app):
                if is_showing(window):
                    return window
    return None


def button(window, name):
    for node in walk(window):
        if node.get_name() == name and node.get_n_actions() > 0:
            return node
    return None


def press(node):
    for index in range(node.get_n_actions()):
        if node.get_action_name(index).lower() in ("press", "toggle", "check"):
            return node.do_action(index)
    return False


def open_first_song(window):
    """By keys, as its user would: to the table, down to a song, Return."""
    table = wait_for("a table of songs", lambda: next((n for n in walk(window) if n.get_role() == Atspi.Role.TABLE), None))
    wait_for("a song", lambda: table.get_child_count() > 0)
    table.get_component_iface().grab_focus()
    time.sleep(0.5)
    for key in (0xFF54, 0xFF0D):  # Down, Return
        Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)
        time.sleep(0.5)
    wait_for("the page of the song", lambda: button(window, "Back to the library"))


def problems(window, page):
    found = []
    counts = {"seen": 0, "focusable": 0}
    for node in walk(window):
        role, states = node.get_role(), node.get_state_set()
        is_focusable = states.contains(Atspi.StateType.FOCUSABLE)
        counts["seen"] += 1
        counts["focusable"] += is_focusable
        where = f"{page}: {node.get_role_name()}"
        if (role in NAMED_ROLES or is_focusable) and not node.get_name().strip():
            around = node.get_parent().get_name() if node.get_parent() else ""
            found.append(f"{where} without a name, in '{around}'")
        is_plot = role in PLOTS and is_focusable and node.get_child_count() == 0
        if is_plot and not node.get_description().strip():
            found.append(f"{where} '{node.get_name()}' without a summary of what it shows")
    print(f"{page}: {counts['seen']} things seen, {counts['focusable']} take the focus, {len(found)} problems")
    return found


def main():
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1", LC_ALL="C.UTF-8")
    process = subprocess.Popen(sys.argv[1:], env=environment)
    try:
        window = wait_for("the window", lambda: application(process))
        found = []
        open_first_song(window)
        for page in PAGES:
            tab = wait_for(f"the button of {page}", lambda: button(window, page))
            if not press(tab):
                found.append(f"{page}: its button cannot be pressed")
            time.sleep(1.0)  # for what the page reads
            found += problems(window, page)
        for problem in found:
            print("PROBLEM", problem)
        return 1 if found else 0
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
