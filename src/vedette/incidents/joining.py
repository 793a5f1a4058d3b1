"""Groups that grow by joining two of their members, each known by one of its names."""

from __future__ import annotations


def root_of(groups: dict[str, str], name: str) -> str:
    """Give the name that stands for a group; `groups` leads from each name to another of its group, or to itself."""
    while groups[name] != name:
        groups[name] = groups[groups[name]]
        name = groups[name]
    return name


def join(groups: dict[str, str], one: str, two: str) -> None:
    """Make one group of two; the first of its names stands for it."""
    first, second = sorted((root_of(groups, one), root_of(groups, two)))
    groups[second] = first
