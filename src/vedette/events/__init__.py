"""Mentions and values → one document's Events and Ties.

Takes: a Document, its Reading and the Resolved values of its mentions. Gives: an Account: events with assertions, each
bound to its words and to whoever says so; attributions; ties. Keeps: rival values side by side; a claim or denial
pointing to the event it speaks of. Refuses: to merge two happenings that the text dates or places apart.
Measured by: ``python -m benchmarks reports`` (event level, values, links of claims).
"""

from vedette.events.build import build_account
from vedette.events.merging import PairWeights, group_triggers, load_weights, score_pairs

__all__ = ["PairWeights", "build_account", "group_triggers", "load_weights", "score_pairs"]
