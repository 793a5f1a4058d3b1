"""How sure in log-odds, the scale on which pieces of evidence add up."""

from __future__ import annotations

import math


def log_odds(share: float) -> float:
    """Turn a share (0 to 1) into its log-odds, held within those of one in a million."""
    held = min(max(share, 1e-6), 1 - 1e-6)
    return math.log(held / (1 - held))
