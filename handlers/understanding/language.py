"""A guess at the language of a text, among the four that the product speaks."""

from handlers.understanding.folding import folded_text

# Characters that only one of the two scripts has, from what people write to an assistant for subsidies.
_TRADITIONAL = frozenset(
    "萬億們個這來說請問申報獎勵補貼購買費額設備軟體數據電腦費業務單位實際繳條幾規定對應該應當標準審核過點還沒為於後時間"
    "現從會讓與無關見開門車長東書話語學習經濟發財產權證據檢驗測評資訊網絡雲運營區縣鎮黨團員處類級總結國際"
)
_SIMPLIFIED = (
    frozenset(
        "万亿们个这来说请问报奖励补贴购买费额设备软体数据电脑业务单实际缴条几规对应该当标准审过点还没为于后时间"
        "现从会让与无关见开门车长东书话语学习经济发财产权证检验测评资讯网络云运营区县镇党团员处类级总结国际"
    )
    - _TRADITIONAL
)
_ONLY_TRADITIONAL = _TRADITIONAL - frozenset("申購單位務軟體員定實際費")
LONGEST = 2_000
_LATIN_WORDS_PER_HAN = 3


def guess_language(text: str) -> str | None:
    """zh_CN, zh_Hant, en or ru; `None` where a text has too little to tell (figures, symbols, 80P, OK).

    Chinese with some Latin terms (PUE, PFLOPS) is Chinese; its script follows the characters that only one
    script has.
    """
    sample = text[:LONGEST]
    han = sum("一" <= character <= "鿿" for character in sample)
    cyrillic = sum("а" <= character <= "я" or character == "ё" for character in sample.lower())
    latin = sum(character.isascii() and character.isalpha() for character in sample)
    if han and han * _LATIN_WORDS_PER_HAN * 2 >= latin + cyrillic:
        return _chinese_script(sample)
    if cyrillic >= 2 and cyrillic * 2 >= latin:
        return "ru"
    return "en" if latin >= 4 and _has_words(sample) else None


def _chinese_script(text: str) -> str:
    traditional = sum(character in _ONLY_TRADITIONAL for character in text)
    simplified = sum(character in _SIMPLIFIED for character in text)
    return "zh_Hant" if traditional > simplified else "zh_CN"


def _has_words(text: str) -> bool:
    """Whether there is an English word: a unit or a model name alone (PFLOPS, A100) tells nothing."""
    words = [word.strip(".,!?;:\"'()") for word in folded_text(text).split()]
    return any(
        word.isascii() and word.isalpha() and 2 <= len(word) <= 20 and word not in _TERMS for word in words
    )


_TERMS = frozenset(
    ("pue", "pflops", "eflops", "tflops", "gpu", "cpu", "ai", "idc", "rmb", "cny", "usd", "ok", "sme")
)
