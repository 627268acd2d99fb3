"""A peer on a socket that does exactly what a test says, byte by byte."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

TOKEN = "1234567890:AAEhBOweik9ai2o01rW9-abc_def0123456"


@dataclass
class Request:
    """One request as it came over the wire."""

    line: str
    headers: dict[str, str]
    body: bytes


Behaviour = Callable[[asyncio.StreamWriter, Request], Awaitable[None]]


@dataclass
class Peer:
    """Where the peer listens, what came in, and how many connections were made."""

    port: int = 0
    requests: list[Request] = field(default_factory=list)
    connections: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot{TOKEN}/sendMessage"


def answer(status: int, body: bytes, *, headers: bytes = b"") -> Behaviour:
    async def behave(writer: asyncio.StreamWriter, _request: Request) -> None:
        head = b"HTTP/1.1 %d X\r\nContent-Length: %d\r\n%s\r\n" % (status, len(body), headers)
        writer.write(head + body)
        await writer.drain()

    return behave


async def never_answer(_writer: asyncio.StreamWriter, _request: Request) -> None:
    await asyncio.Event().wait()


async def hang_up(writer: asyncio.StreamWriter, _request: Request) -> None:
    writer.close()


async def reset(writer: asyncio.StreamWriter, _request: Request) -> None:
    writer.transport.abort()


@asynccontextmanager
async def listening(behaviour: Behaviour) -> AsyncIterator[Peer]:
    """A peer that reads whole requests and treats each of them so."""
    peer = Peer()
    tasks: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        peer.connections += 1
        try:
            while (request := await _read(reader)) is not None:
                peer.requests.append(request)
                peer.arrived.set()
                await behaviour(writer, request)
        except ConnectionError:
            pass
        finally:
            writer.close()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.add(asyncio.create_task(serve(reader, writer)))

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    peer.port = server.sockets[0].getsockname()[1]
    try:
        yield peer
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def deaf() -> AsyncIterator[int]:
    """A port that accepts connections and never reads a byte from them."""
    writers: list[asyncio.StreamWriter] = []

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reader._transport.pause_reading()  # type: ignore[attr-defined]
        writers.append(writer)

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for writer in writers:
            writer.transport.abort()


async def _read(reader: asyncio.StreamReader) -> Request | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except asyncio.IncompleteReadError:
        return None
    line, *rest = head.split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (entry.partition(":") for entry in rest)}
    if "chunked" in headers.get("transfer-encoding", ""):
        return Request(line, headers, await _read_chunks(reader))
    return Request(line, headers, await reader.readexactly(int(headers.get("content-length", "0"))))


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        body += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readuntil(b"\r\n")
    return body
