"""The words and signs for units, as patterns for folded text. What may not follow keeps 三天 apart from
三天津.
"""

LATIN_END = r"(?![a-z0-9])"
CYRILLIC_END = r"(?![а-я])"


def _latin(words: str) -> str:
    return rf"(?:{words}){LATIN_END}"


def _cyrillic(words: str) -> str:
    return rf"(?:{words}){CYRILLIC_END}"


YUAN = "|".join(
    (
        r"元(?!化|素|宇|旦|气|年|老|首|区|桥|论|次方)(?:人民币|整|钱)?",
        r"人民币",
        r"块钱",
        _latin("rmb|cny|yuan|renminbi|kuai"),
        r"¥",
        _cyrillic("юан[а-я]{0,3}"),
    )
)
# Said of money and of graphics cards alike.
KUAI = r"块(?=$|[，,。;；!?、\s的])"
FOREIGN = "|".join(
    (
        r"(?:美|欧|日|韩|港|澳|加|新|台)元|美金|美刀|英镑|港币|港纸|卢布|卢比|法郎|新台币|台币|澳门元|泰铢|日圆",
        r"刀(?=$|[^a-z一-鿿]|的|以|左)",
        _latin(r"us\$|usd|us dollars?|dollars?|bucks?|eur|euros?|jpy|gbp|pounds?|hkd|rub|ro?ubles?|twd|krw"),
        r"u\.s\. dollars?",
        r"[$€£₽₩]",
        r"(?:доллар|руб|евро|фунт|иен)[а-я]{0,4}\.?(?![а-я])",
    )
)
PFLOPS = "|".join(
    (
        r"(?P<prefix>[pet](?![a-z0-9])|[petg](?=flop))(?:flop/s|flops?)?(?:\(fp\d\d?\)|@fp\d\d?)?(?![a-z0-9])",
        r"(?P<word>[пэтг])(?:флопс?|флоп/с)(?![а-я])",
        r"(?P<long>пета|экса|тера|гига)флопс?а?(?![а-я])",
        r"(?P<en>peta|exa|tera|giga)flops?(?![a-z])",
    )
)
SHARE = rf"%|‰|{_latin('percent|per cent|pct')}|процент[а-я]{{0,3}}|个?百分点"
WORKDAY = "|".join(
    (
        r"个?工作[日天]",
        _latin("(?:business|working|work) days?|workdays?"),
        r"рабоч[а-я]{2} д(?:ень|ня|ней|ни)",
    )
)
MONTH = rf"个?月(?!份)|{_latin('months?')}|{_cyrillic('месяц[а-я]{0,3}')}|мес\."
YEAR = rf"周?年(?!度|级|底|初|末|报|检|产|均|薪|轻|货|化)|{_latin('years?|yrs?')}|{_cyrillic('года|год|лет')}"
WEEK = rf"个?(?:周|星期|礼拜)(?![一二三四五六日天末])|{_latin('weeks?')}|{_cyrillic('недел[а-я]{1,2}')}"
DAY = "|".join(
    (
        r"天(?!津|才|然|使|猫)|个?自然日|日(?!本|元|期|报)",
        _latin("(?:calendar )?days?"),
        _cyrillic("дня|дней|день|дни|суток"),
    )
)
OTHER = "|".join(
    (
        _latin(
            "[kmgt]?w(?:h|p)?|kva|mva|[kmgtp]bps|[kmgtp]i?b|[kmgt]?hz|kv|km|cm|mm|m2|kg|h|hrs?|hours?|min|minutes?|x|nm"
        ),
        r"千瓦|兆瓦|千伏|平方米|平米|平方公里|公里|米(?!兰)|吨|个?小时|个?钟头|分钟|点钟|公斤|兆|赫兹|倍|度电|千卡",
        r"折(?!合|算|旧|后)|核(?!心|定|算|实|准)|瓦(?!斯)|℃|°c|年级|岁|季度|кв\.? ?м",
        _cyrillic("час[а-я]{0,2}|квт|мвт|раза?"),
        r"times(?![a-z])",
    )
)
COUNT = "|".join(
    (
        r"个|家(?!渠|长|庭|里|乡)|台(?!河|湾|北|州|账)|张(?!家)|项|篇|件(?!事)|次(?!日|年|要)|名(?!义|牌)",
        r"人(?!民|工|才|大)|位(?!置|于)|套|座(?!谈)|所|户(?!口)|批(?!准|复|发)|份(?!额)|枚|组(?!织|建)|笔(?!记)",
        r"块(?!链)|卡(?!脖)|分(?!之|类|级|公司|行|局|别|明|享|析|布|期|配|数|成)|款(?!项)|只(?!要|有|是|能)|颗|片(?!区)",
        r"机柜|机架",
        _latin("points?"),
        _cyrillic("балл[а-я]{0,2}"),
    )
)
# Places in a row and names: 六十条, 19号, 二级, 三期, 5G. No quantity is read.
ORDINAL = "|".join(
    (
        r"[条号级期届类章节版代层楼路街维]|等(?=奖)",
        _latin("g|st|nd|rd|th"),
        r"[-–]?(?:й|я|го|му|ый|ой|ая)(?![а-я])",
    )
)
