#!/usr/bin/env python3
"""Asks the published MTG-Jamendo network for the 56 mood and theme tags of audio files.

    teacher_tags.py TEACHER RESULT.csv < PATHS

TEACHER is the folder with best_model.safetensors, tags.json and golden.json; PATHS are file names, one a line. RESULT
gets one row per file, `path` and the network's outputs (0..1, small, not calibrated); files that have a row already are
left out, so a run that was cut off goes on. Before anything else the network is checked against golden.json.

Every file is brought to one level first, that of mastered music: the head that learns from this hears levelled sound
too. A track is heard in up to three pieces of 29.1 s spread over it and the outputs are averaged; a shorter one is
repeated until it fills a piece. Needs torch (no numpy) and the ffmpeg command.
"""
import array
import csv
import json
import math
import pathlib
import struct
import subprocess
import sys

import torch

RATE = 12000
PIECE = 349200  # samples, as the network was trained
FRAMES, WINDOW, HOP, BANDS = 1366, 512, 256, 96
PIECES = 3
LEVEL_DB = -17.0  # root mean square of mastered music, mixed to mono
POOLING = [(2, 4), (2, 4), (2, 4), (3, 5), (4, 4)]


def read_safetensors(path):
    data = bytearray(path.read_bytes())
    (length,) = struct.unpack("<Q", data[:8])
    tensors = {}
    for name, entry in json.loads(data[8:8 + length]).items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            values = torch.frombuffer(data[8 + length + begin:8 + length + end], dtype=torch.float32)
            tensors[name] = values.reshape(entry["shape"])
    return tensors


def mel_bands():
    """[BANDS, WINDOW / 2 + 1]: triangles on the Slaney scale up to 6 kHz, of unit area."""
    def hertz(mel):
        return 200 * mel / 3 if mel < 15 else 1000 * math.exp((mel - 15) * math.log(6.4) / 27)

    top = 15 + 27 * math.log(RATE / 2 / 1000) / math.log(6.4)
    corners = [hertz(top * i / (BANDS + 1)) for i in range(BANDS + 2)]
    bins = torch.arange(WINDOW // 2 + 1, dtype=torch.float64) * RATE / WINDOW
    rows = []
    for low, middle, high in zip(corners, corners[1:], corners[2:]):
        rising, falling = (bins - low) / (middle - low), (high - bins) / (high - middle)
        rows.append(torch.minimum(rising, falling).clamp(min=0) * 2 / (high - low))
    return torch.stack(rows)


class Teacher:
    def __init__(self, folder):
        self.weights = read_safetensors(folder / "best_model.safetensors")
        self.tags = json.loads((folder / "tags.json").read_text())
        self.bands = mel_bands()
        self.window = torch.hann_window(WINDOW, periodic=False, dtype=torch.float64)

    def log_mel(self, pieces):
        """[piece, PIECE] -> [piece, BANDS, FRAMES], in decibels"""
        padded = torch.nn.functional.pad(pieces.double(), (WINDOW // 2, FRAMES * HOP + WINDOW // 2 - PIECE))
        frames = padded.unfold(1, WINDOW, HOP)[:, :FRAMES] * self.window
        power = torch.fft.rfft(frames).abs().square()
        return (10 * torch.log10((power @ self.bands.T).clamp(min=1e-10))).transpose(1, 2).float()

    def normalise(self, x, name):
        w = self.weights
        return torch.nn.functional.batch_norm(x, w[name + ".running_mean"], w[name + ".running_var"],
                                              w[name + ".weight"], w[name + ".bias"], eps=1e-5)

    def outputs(self, pieces):
        """[piece, PIECE] -> [piece, tag]"""
        x = self.normalise(self.log_mel(pieces).unsqueeze(1), "bn_init")
        for layer, pooling in enumerate(POOLING, start=1):
            x = torch.nn.functional.conv2d(x, self.weights[f"conv_{layer}.weight"], self.weights[f"conv_{layer}.bias"],
                                           padding=1)
            x = torch.nn.functional.max_pool2d(torch.nn.functional.elu(self.normalise(x, f"bn_{layer}")), pooling)
        return torch.sigmoid(torch.nn.functional.linear(x.flatten(1), self.weights["dense.weight"],
                                                        self.weights["dense.bias"]))


def golden_inputs():
    """The three synthetic inputs of golden.json, by their formulas."""
    n = torch.arange(PIECE, dtype=torch.float64)
    chord = sum(torch.sin(2 * math.pi * f * n / RATE) for f in (220.0, 277.182630976872, 329.627556912870))
    state, noise = 12345, array.array("d")
    for _ in range(PIECE):
        state = (1664525 * state + 1013904223) % 2**32
        noise.append(((state >> 8) / 8388608 - 1) * 0.25)
    t = n / RATE
    return {"chord_gated": 0.2 * chord * ((n // 6000) % 2 == 0),
            "lcg_noise": torch.tensor(noise.tolist(), dtype=torch.float64),
            "chirp": 0.5 * torch.sin(2 * math.pi * (50 * t + 5450 / (2 * 29.1) * t * t))}


def check(teacher, golden):
    for name, samples in golden_inputs().items():
        expected = torch.tensor(golden["cases"][name]["outputs"])
        worst = (teacher.outputs(samples.float().unsqueeze(0))[0] - expected).abs().max().item()
        print(f"golden {name}: largest difference {worst:.1e}", file=sys.stderr)
        if not worst <= golden["tolerance"]["synthetic"]:
            sys.exit("the network does not give its published outputs")


def pieces_of(path):
    """[piece, PIECE], at one level"""
    decoded = subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-i", path, "-ac", "1", "-ar", str(RATE),
                              "-f", "f32le", "-"], check=True, stdout=subprocess.PIPE).stdout
    samples = torch.frombuffer(bytearray(decoded), dtype=torch.float32)
    level = samples.double().square().mean().sqrt()
    samples = samples * (10 ** (LEVEL_DB / 20) / max(level.item(), 1e-6))
    if len(samples) < PIECE:
        samples = samples.repeat(math.ceil(PIECE / len(samples)))
    count = min(PIECES, len(samples) // PIECE)
    room = len(samples) - count * PIECE  # divided evenly between and around the pieces
    begins = [room * (i + 1) // (count + 1) + i * PIECE for i in range(count)]
    return torch.stack([samples[begin:begin + PIECE] for begin in begins])


@torch.inference_mode()
def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, result = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    torch.set_num_threads(1)
    teacher = Teacher(folder)
    check(teacher, json.loads((folder / "golden.json").read_text()))
    known = set()
    if result.exists():
        with open(result, newline="", encoding="utf-8") as table:
            known = {row["path"] for row in csv.DictReader(table)}
    with open(result, "a", newline="", encoding="utf-8") as table:
        rows = csv.writer(table)
        if not known:
            rows.writerow(["path", *teacher.tags])
        for path in sys.stdin.read().splitlines():
            if path not in known:
                mean = teacher.outputs(pieces_of(path)).mean(0)
                rows.writerow([path, *(f"{value:.6g}" for value in mean.tolist())])
                table.flush()


if __name__ == "__main__":
    main()
