#!/usr/bin/env python3
"""Train Music2Emo's multitask head for 50 steps with PyTorch's own layers, losses and Adam, on generated data.

    build/python/bin/python tests/reference/make_published_curve.py tests/data

Writes golden_published_curve.json: the loss of every step. Needs torch only. Data, weights and order come from the
generator of tests/support/generator.h, so nothing but the losses is stored. Dropout is off: no two programs draw alike.
"""
import json
import math
import pathlib
import struct
import sys

import torch
import torch.nn as nn
import torch.nn.functional as F

STEPS = 50
BATCH = 8
SETS = {"moods": 24, "emotion": 16}
TAG_TRACKS = [296, 264, 363, 404, 193, 267, 152, 368, 191, 170, 349, 620, 429, 339, 253, 195, 498, 499, 857, 601, 62, 746,
              220, 109, 169, 78, 927, 98, 98, 137, 561, 493, 374, 228, 598, 372, 207, 137, 127, 376, 106, 763, 139, 363,
              375, 59, 295, 208, 415, 362, 201, 261, 159, 89, 216, 449]


def integers(name, count):
    state = 2166136261
    for byte in name.encode():
        state = ((state ^ byte) * 16777619) & 0xFFFFFFFF
    state |= 1
    found = []
    for _ in range(count):
        state ^= (state << 13) & 0xFFFFFFFF
        state ^= state >> 17
        state ^= (state << 5) & 0xFFFFFFFF
        found.append(state >> 8)
    return found


def generate(name, shape):
    count = math.prod(shape)
    return torch.tensor([(i - 8388608) / 8388608 for i in integers(name, count)], dtype=torch.float32).reshape(shape)


def float32(value):
    return struct.unpack("f", struct.pack("f", value))[0]


def weight(name, shape):
    parts = name.split(".")
    is_norm = parts[-1] == "weight" and len(parts) > 1 and "norm" in parts[-2]
    base = 0.0
    if len(shape) == 1 and is_norm:
        base, gain = 1.0, float32(0.1)
    elif len(shape) == 1:
        gain = float32(0.05)
    elif name.endswith("_embedding.weight"):
        gain = 1.0
    else:
        gain = float32(math.sqrt(3.0 / math.prod(shape[1:])))
    return base + gain * generate(name, shape)


class Head(nn.Module):
    def __init__(self, outputs):
        super().__init__()
        self.chord_root_embedding = nn.Embedding(14, 4)
        self.chord_attr_embedding = nn.Embedding(14, 4)
        layer = nn.TransformerEncoderLayer(8, 8, 64, dropout=0.0, batch_first=True)
        self.chord_transformer = nn.TransformerEncoder(layer, 2)
        self.input_proj = nn.Sequential(nn.Linear(1545, 512), nn.ReLU())
        branch = lambda out: nn.Sequential(nn.Linear(512, 256), nn.ReLU(), nn.Linear(256, out))
        for name, out in outputs.items():
            setattr(self, name, branch(out))
        self.outputs = list(outputs)
        time = torch.arange(100, dtype=torch.float32).unsqueeze(1)
        rate = torch.exp(torch.arange(0, 8, 2, dtype=torch.float32) * (-math.log(10000.0) / 8))
        code = torch.zeros(100, 8)
        code[:, 0::2], code[:, 1::2] = torch.sin(time * rate), torch.cos(time * rate)
        self.code = code

    def fill(self, prefix):
        with torch.no_grad():
            for name, parameter in self.named_parameters():
                parameter.copy_(weight(prefix + name, list(parameter.shape)))
        return self

    def forward(self, batch):
        chords = torch.cat([self.chord_root_embedding(batch["root"]), self.chord_attr_embedding(batch["quality"])], 2)
        chords = torch.cat([torch.zeros(len(chords), 1, 8), chords + self.code], 1)
        summary = self.chord_transformer(chords)[:, 0]
        hidden = self.input_proj(torch.cat([batch["embedding"], summary, batch["key"].unsqueeze(1)], 1))
        return [getattr(self, name)(hidden) for name in self.outputs]


def data_of(name, count):
    rows = lambda what, width: torch.stack([generate(f"{name}.{what}.{i}", [width]) for i in range(count)])
    symbols = lambda what, size: torch.tensor([[v % size for v in integers(f"{name}.{what}.{i}", 100)]
                                               for i in range(count)])
    return {
        "embedding": rows("embedding", 1536),
        "root": symbols("root", 13),
        "quality": symbols("quality", 14),
        "key": (rows("key", 1)[:, 0] > 0).float(),
        "tags": (rows("tags", 56) > 0.8).float(),
        "emotion": 5.0 + 2.0 * rows("emotion", 2),
    }


def main(folder):
    torch.set_num_threads(1)
    student = Head({"classification_branch": 56, "regression_branch": 2}).fill("")
    teachers = {"moods": Head({"output_proj": 56}).fill("moods."), "emotion": Head({"output_proj": 2}).fill("emotion.")}
    data = {name: data_of(name, count) for name, count in SETS.items()}
    frequency = torch.tensor(TAG_TRACKS, dtype=torch.float64) / 9949
    mood_loss = nn.BCEWithLogitsLoss(weight=2 / (1 + 1 / frequency), pos_weight=1 / frequency)
    optimiser = torch.optim.Adam(student.parameters(), lr=1e-4)
    losses = []
    epoch = 0
    while len(losses) < STEPS:
        orders = {name: torch.tensor(integers(f"order.{name}.{epoch}", count)).argsort().tolist()
                  for name, count in SETS.items()}
        for begin in range(0, max(SETS.values()), BATCH):
            total = 0.0
            for index, name in enumerate(SETS):
                rows = orders[name][begin:begin + BATCH]
                if not rows:
                    continue
                batch = {key: value[rows] for key, value in data[name].items()}
                predicted = student(batch)[index]
                with torch.no_grad():
                    taught = teachers[name](batch)[0]
                task = mood_loss(predicted, batch["tags"]) if name == "moods" else F.mse_loss(predicted, batch["emotion"])
                distilled = F.kl_div(F.log_softmax(predicted, 1), F.softmax(taught, 1), reduction="batchmean")
                total = total + 0.8 * distilled + 0.2 * task
            optimiser.zero_grad()
            total.backward()
            optimiser.step()
            losses.append(total.item())
        epoch += 1
    text = json.dumps({"losses": [float(f"{loss:.9g}") for loss in losses[:STEPS]],
                       "source": f"tests/reference/make_published_curve.py with torch {torch.__version__}"}, indent=1)
    pathlib.Path(folder, "golden_published_curve.json").write_text(text + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
