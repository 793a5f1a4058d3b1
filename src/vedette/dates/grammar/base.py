"""The one grammar that the modules beside this one fill."""

from vedette.dates.patterns import Grammar

GRAMMAR = Grammar()
