"""What the control API accepts: one model per act, each applied to the world."""

from base64 import b64decode
from binascii import Error as Base64Error
from dataclasses import asdict
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.sandbox.errors import SandboxError
from bot.sandbox.faults import Fault
from bot.sandbox.world import World


class Act(BaseModel):
    """A request to the control API; unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")

    def apply(self, world: World) -> Any:
        """Do it and give the result as JSON."""
        raise NotImplementedError


class CreateUser(Act):
    """A new person."""

    user_id: int
    first_name: str = Field(min_length=1, max_length=64)
    last_name: str = ""
    username: str = ""
    language_code: str = "zh-hans"
    role: str = ""
    started: bool = False

    def apply(self, world: World) -> Any:
        """Gives the User object."""
        return world.create_user(**self.model_dump()).to_api()


class CreateGroup(Act):
    """A new group or supergroup."""

    title: str = Field(min_length=1, max_length=128)
    members: list[int]
    chat_id: int | None = None
    kind: str = "group"
    with_bot: bool = True

    def apply(self, world: World) -> Any:
        """Gives the Chat object."""
        return world.create_group(**self.model_dump()).to_api()


class Start(Act):
    """Press start, with the parameter of a deep link."""

    user_id: int
    payload: str = Field(default="", max_length=64, pattern=r"^[A-Za-z0-9_-]*$")

    def apply(self, world: World) -> Any:
        """Gives the message."""
        return world.press_start(**self.model_dump()).to_api()


class Text(Act):
    """Write."""

    user_id: int
    text: str
    chat_id: int | None = None
    reply_to: int | None = None

    def apply(self, world: World) -> Any:
        """Gives the message."""
        return world.send_text(**self.model_dump()).to_api()


class EditText(Act):
    """Change an own message."""

    user_id: int
    message_id: int
    text: str
    chat_id: int | None = None

    def apply(self, world: World) -> Any:
        """Gives the message."""
        return world.edit_text(**self.model_dump()).to_api()


class Document(Act):
    """Send a file, its content in base64."""

    user_id: int
    name: str = Field(min_length=1, max_length=255)
    content: str
    chat_id: int | None = None
    caption: str = ""
    mime_type: str = ""

    def apply(self, world: World) -> Any:
        """Gives the message."""
        given = self.model_dump() | {"content": _decoded(self.content)}
        return world.send_document(**given).to_api()


class Photo(Act):
    """Send a picture, its content in base64."""

    user_id: int
    content: str
    chat_id: int | None = None
    caption: str = ""

    def apply(self, world: World) -> Any:
        """Gives the message."""
        given = self.model_dump() | {"content": _decoded(self.content)}
        return world.send_photo(**given).to_api()


class PressButton(Act):
    """Press an inline button."""

    user_id: int
    message_id: int
    data: str | None = None
    label: str = ""
    chat_id: int | None = None
    stale: bool = False

    def apply(self, world: World) -> Any:
        """Gives the id of the callback query."""
        return world.press(**self.model_dump())


class Block(Act):
    """Block the bot."""

    user_id: int

    def apply(self, world: World) -> Any:
        """Gives true."""
        world.block(self.user_id)
        return True


class Unblock(Act):
    """Unblock the bot."""

    user_id: int

    def apply(self, world: World) -> Any:
        """Gives true."""
        world.unblock(self.user_id)
        return True


class SetLanguage(Act):
    """Set a person's language."""

    user_id: int
    language_code: str = Field(max_length=16)

    def apply(self, world: World) -> Any:
        """Gives true."""
        world.set_language(self.user_id, self.language_code)
        return True


class SetBotStatus(Act):
    """Add the bot to a group, promote or remove it."""

    chat_id: int
    by_user_id: int
    status: str = Field(pattern="^(member|administrator|left|kicked)$")

    def apply(self, world: World) -> Any:
        """Gives true."""
        world.set_bot_status(self.chat_id, self.by_user_id, self.status)
        return True


class Migrate(Act):
    """Make a group a supergroup."""

    chat_id: int

    def apply(self, world: World) -> Any:
        """Gives the new chat id."""
        return world.migrate(self.chat_id)


class LayFault(Act):
    """Lay a fault; the fields are those of faults.Fault."""

    kind: str
    method: str | None = None
    chat_id: int | None = None
    times: int | None = Field(default=None, ge=1)
    share: float | None = Field(default=None, ge=0, le=1)
    seed: int = 0
    seconds: float = Field(default=0.0, ge=0)
    reply: str = "close"
    retry_after: int = Field(default=1, ge=1)
    retry_after_to: int | None = None
    status: int = 500
    after: bool = False
    description: str = ""

    def apply(self, world: World) -> Any:
        """Gives how many faults are laid now."""
        try:
            world.faults.add(Fault(**self.model_dump()))
        except ValueError as error:
            raise SandboxError(str(error)) from None
        return len(world.faults.laid)


class ClearFaults(Act):
    """Lift all faults."""

    def apply(self, world: World) -> Any:
        """Gives true."""
        world.faults.clear()
        return True


class SetLimits(Act):
    """Switch Telegram's limits on sending on or off."""

    enabled: bool
    count_edits: bool = False
    overall: int = Field(default=30, ge=1)
    per_group: int = Field(default=20, ge=1)

    def apply(self, world: World) -> Any:
        """Gives true."""
        world.limits.configure(**self.model_dump())
        return True


class Reset(Act):
    """Forget everything but the bot's profile."""

    def apply(self, world: World) -> Any:
        """Gives true."""
        world.reset()
        return True


class Receipts(Act):
    """Read the receipts above a number."""

    since: int = 0

    def apply(self, world: World) -> Any:
        """Gives the receipts."""
        return [asdict(receipt) for receipt in world.receipts.since(self.since)]


ACTS: dict[str, type[Act]] = {
    "create_user": CreateUser,
    "create_group": CreateGroup,
    "start": Start,
    "text": Text,
    "edit": EditText,
    "document": Document,
    "photo": Photo,
    "press": PressButton,
    "block": Block,
    "unblock": Unblock,
    "language": SetLanguage,
    "bot_status": SetBotStatus,
    "migrate": Migrate,
    "fault": LayFault,
    "clear_faults": ClearFaults,
    "limits": SetLimits,
    "receipts": Receipts,
    "reset": Reset,
}


def perform(world: World, name: str, body: bytes) -> Any:
    """Do the act of this name; SandboxError with a readable reason where that is impossible."""
    if name not in ACTS:
        raise SandboxError(f"there is no act {name!r}; there are {', '.join(ACTS)}")
    try:
        act = ACTS[name].model_validate_json(body or b"{}")
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise SandboxError(f"{name}: {'; '.join(faults)}") from None
    try:
        return act.apply(world)
    except LookupError as error:
        raise SandboxError(str(error)) from None


def _decoded(content: str) -> bytes:
    try:
        return b64decode(content, validate=True)
    except (Base64Error, ValueError):
        raise SandboxError("content: base64 is expected") from None
