#!/usr/bin/env python3
"""Write small checkpoints with PyTorch itself, and what a reader should find in them.

    build/python/bin/python tests/reference/make_checkpoints.py tests/data

Writes checkpoint_zip.pt, checkpoint_lightning.ckpt, checkpoint_old.pt, checkpoint_old_views.pt and checkpoints.json.
Needs torch only. NumPy scalars, which BTC's published file holds, are pickled through stand-ins of the same names.
"""
import collections
import io
import json
import pathlib
import pickle
import struct
import sys
import types

import torch


def numpy_scalar(value):
    """Something that pickles exactly as numpy.float64(value) does."""
    return _Scalar(value)


def scalar(dtype, data):
    raise NotImplementedError("only its name is needed")


def dtype(code, align, copy):
    raise NotImplementedError("only its name is needed")


class _Dtype:
    def __reduce__(self):
        return dtype, ("f8", False, True), (3, "<", None, None, None, -1, -1, 0)


class _Scalar:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return scalar, (_Dtype(), struct.pack("<d", self.value))


def stand_in(function, module):
    function.__module__ = module
    function.__qualname__ = function.__name__
    sys.modules.setdefault(module, types.ModuleType(module))
    setattr(sys.modules[module], function.__name__, function)


def numbers(count, seed):
    """Values that float16 and bfloat16 hold exactly."""
    return (torch.arange(count) * 37 + seed) % 64 * 0.25 - 8.0


def tensors():
    base = numbers(24, 3).reshape(4, 6)
    state = collections.OrderedDict()
    state["weight"] = numbers(6, 1).reshape(2, 3)
    state["transposed"] = base.t()
    state["column"] = base[:, 4]
    state["tail"] = base[2:, 1::2]
    state["half"] = numbers(5, 7).half()
    state["bfloat16"] = numbers(5, 8).bfloat16()
    state["double"] = numbers(3, 9).double() / 3
    state["long"] = torch.tensor([-(2**40), 0, 2**40])
    state["int"] = torch.tensor([-7, 7], dtype=torch.int32)
    state["byte"] = torch.tensor([0, 255], dtype=torch.uint8)
    state["bool"] = torch.tensor([True, False, True])
    state["single"] = torch.tensor(2.5)
    state["empty"] = torch.zeros(0, 4)
    state["parameter"] = torch.nn.Parameter(numbers(4, 5))
    return state


def lightning():
    model = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.LayerNorm(2))
    for index, parameter in enumerate(model.parameters()):
        parameter.data = numbers(parameter.numel(), index).reshape(parameter.shape)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.001)
    model(torch.ones(1, 3)).square().sum().backward()
    optimiser.step()
    state = {"model." + name: value for name, value in model.state_dict().items()}
    state["loss_fn_classification.pos_weight"] = numbers(4, 11).double()
    return {
        "epoch": 3, "global_step": 120, "pytorch-lightning_version": "2.4.0",
        "state_dict": collections.OrderedDict(state),
        "loops": {"fit_loop": {"state_dict": {}, "epoch_progress": {"current": {"ready": 4}}}},
        "callbacks": {
            "EarlyStopping{'monitor': 'val_loss', 'mode': 'min'}":
                {"wait_count": 0, "best_score": torch.tensor(0.5), "patience": 9},
            "ModelCheckpoint{'monitor': 'val_loss'}":
                {"best_model_path": "/x/best.ckpt", "best_k_models": {"/x/best.ckpt": torch.tensor(0.5)}, "kth": None},
        },
        "optimizer_states": [optimiser.state_dict()],
        "lr_schedulers": [{"factor": 0.1, "min_lrs": [0], "mode": "min"}],
        "device": torch.device("cpu"), "when": complex(1, 2),
    }


def old_stream(path, value):
    torch.save(value, path, _use_new_zipfile_serialization=False)
    data = path.read_bytes()
    # PyTorch on a machine without CUDA writes "cpu": five characters, then "cuda:0", six
    cpu, cuda = b"X\x03\x00\x00\x00cpu", b"X\x06\x00\x00\x00cuda:0"
    if cpu not in data:
        sys.exit("the stream does not say where its storages were")
    path.write_bytes(data.replace(cpu, cuda))


def old_views(path):
    """The stream of PyTorch before 0.4: storages that are parts of others."""
    buffer = io.BytesIO()
    kind = torch.FloatStorage

    class Storage:
        def __init__(self, *described):
            self.described = described

    class Tensor:
        def __init__(self, storage, offset, size, stride):
            self.parts = (storage, offset, size, stride)

        def __reduce__(self):
            return torch._utils._rebuild_tensor, self.parts

    class Pickler(pickle.Pickler):
        def persistent_id(self, value):
            return value.described if isinstance(value, Storage) else None

    whole = Storage("storage", kind, "7", "cuda:0", 12, None)
    part = Storage("storage", kind, "7", "cuda:0", 12, ("8", 4, 6))
    content = {"whole": Tensor(whole, 0, (12,), (1,)), "part": Tensor(part, 1, (2, 2), (3, 1))}
    for value in (0x1950a86a20f9469cfc6c, 1001,
                  {"protocol_version": 1001, "little_endian": True, "type_sizes": {"short": 2, "int": 4, "long": 4}}):
        pickle.dump(value, buffer, protocol=2)
    Pickler(buffer, protocol=2).dump(content)
    pickle.dump(["7"], buffer, protocol=2)
    buffer.write(struct.pack("<q12f", 12, *range(12)))
    path.write_bytes(buffer.getvalue())
    elements = torch.arange(12.0)
    return {"whole": elements, "part": elements[5:].as_strided((2, 2), (3, 1))}


def described(found, prefix=""):
    """{name: [shape, values]} of all tensors below nested dictionaries, {name: value} of all numbers."""
    tensors_found, numbers_found = {}, {}
    for key, value in found.items():
        name = prefix + str(key)
        if isinstance(value, torch.Tensor):
            tensors_found[name] = [list(value.shape), [float(x) for x in value.detach().flatten().tolist()]]
        elif isinstance(value, _Scalar):
            numbers_found[name] = value.value
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            numbers_found[name] = value
        elif isinstance(value, dict):
            inner = described(value, name + ".")
            tensors_found.update(inner["tensors"])
            numbers_found.update(inner["numbers"])
    return {"tensors": tensors_found, "numbers": numbers_found}


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: make_checkpoints.py FOLDER")
    folder = pathlib.Path(sys.argv[1])
    torch.manual_seed(0)
    expected = {}

    plain = {"nested": {"deep": tensors(), 7: torch.ones(1)}, "count": 3, "rate": -1.5e-3, "large": 2**62, "flag": True}
    torch.save(plain, folder / "checkpoint_zip.pt")
    expected["checkpoint_zip.pt"] = described(plain)

    trained = lightning()
    torch.save(trained, folder / "checkpoint_lightning.ckpt")
    expected["checkpoint_lightning.ckpt"] = described(trained)

    stand_in(scalar, "numpy.core.multiarray")  # from here on: torch's optimisers look for NumPy
    stand_in(dtype, "numpy")
    btc = {"mean": -3.25, "std": numpy_scalar(0.1 + 0.2), "model": tensors()}
    old_stream(folder / "checkpoint_old.pt", btc)
    expected["checkpoint_old.pt"] = described(btc)

    expected["checkpoint_old_views.pt"] = described(old_views(folder / "checkpoint_old_views.pt"))
    (folder / "checkpoints.json").write_text(json.dumps(expected, indent=1) + "\n")


if __name__ == "__main__":
    main()
