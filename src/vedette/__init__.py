"""Vedette reads public reports of political violence into events that can be traced to their words."""

__version__ = "0.1.0"
