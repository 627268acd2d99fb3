"""The added computing power and the PUE; an expansion adds the difference."""

import re
from collections.abc import Iterator
from decimal import Decimal

from handlers.understanding.bounds import Bound
from handlers.understanding.reading.figures import Placed
from handlers.understanding.units import Unit

_FROM = re.compile(
    r"(?:从|由|自|原来|原有|原本|原先|以前|现有|已有|之前|存量|本来|此前|from|existing|с|от|было)[^,。;]{0,8}$"
)
_TO = re.compile(
    r"(?:扩容?到|扩建到|扩展到|扩充到|扩大到|扩至|扩建至|扩容至|扩容后|扩建后|扩到|提升到|提升至|提高到|增加到|增加至|增至|"
    r"升级到|升到|上升到|改造后|达到|变成|到|至|现在|to|до|стало)[^,。;]{0,6}$"
)
_GROWTH = re.compile(r"扩|提升|增加?[到至]|升级|改造|expan|upgrad|increas|grow|расшир|увелич")
_GROWN_BY = re.compile(r"(?:expan|upgrad|increas|grow|расшир|увелич|扩)[^.。;]{0,40}(?:from|с|от|由|从) *$")
_EXISTING = re.compile(r"(?:原来|原有|原本|原先|以前|现有|已有|之前|存量|本来|existing|было)[^,。;]{0,8}$")
_RENTED = re.compile(r"(?:买|购|租|采购|rent|bought|buy|purchas|аренд|купил)[^,。;]{0,10}$")
_RENTED_BEHIND = re.compile(r"^的?(?:算力服务|云服务|gpu租赁)")
_RANGE_OF_ALL = re.compile(r"(?:总算力|总共|总规模|总计)[^,。;]{0,6}$")


class Computing:
    """The figures in PFLOPS of one text: which are added, which were there before."""

    def __init__(self, text: str, numbers: list[Placed]) -> None:
        self.text = text
        self.numbers = [number for number in numbers if number.quantity.unit is Unit.PFLOPS]

    def read(self) -> Iterator[tuple[Placed, Placed, Decimal, bool]]:
        """First and last quantity of a reading, the PFLOPS added, and whether it is an expansion."""
        index = 0
        while index < len(self.numbers):
            pair = self.numbers[index : index + 2]
            if len(pair) == 2 and self._is_expansion(pair[0], pair[1]):
                yield pair[0], pair[1], _value(pair[1]) - _value(pair[0]), True
                index += 2
                continue
            number = self.numbers[index]
            if not self._is_elsewhere(number):
                yield number, number, _value(number), False
            index += 1

    def _is_expansion(self, first: Placed, last: Placed) -> bool:
        if (first.start, first.end) == (last.start, last.end):
            # "с 30 до 95" is read as a range; where something grows it is from one to the other.
            return _value(last) > _value(first) and bool(_GROWN_BY.search(self.text[: first.start][-48:]))
        between = self.text[first.end : last.start]
        before = self.text[max(first.start - 12, 0) : first.start]
        if len(between) > 24 or _value(last) <= _value(first):
            return False
        if not (_FROM.search(before) and _TO.search(between)):
            return False
        near = self.text[max(first.start - 24, 0) : last.start]
        return first.quantity.bound in {Bound.EQ, Bound.GE} and bool(_GROWTH.search(near) or "从" in before)

    def _is_elsewhere(self, number: Placed) -> bool:
        """What was there before, what is rented, or a total after growth is not what is added."""
        before = self.text[max(number.start - 16, 0) : number.start]
        behind = self.text[number.end : number.end + 8]
        return bool(
            _EXISTING.search(before)
            or _RENTED.search(before)
            or _RENTED_BEHIND.match(behind)
            or (_GROWTH.search(before) and _TO.search(before))
            or _RANGE_OF_ALL.search(before)
        )


def _value(number: Placed) -> Decimal:
    value = number.quantity.value
    return value if isinstance(value, Decimal) else Decimal(0)
