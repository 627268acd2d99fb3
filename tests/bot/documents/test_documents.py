"""Every kind of file gives the words of its document; whatever is odd is refused with what it is."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from bot.documents import KINDS, DocumentRefused, read_document
from bot.documents.reading import LARGEST
from handlers.official.receiving import receive
from handlers.wording.catalogue import LANGUAGES, wording_for
from handlers.wording.imports import document_refusal
from rules.schemes import SCHEMES
from tests.bot.documents import making
from tests.handlers.official.law_making import made_text

LINES = [
    "某某办法",
    "第一章 总则",
    "第一条 为了规范，制定本办法。",
    "（一）甲；",
    "（二）乙。",
    "第二条 自发布之日起施行。",
]
TEXT = "\n".join(LINES)


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def refused(path: Path) -> DocumentRefused:
    with pytest.raises(DocumentRefused) as found:
        read_document(path)
    return found.value


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_text_is_read_in_every_common_encoding(tmp_path: Path, encoding: str) -> None:
    assert read_document(written(tmp_path, "法规.TXT", TEXT.encode(encoding))).lstrip("\ufeff") == TEXT


def test_markdown_loses_its_marks_and_nothing_else(tmp_path: Path) -> None:
    marked = (
        "# 某某办法\n\n## 第一章 总则 ##\n\n"
        "**第一条** 为了__规范__，见[说明](http://a.example/x)。\n***\n> 1\\. 甲\n"
    )
    text = read_document(written(tmp_path, "a.md", marked.encode()))
    assert text.splitlines() == ["某某办法", "", "第一章 总则", "", "第一条 为了规范，见说明。", "1. 甲"]


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_web_page_gives_its_paragraphs_without_menus_scripts_and_styles(
    tmp_path: Path, charset: str
) -> None:
    text = read_document(written(tmp_path, "a.html", making.html(LINES, charset)))
    assert [line.strip("\u00a0 ") for line in text.splitlines()] == ["公告", *LINES]


def test_a_page_that_is_not_well_formed_is_read_all_the_same(tmp_path: Path) -> None:
    page = "<p>第一条 甲<br>乙<p>第二条 丙 &lt;丁&gt; &#x7532; <b>粗</b><nav>菜单</p>".encode()
    assert read_document(written(tmp_path, "a.htm", page)).splitlines() == [
        "第一条 甲",
        "乙",
        "第二条 丙 <丁> 甲 粗",
    ]


def test_a_word_document_gives_paragraphs_and_table_rows_in_order(tmp_path: Path) -> None:
    content = making.docx(LINES, [["等级", "奖励"], ["二级", "30万元"]])
    text = read_document(written(tmp_path, "a.docx", content))
    assert text.splitlines() == [*LINES, "等级\t奖励", "二级\t30万元"]


def test_words_of_a_word_document_that_are_marked_inserted_or_in_a_control_are_read(tmp_path: Path) -> None:
    """Word wraps dates and places, tracked insertions and content controls in elements of their own."""
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>'
        "<w:r><w:t>第一条 自</w:t></w:r><w:smartTag><w:r><w:t>2024年</w:t></w:r></w:smartTag>"
        "<w:ins><w:r><w:t>起</w:t></w:r></w:ins><w:del><w:r><w:delText>前</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>去</w:t></w:r></w:moveFrom><w:r><w:tab/><w:t>施行。</w:t></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>第二条 乙。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    content = making.docx_with_body(body)
    text = read_document(written(tmp_path, "a.docx", content))
    assert text.splitlines() == ["第一条 自2024年起\t施行。", "第二条 乙。"]


def test_the_lines_of_a_pdf_are_joined_and_heads_feet_and_page_numbers_left_out(tmp_path: Path) -> None:
    paragraph = "第一条 " + "各级部门应当按照职责分工做好有关工作，" * 40 + "并公布结果。"
    pages = making.printed(["某某办法", "第一章 总则", paragraph, "第二条 乙。"], head="某省人民政府公报")
    assert len(pages) > 1
    text = read_document(
        written(tmp_path, "a.pdf", making.pdf([*pages, ["某省人民政府公报", "第三条 丙。", "- 9 -"]]))
    )
    assert text.splitlines() == ["某某办法", "第一章 总则", paragraph, "第二条 乙。", "第三条 丙。"]


def test_a_reference_at_the_beginning_of_a_printed_line_stays_in_its_sentence(tmp_path: Path) -> None:
    lines = ["第一条 " + "甲" * 22 + "违反", "第二条第二款规定的，不予支持。", "第二条 乙。"]
    text = read_document(written(tmp_path, "a.pdf", making.pdf([lines])))
    assert text.splitlines() == [lines[0] + lines[1], lines[2]]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_instrument_is_placed_whole_from_every_kind_of_file(
    tmp_path: Path, scheme: str, kind: str
) -> None:
    """The same articles and items whether it came as text, page, Word document or print."""
    lines = made_text(scheme).splitlines()
    make: dict[str, Callable[[], bytes]] = {
        ".txt": lambda: "\r\n".join(lines).encode("gb18030"),
        ".md": lambda: "\n\n".join(f"**{line[:3]}**{line[3:]}" for line in lines).encode(),
        ".html": lambda: making.html(lines),
        ".htm": lambda: making.html(lines, "gbk"),
        ".docx": lambda: making.docx(lines),
        ".pdf": lambda: making.pdf(making.printed(lines)),
    }
    placement = receive(read_document(written(tmp_path, f"a{kind}", make[kind]()))).placement
    expected = receive("\n".join(lines)).placement
    assert (placement.strays, placement.missing) == ((), ())
    assert placement.items == expected.items
    assert list(placement.texts) == list(expected.texts)
    for place, text in placement.texts.items():
        assert "".join(text.split()) == "".join(expected.texts[place].split())


def zipped(**entries: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def empty_pages(count: int) -> bytes:
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(100, 100)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


WHOLE = making.pdf([LINES])
ODD = {
    "a.doc": (b"x", "kind"),
    "noname": (b"x", "kind"),
    "a.exe": (b"MZ", "kind"),
    "empty.txt": (b"", "empty"),
    "empty.pdf": (b"", "empty"),
    "large.txt": (b"x" * (LARGEST + 1), "too_large"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "binary"),
    "zeros.txt": (b"\0" * 999, "binary"),
    "pdf.txt": (WHOLE, "binary"),
    "word.html": (making.docx(LINES), "binary"),
    "text.pdf": (TEXT.encode(), "not_its_kind"),
    "text.docx": (TEXT.encode(), "not_its_kind"),
    "zip.docx": (zipped(a=b"x"), "not_its_kind"),
    "half.docx": (making.docx(LINES)[:900], "damaged"),
    "broken.docx": (zipped(word__document_xml=b"x").replace(b"document_xml", b"document.xml"), "damaged"),
    "half.pdf": (WHOLE[:200], "damaged"),
    "locked.pdf": (making.pdf([LINES], "secret"), "encrypted"),
    "scanned.pdf": (empty_pages(3), "scanned"),
    "long.pdf": (empty_pages(301), "too_many_pages"),
}


@pytest.mark.parametrize(
    ("name", "content", "code"), [(name, *odd) for name, odd in ODD.items()], ids=list(ODD)
)
def test_what_cannot_be_read_is_refused_in_words(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    error = refused(written(tmp_path, name, content))
    assert error.code == code
    for language in LANGUAGES:
        said = document_refusal(wording_for(language, strict=True), error.code, error.params)
        assert "{" not in said


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.txt").code == "unreadable"
    (tmp_path / "folder.pdf").mkdir()
    assert refused(tmp_path / "folder.pdf").code == "unreadable"
    assert refused(tmp_path / "nul\0.txt").code == "unreadable"


def test_a_document_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    """A hundred kilobytes that unpack to more than any document has."""
    bomb = zipped(word__document=b"0" * (101 * 1024 * 1024))
    assert len(bomb) < LARGEST
    assert refused(written(tmp_path, "a.docx", bomb)).code == "unpacks_too_large"


def test_a_pdf_that_is_locked_against_changes_only_is_read(tmp_path: Path) -> None:
    assert "第一条" in read_document(written(tmp_path, "a.pdf", making.pdf([LINES], password="")))


@given(
    st.binary(max_size=400),
    st.sampled_from(sorted(KINDS)),
    st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04"]),
)
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, kind: str, mark: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / f"a{kind}"
    path.write_bytes(mark + content)
    try:
        assert isinstance(read_document(path), str)
    except DocumentRefused as error:
        assert error.code != "kind"  # noqa: PT017 - either outcome is right, and both are looked at
