"""A receipt as text: it comes back as it was, carries nobody's words, and anything else is refused."""

import json
import zlib
from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.receipts.answers import SOURCES, pack, unpack
from handlers.receipts.ground import Kept, from_json, ground_of, kept_of, to_json
from handlers.receipts.replay import replay
from handlers.receipts.token import LONGEST, MOST_BYTES, ReceiptRefused, read_token, token_of
from rules.engine.assess import assess
from rules.engine.recorded import Recorded
from rules.engine.refusals import Refusal
from rules.engine.result import Assessment
from rules.engine.situation import UNKNOWN, Answer, Situation, Source, known
from rules.schemes import ASSESSMENTS, FACTS, SCHEMES
from tests.handlers.receipts.drawn import ON, answers, assessed

SCHEME = SCHEMES["hlj-compute-purchase"]
FACTS_GIVEN = {
    "compute_spend": known(Decimal("812345.670"), Source.READ, "我们公司买了八十多万"),
    "vendor_listed": known(True, Source.CHOSEN),
    "applicant_kind": known("university"),
    "tax_problem": UNKNOWN,
}
KEPT = kept_of(assess(SCHEME, FACTS_GIVEN, ON), FACTS_GIVEN)
TOKEN = token_of(KEPT)


def sealed(content: bytes, name: str = KEPT.receipt.id) -> str:
    """A token with a right check around any content."""
    body = bytes(32) + content
    return f"SB1-{name}-" + urlsafe_b64encode(body + sha256(body).digest()[:4]).decode().rstrip("=")


def code_of(text: str) -> str:
    with pytest.raises(ReceiptRefused) as refused:
        read_token(text)
    return refused.value.code


def code_or_receipt(text: str) -> str:
    """Why a text is refused, or the id of the receipt that it is."""
    try:
        return read_token(text).receipt.id
    except ReceiptRefused as refused:
        return refused.code


@given(assessed())
def test_a_receipt_comes_back_as_it_was(found: tuple[Assessment, Situation, Recorded]) -> None:
    kept = kept_of(*found)
    token = token_of(kept)
    assert read_token(token) == kept
    assert token.startswith(f"SB1-{kept.receipt.id}-")
    assert len(token) < LONGEST


@given(assessed())
def test_a_replayed_receipt_gives_the_same_answer(found: tuple[Assessment, Situation, Recorded]) -> None:
    replayed = replay(read_token(token_of(kept_of(*found))))
    assert replayed.same_rules
    assert replayed.same_answer
    assert (replayed.changed, replayed.gone, replayed.dropped) == ((), 0, ())


@given(st.sampled_from(list(FACTS.values())).flatmap(answers))
def test_every_answer_comes_back_without_the_words_it_was_read_from(answer: Answer) -> None:
    assert unpack(pack(answer)) == replace(answer, said="")


def test_the_digits_of_a_number_stay_as_they_were_given() -> None:
    answer = read_token(TOKEN).receipt.facts[1][1]
    assert str(answer.value) == "812345.670"


def test_no_words_of_a_person_are_carried() -> None:
    assert "八十" in FACTS_GIVEN["compute_spend"].said
    assert "八十" not in to_json(KEPT)
    assert "said" not in to_json(KEPT)


def test_the_id_does_not_depend_on_those_words() -> None:
    other = FACTS_GIVEN | {"compute_spend": known(Decimal("812345.670"), Source.READ, "别的说法")}
    assert ground_of(assess(SCHEME, other, ON), other).id == KEPT.receipt.id


def test_of_what_is_recorded_only_what_the_scheme_reads_is_carried() -> None:
    recorded = Recorded(
        {"longjiang60": date(2023, 5, 1)},
        {"longjiang60": date(2027, 1, 1), "js-special-funds": date(2027, 1, 1)},
        {"machine_hours": Decimal("0.1")},
    )
    carried = {
        scheme_id: ground_of(assess(scheme, {}, ON, recorded), {}, recorded).recorded
        for scheme_id, scheme in SCHEMES.items()
    }
    assert carried["hlj-computing-centre"].days == recorded.days
    assert carried["hlj-compute-purchase"].days == {}
    assert carried["hlj-science-facility"].numbers == recorded.numbers
    assert carried["hlj-compute-purchase"].numbers == {}
    assert list(carried["js-special-funds"].valid_until) == ["js-special-funds"]


def test_a_full_receipt_is_a_few_hundred_characters() -> None:
    lengths = {
        scheme.id: len(token_of(kept_of(assess(scheme, unknown, ON), unknown)))
        for scheme in ASSESSMENTS.values()
        for unknown in [dict.fromkeys(scheme.fact_ids, UNKNOWN)]
    }
    assert lengths
    assert max(lengths.values()) < 900, lengths


def test_provenances_have_letters_of_their_own() -> None:
    assert len(SOURCES) == len(Source)


@pytest.mark.parametrize("space", [" ", "\n", "\r\n", "\t", "\u3000", "\u00a0"])
def test_spaces_and_line_breaks_from_copying_do_no_harm(space: str) -> None:
    broken = space.join(TOKEN[start : start + 40] for start in range(0, len(TOKEN), 40))
    assert read_token(f"{space}{broken}{space}") == KEPT


@given(st.integers(0, len(TOKEN) - 1))
def test_a_truncated_receipt_is_refused(length: int) -> None:
    assert code_of(TOKEN[:length]) in {"empty", "foreign", "damaged"}


@given(st.integers(0, len(TOKEN) - 1), st.characters())
def test_a_receipt_with_one_other_character_is_refused(index: int, character: str) -> None:
    """The last characters of base64 carry bits that mean nothing: there two texts can be one receipt."""
    altered = TOKEN[:index] + character + TOKEN[index + 1 :]
    if character == TOKEN[index]:
        assert read_token(altered) == KEPT
    elif index == len(TOKEN) - 1:
        assert code_or_receipt(altered) in {"damaged", "foreign", KEPT.receipt.id}
    else:
        assert code_of(altered) in {"foreign", "damaged", "newer"}


@given(st.text(max_size=300) | st.text("SB1-0123456789abcdef_", max_size=300))
def test_any_text_at_all_is_a_receipt_or_refused(text: str) -> None:
    assert code_of(text)


@given(st.binary(max_size=300) | st.binary(max_size=300).map(zlib.compress))
def test_any_bytes_under_a_right_check_are_refused(content: bytes) -> None:
    assert code_of(sealed(content)) == "damaged"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=8) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@given(_JSON)
def test_any_json_under_a_right_check_is_refused(document: object) -> None:
    assert code_of(sealed(zlib.compress(json.dumps(document).encode()))) == "damaged"


@given(st.data())
def test_a_forged_receipt_is_refused_or_replayed_without_an_error(data: st.DataObject) -> None:
    """Every part of the document in turn is replaced by something else."""
    document = json.loads(to_json(KEPT))
    place = data.draw(st.integers(0, len(document) - 1))
    if isinstance(document[place], dict) and data.draw(st.booleans()):
        names, given_values = (
            st.sampled_from(sorted(FACTS)),
            st.sampled_from(
                [
                    "s#1",
                    "s#-1",
                    "s#1e399",
                    "s#NaN",
                    "s+",
                    "s!x",
                    "c=university",
                    "s@2026-02-30",
                    "s:",
                    "x?",
                    "s?",
                    "",
                    "s-",
                ]
            ),
        )
        document[place] = data.draw(st.dictionaries(names, given_values, max_size=4))
    else:
        document[place] = data.draw(_JSON)
    text = json.dumps(document, ensure_ascii=False).encode()
    forged = _with_id_of(text)
    if code_or_receipt(forged) == "damaged":
        return
    kept = read_token(forged)
    if kept.receipt.scheme in ASSESSMENTS:
        replayed = replay(kept)
        assert replayed.now is not None or isinstance(replayed.refused, Refusal)


def _with_id_of(text: bytes) -> str:
    """As a forger would seal it: with the id that the ground has."""
    try:
        name = from_json(text.decode(), "00" * 32).receipt.id
    except (ValueError, KeyError, TypeError):
        name = KEPT.receipt.id
    return sealed(zlib.compress(text), name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        (KEPT.receipt.id, "short"),
        (KEPT.receipt.id.upper(), "short"),
        ("hello", "foreign"),
        ("SB1", "foreign"),
        ("SB1-", "damaged"),
        ("SB1-zzzzzzzzzzzz-abc", "damaged"),
        (TOKEN.replace("SB1-", "SB2-"), "newer"),
        (TOKEN.replace("SB1-", "SB0-"), "newer"),
        (TOKEN.replace(KEPT.receipt.id, "000000000000"), "damaged"),
        (TOKEN + "A", "damaged"),
        (TOKEN + TOKEN, "damaged"),
        ("SB1-" + "A" * LONGEST, "too_long"),
        ("A" * 1_000_000, "too_long"),
        (" " * 1_000_000, "too_long"),
    ],
)
def test_a_refusal_says_what_is_wrong(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize("size", [MOST_BYTES + 1, 3_000_000])
def test_a_small_text_does_not_unpack_into_a_large_one(size: int) -> None:
    bomb = sealed(zlib.compress(b" " * size, 9))
    assert len(bomb) < LONGEST
    assert code_of(bomb) == "damaged"


@pytest.mark.parametrize(
    "content", [b"[" * 15_000, b'{"a":' * 3_000, b"9" * 15_000, b"[1]", b'["x"]', b"null", b"\xff"]
)
def test_what_unpacks_into_no_receipt_is_refused(content: bytes) -> None:
    assert code_of(sealed(zlib.compress(content))) == "damaged"


def test_what_follows_the_packed_part_is_not_passed_over() -> None:
    packed = zlib.compress(to_json(KEPT).encode())
    assert code_of(sealed(packed + b"more")) == "damaged"
    assert code_of(sealed(packed[:-1])) == "damaged"


def test_a_kept_receipt_is_a_value() -> None:
    assert isinstance(KEPT, Kept)
    assert read_token(TOKEN) == read_token(TOKEN)
