"""Where a reader is trained, and in which numbers: the same command on a laptop, a server and a GPU."""

from __future__ import annotations

from dataclasses import dataclass

import torch

_MULTIPLIES_BFLOAT16 = ("amx_bf16", "avx512_bf16")  # instructions without which bfloat16 is slower than float32


@dataclass(frozen=True, slots=True)
class Device:
    """Where tensors live, and the numbers that the forward and backward pass count in."""

    place: torch.device
    numbers: torch.dtype

    def __str__(self) -> str:
        return f"{self.place} in {str(self.numbers).removeprefix('torch.')}"


def choose_device() -> Device:
    """Choose the GPU in bfloat16 where torch sees one, else the CPU: in bfloat16 if it multiplies it, or in float32."""
    if torch.cuda.is_available():
        return Device(torch.device("cuda"), torch.bfloat16)
    able = torch.cpu.get_capabilities()
    fast = any(able.get(name, False) for name in _MULTIPLIES_BFLOAT16)
    return Device(torch.device("cpu"), torch.bfloat16 if fast else torch.float32)
