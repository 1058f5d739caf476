"""The fits that can be looked at again, as many as there is room for."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from emkit.data.observations import Observations
from emkit.errors import OptionError

# So many fits are kept at most, and so many bytes of them, of the four gigabytes that a tab has.
MOST_FITS = 12
MOST_BYTES = 500_000_000

# Of fits of other data these stay, those that were made or looked at last: the page may show the
# one before the last, where it had moved on before the last was answered.
SPARED = 2


def first_number() -> int:
    """Where numbers begin: at the time in milliseconds.

    A page that outlives its worker must not find something else under the number of what went
    with it.
    """
    return time.time_ns() // 1_000_000


@dataclass
class Shelf:
    """The fits that were made or looked at last, each a ``Kept``, by number."""

    kept: OrderedDict[int, Any] = field(default_factory=OrderedDict)
    last: int = field(default_factory=first_number)

    def put(self, fit: Any) -> int:
        """Keep a fit; those looked at longest ago may go. Returns its number."""
        self.last += 1
        self.kept[self.last] = fit
        while len(self.kept) > 1 and (len(self.kept) > MOST_FITS or self.held() > MOST_BYTES):
            self.kept.popitem(last=False)
        return self.last

    def get(self, number: Any) -> Any:
        """The fit of that number.

        Raises:
            OptionError: it is not kept any more.
        """
        if number not in self.kept:
            raise OptionError(
                f"The fit number {number} is not kept any more.",
                where={"field": "fit"},
                remedy="Press Calculate EM to make it again.",
            )
        self.kept.move_to_end(number)
        return self.kept[number]

    def keep_only(self, data: Observations | None = None) -> None:
        """Let go of the fits of other data than these, but for the last few."""
        for number in list(self.kept)[:-SPARED]:
            if self.kept[number].fit.data is not data:
                del self.kept[number]

    def held(self) -> int:
        """About how many bytes the fits take, without the data of the last one, which stay."""
        fits = list(self.kept.values())
        datas = {id(one.fit.data): one.fit.data.nbytes for one in fits}
        del datas[id(fits[-1].fit.data)]
        return sum(datas.values()) + sum(one.trace_bytes for one in fits)
