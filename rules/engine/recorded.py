"""What an operator has recorded where the sources are silent; nothing is ever assumed in its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Recorded:
    """Days (a policy's release) and last days of validity by the policy's id; coefficients by measure."""

    days: Mapping[str, date] = field(default_factory=dict)
    valid_until: Mapping[str, date] = field(default_factory=dict)
    numbers: Mapping[str, Decimal] = field(default_factory=dict)


NOTHING_RECORDED = Recorded()
