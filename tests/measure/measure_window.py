#!/usr/bin/python3
"""Measures the window from outside: what a user's eye and hand would notice, on an X server of its own.

    measure_window.py STEPS.json PROGRAM [ARGUMENT...]

STEPS.json is a list of steps, done in order; each is one of
    {"sleep": seconds}
    {"name": ..., "wheel": notches, "at": [x, y]}            one notch at a time, each waits for its paint
    {"name": ..., "key": "Right", "times": n}                 likewise
    {"name": ..., "type": "words"}                            all at once; done when 150 ms pass without a change
    {"key": ..., "quiet": true}                               neither waits nor counts
    {"double_click": [x, y]}                                  likewise
and may have "area": [x, y, width, height], the part of the screen that counts as painted (else: all of it).
`key` may begin with "ctrl+". Pixels are read from the server's own memory, so that looking costs the program nothing.

Prints: milliseconds from exec to the mapped window, to its first paint, and to the last change before 400 ms without one;
for each step the median, 95th percentile and maximum; the longest time in which the window did not answer a ping (20 a
second); the peak of its resident memory. Needs Xvfb and python3-xlib. Times are good to about 2 ms.
"""
import json
import mmap
import os
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time

from Xlib import X, XK, display as xdisplay, error, protocol
from Xlib.ext import xtest

SIZE = (1280, 800)
POLL = 0.001


class Screen:
    """The pixels of an Xvfb, as it keeps them in a file."""

    def __init__(self, folder):
        with open(os.path.join(folder, "Xvfb_screen0"), "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self.memory[:100])
        self.line = header[12]
        self.begin = header[0] + 12 * header[19]

    def pixels(self, area):
        x, y, width, height = area or (0, 0, *SIZE)
        first = self.begin + 4 * x
        return [self.memory[first + row * self.line : first + row * self.line + 4 * width] for row in range(y, y + height)]


class Pinger(threading.Thread):
    """Asks the window for a sign of life, as window managers do; toolkits answer from their event loop."""

    def __init__(self, name, window):
        super().__init__(daemon=True)
        self.display = xdisplay.Display(name)
        self.window = self.display.create_resource_object("window", window)
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask | X.StructureNotifyMask)
        self.display.sync()
        self.waits = []
        self.ends = False

    def run(self):
        ping = self.display.intern_atom("_NET_WM_PING")
        protocols = self.display.intern_atom("WM_PROTOCOLS")
        asked = {}
        while not self.ends or asked:
            stamp = len(self.waits) + len(asked) + 1
            event = protocol.event.ClientMessage(
                window=self.window, client_type=protocols, data=(32, [ping, stamp, self.window.id, 0, 0]))
            self.window.send_event(event)
            self.display.flush()
            asked[stamp] = time.monotonic()
            end = time.monotonic() + 0.05
            while time.monotonic() < end:
                while self.display.pending_events():
                    reply = self.display.next_event()
                    if reply.type & 0x7F == X.ClientMessage and reply.data[1][1] in asked:
                        self.waits.append(1000 * (time.monotonic() - asked.pop(reply.data[1][1])))
                time.sleep(POLL)


class Measurement:
    def __init__(self):
        self.folder = tempfile.mkdtemp()
        self.process = None
        reader, writer = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp",
             "-fbdir", self.folder], pass_fds=[writer], stderr=subprocess.DEVNULL)
        self.name = ":" + os.read(reader, 16).decode().strip()
        self.screen = Screen(self.folder)
        self.display = xdisplay.Display(self.name)
        self.root = self.display.screen().root

    def start(self, command):
        empty = self.screen.pixels(None)
        begin = time.monotonic()
        self.process = subprocess.Popen(
            command, env=dict(os.environ, DISPLAY=self.name, QT_QPA_PLATFORM="xcb"), stderr=subprocess.DEVNULL)
        self.window = self.wait_for_window()
        print(f"window mapped          {1000 * (time.monotonic() - begin):8.0f} ms")
        self.pinger = Pinger(self.name, self.window.id)
        self.pinger.start()
        first = self.wait_for_change(None, empty, 30)
        print(f"first paint            {1000 * (first - begin):8.0f} ms")
        print(f"nothing changes any more {1000 * (self.settle(None, first, 0.4) - begin):6.0f} ms")
        self.window.set_input_focus(X.RevertToParent, X.CurrentTime)
        self.display.sync()

    def wait_for_window(self):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            for window in self.root.query_tree().children:
                try:
                    attributes, geometry = window.get_attributes(), window.get_geometry()
                except (error.BadDrawable, error.BadWindow):  # it was just going away
                    continue
                if attributes.map_state == X.IsViewable and geometry.width > 400 and not attributes.override_redirect:
                    return window
            time.sleep(POLL)
        sys.exit("measure_window: no window came")

    def wait_for_change(self, area, before, patience):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if self.screen.pixels(area) != before:
                return time.monotonic()
            time.sleep(POLL)
        return None

    def settle(self, area, since, quiet):
        """When the last change was, before `quiet` seconds without one."""
        last = since
        seen = self.screen.pixels(area)
        while time.monotonic() - last < quiet:
            changed = self.wait_for_change(area, seen, quiet - (time.monotonic() - last))
            if changed:
                last = changed
                seen = self.screen.pixels(area)
        return last

    def move(self, x, y):
        xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)

    def button(self, number, times=1):
        for _ in range(times):
            xtest.fake_input(self.display, X.ButtonPress, number)
            xtest.fake_input(self.display, X.ButtonRelease, number)

    def key(self, name):
        *modifiers, last = name.split("+")
        codes = [self.display.keysym_to_keycode(XK.string_to_keysym("Control_L")) for _ in modifiers]
        codes.append(self.display.keysym_to_keycode(XK.string_to_keysym(last)))
        for code in codes:
            xtest.fake_input(self.display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.display, X.KeyRelease, code)

    def timed(self, act, area):
        """Milliseconds from an action to the first paint that follows it, or None."""
        before = self.screen.pixels(area)
        begin = time.monotonic()
        act()
        self.display.sync()
        painted = self.wait_for_change(area, before, 2)
        if painted is None:
            return None
        self.settle(area, painted, 0.05)
        return 1000 * (painted - begin)

    def step(self, step):
        area = step.get("area")
        if "sleep" in step:
            return time.sleep(step["sleep"])
        if step.get("quiet") or "double_click" in step:
            if "key" in step:
                self.key(step["key"])
            else:
                self.move(*step["double_click"])
                self.button(1, 2)
            self.display.sync()
            return None
        if "type" in step:
            before = self.screen.pixels(area)
            begin = time.monotonic()
            for letter in step["type"]:
                self.key(letter)
            self.display.sync()
            painted = self.wait_for_change(area, before, 10)
            times = [1000 * (self.settle(area, painted, 0.15) - begin)]
        elif "wheel" in step:
            self.move(*step["at"])
            self.display.sync()
            time.sleep(0.3)
            times = [self.timed(lambda: self.button(5), area) for _ in range(step["wheel"])]
        else:
            times = [self.timed(lambda: self.key(step["key"]), area) for _ in range(step.get("times", 1))]
        painted = sorted(t for t in times if t is not None)
        if not painted:
            return print(f"{step['name']:<30} nothing was painted")
        p95 = painted[min(len(painted) - 1, int(0.95 * len(painted)))]
        print(f"{step['name']:<30} median {statistics.median(painted):6.1f}  p95 {p95:6.1f}  max {painted[-1]:6.1f} ms"
              f"  ({len(painted)} of {len(times)} painted)")
        return None

    def say_costs(self):
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as status:
            peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
        self.pinger.ends = True
        self.pinger.join(2)
        waits = sorted(self.pinger.waits)
        print(f"longest wait for an answer     {waits[-1]:6.1f} ms  ({len(waits)} pings)")
        print(f"peak resident memory           {peak / 1024:6.0f} MiB")

    def end(self):
        if self.process:
            self.process.kill()
            self.process.wait()
        self.server.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        steps = json.load(file)
    measurement = Measurement()
    try:
        measurement.start(sys.argv[2:])
        for step in steps:
            measurement.step(step)
        measurement.say_costs()
    finally:
        measurement.end()


if __name__ == "__main__":
    main()
