"""Files as people have them, made here: Word documents, PDF files, web pages."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

LINES_A_PAGE = 30
LETTERS_A_LINE = 28


def docx(lines: Sequence[str], table: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word document with a paragraph a line, and perhaps a table at its end."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, cells in enumerate(table):
            for column, text in enumerate(cells):
                grid.cell(row, column).text = text
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def docx_with_body(body: str) -> bytes:
    """A Word document with this in its body, in Word's own XML."""
    source, made = ZipFile(BytesIO(docx([]))), BytesIO()
    with source, ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body>" + body.encode())
            target.writestr(name, content)
    return made.getvalue()


def printed(lines: Sequence[str], head: str = "", foot: str = "- {page} -") -> list[list[str]]:
    """Paragraphs as a printer breaks them: so many letters a line, so many lines a page, head and foot."""
    broken = [
        line[at : at + LETTERS_A_LINE] for line in lines for at in range(0, max(len(line), 1), LETTERS_A_LINE)
    ]
    pages = [broken[at : at + LINES_A_PAGE] for at in range(0, len(broken), LINES_A_PAGE)]
    heads = [head] if head else []
    return [[*heads, *page, foot.format(page=number)] for number, page in enumerate(pages, 1)]


def pdf(pages: Sequence[Sequence[str]], password: str | None = None) -> bytes:
    """A PDF file with these lines on its pages, in a font of Chinese characters."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        fonts = DictionaryObject({NameObject("/F1"): _font()})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(_drawn(lines))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def html(lines: Sequence[str], charset: str = "utf-8") -> bytes:
    """A web page with a paragraph a line, and everything around it that pages have."""
    body = "\n".join(f"<p>&nbsp;&nbsp;{line}</p>" for line in lines)
    page = (
        f'<!doctype html><html><head><meta charset="{charset}"><title>公告</title><style>p {{}}</style>'
        '</head><body><nav><a href="/">第九十九条 首页</a></nav><script>var 条 = "第一条 骗人";</script>'
        f"{body}<footer>版权所有</footer></body></html>"
    )
    return page.encode(charset)


def _font() -> DictionaryObject:
    descendant = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType0"),
            NameObject("/BaseFont"): NameObject("/STSong-Light"),
            NameObject("/DW"): NumberObject(1000),
        }
    )
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): NameObject("/STSong-Light"),
            NameObject("/Encoding"): NameObject("/UniGB-UTF16-H"),
            NameObject("/DescendantFonts"): ArrayObject([descendant]),
        }
    )


def _drawn(lines: Sequence[str]) -> bytes:
    shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj 0 -20 Td\n" for line in lines)
    return f"BT /F1 12 Tf 40 800 Td\n{shown}ET".encode()
