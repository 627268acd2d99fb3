"""Whether a question carries on what was spoken of before."""

from handlers.understanding.routing.instruments import topics
from handlers.understanding.routing.intents import read_intent
from handlers.understanding.routing.models import Intent

_SHORT = 24
_MARKS = (
    "那",
    "呢",
    "如果",
    "要是",
    "假如",
    "假设",
    "还有",
    "另外",
    "这个",
    "这条",
    "它",
    "上面",
    "刚才",
    "再问",
    "继续",
    "为什么",
    "然后",
    "也",
    "多少",
    "多久",
    "怎么",
    "什么时候",
    "可以吗",
    "行吗",
    "能吗",
    "改成",
    "换成",
    "不对",
    "比例",
    "公示",
    "材料",
    "流程",
    "条件",
)


def follows(text: str) -> bool:
    """Whether a plain text reads like a follow-up: short, and asking something that an instrument answers."""
    if not text or len(text) > _SHORT:
        return False
    marked = any(mark in text for mark in _MARKS)
    topical = any(cue.weight(text) for topic in topics().values() for cue in topic.cues)
    return (marked and (topical or len(text) <= _SHORT // 2)) or (
        topical and read_intent(text) is not Intent.OTHER
    )
