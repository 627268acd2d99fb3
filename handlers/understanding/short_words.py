"""The words of short answers, by line; an underscore stands for a space."""

YES = """
是 是的 是啊 是呀 有 有的 有过 对 对的 对啊 嗯 嗯嗯 恩 好 好的 可以 能 会 行 要 符合 满足 满足的 具备 具有
没错 正确 已 已经 通过 通过了 已通过 达标 属于 确定 確定 肯定 当然 都有 都是 真 做了 已做 办了
y yes yeah yep yup ye true t ok okay sure correct right affirmative of_course
we_do we_are we_have it_is it_does i_do we_did
да ага есть верно конечно правда имеется соответствует так_и_есть д да_конечно угу было
✓ ✔ √ ✅ ☑ 👍 👌 ⭕ + 1
"""

NO = """
否 不 不是 不是的 没 没有 没有的 没有过 无 未 非 不对 错 错误 不符合 不满足 不具备 不具有 未通过 没通过
没有通过 不达标 不能 不会 不行 不可以 从未 从来没有 从没有 从没 尚未 还没有 还没 暂无 没得 不属于 不在
未被列入 没有被列入 没被列入 都没有 都不是 假 没做 没有做 未做
n no nope nah false f not none never negative no_we_don't we_don't we_are_not we_do_not not_yet no_we_do_not
нет не неа никогда неверно ложь отсутствует не_имеется не_было ещё_нет нету не_соответствует н
✗ ✘ ❌ × ✖ ☒ 👎 🙅 0
"""

UNKNOWN = """
不知道 不知 不清楚 不太清楚 不大清楚 不确定 不确认 不了解 不晓得 不曉得 不详 未知 说不准 说不清 不好说
不懂 不明 不明确 没查 没查过 暂不清楚 暂不知道 暂时不知道
还不知道 还不清楚 忘了 忘记了 记不清 记不得 不记得 搞不清
没把握 我不知道 我不清楚 我们不知道 我们不清楚 待定 待确认 待查 唔知道 不確定 不瞭解
unknown i_don't_know don't_know dont_know i_dont_know do_not_know i_do_not_know we_don't_know not_sure
i'm_not_sure im_not_sure unsure no_idea idk dunno not_known unclear can't_say cannot_say tbd
не_знаю незнаю я_не_знаю мы_не_знаем неизвестно не_уверен не_уверена не_уверены не_в_курсе без_понятия
затрудняюсь затрудняюсь_ответить не_помню неясно
"""

INAPPLICABLE = """
不适用 不適用 无此项 没有此项 不涉及 不相关 与我们无关
n/a na n.a. n.a not_applicable does_not_apply doesn't_apply inapplicable irrelevant
неприменимо не_применимо не_относится не_применяется н/д неактуально
"""

NEVER = """
没有 没 无 从未 从来没有 从没有 没有过 未受过 没受过 没有受过 never none no нет никогда не_было
"""


def words_of(lines: str) -> tuple[str, ...]:
    """The words of one of these lists."""
    return tuple(word.replace("_", " ") for word in lines.split())
