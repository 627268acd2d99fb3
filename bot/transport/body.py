"""What is sent: parameters as JSON, or as a form where there are files."""

import io
import json
from typing import Any

import aiohttp
import orjson
from telegram.error import BadRequest
from telegram.request import RequestData


def content(data: RequestData | None) -> dict[str, Any]:
    """The arguments that give a request its body.

    Raises `BadRequest` for what cannot be written down: repeating the call would not help.
    """
    if data is None:
        return {}
    try:
        if data.contains_files:
            return {"data": _form(data)}
        return {"data": _json(data.parameters), "headers": {"Content-Type": "application/json"}}
    except (TypeError, ValueError) as error:
        raise BadRequest(f"the call cannot be written down: {error}") from error


def _json(parameters: dict[str, Any]) -> bytes:
    try:
        return orjson.dumps(parameters)
    except orjson.JSONEncodeError:
        # Half of a surrogate pair, which a cut text may end in: the Bot API decides about it.
        return json.dumps(parameters).encode()


def _form(data: RequestData) -> aiohttp.FormData:
    # Names of files go out as they are, in UTF-8; quoted, they would reach people as %E6%96%87.
    fields = aiohttp.FormData(quote_fields=False)
    for name, text in data.json_parameters.items():
        fields.add_field(name, text)
    for name, (filename, content, kind) in data.multipart_data.items():
        # A file object is sent in pieces, so that a large one neither blocks the loop nor looks stalled.
        file = io.BytesIO(content) if isinstance(content, bytes) else content
        fields.add_field(name, file, filename=filename, content_type=kind)
    return fields


def parsed(payload: bytes) -> Any:
    """The JSON of an answer. Raises `ValueError`.

    Broken UTF-8 is replaced, and half of a surrogate pair passes: one odd update must not stop all after it.
    """
    try:
        return orjson.loads(payload)
    except orjson.JSONDecodeError:
        return json.loads(payload.decode("utf-8", "replace"))
