"""Before and after: which of a document's events came first, as far as its words tell.

Takes: an Account. Gives: the Orders of its events (`find_orders`), each with the words that tell it, and the bounds
that they set to events of which no date is told (`find_bounds`). Keeps: the words; the named rule. Refuses: to guess.
Where it is not plain which two events the words join, or where two tellings contradict each other, there is no order.
Works from the account alone, so nothing of it is stored. Measured by: `tests/order`; docs/reference/time-order.md.
"""

from vedette.order.bounds import Bounds, find_bounds
from vedette.order.find import Order, find_orders

__all__ = ["Bounds", "Order", "find_bounds", "find_orders"]
