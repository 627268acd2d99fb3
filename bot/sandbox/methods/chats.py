"""getChat, getChatMember, leaveChat."""

from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.parameters import Parameters
from bot.sandbox.people import Chat
from bot.sandbox.world import World

FULL_INFO = {
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": {
        "unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False,
        "premium_subscription": False, "gifts_from_channels": False,
    },
}  # fmt: skip


def get_chat(world: World, parameters: Parameters) -> dict[str, Any]:
    """What is known of a chat that the bot has met."""
    chat = _met_chat(world, parameters)
    return chat.to_api() | FULL_INFO


def get_chat_member(world: World, parameters: Parameters) -> dict[str, Any]:
    """Whether somebody is in a chat, and as what."""
    chat = _met_chat(world, parameters)
    user_id = parameters.integer("user_id")
    if user_id == world.bot.id:
        return world.member(chat.bot_status, world.bot)
    if user_id not in world.users:
        raise bad_request("invalid user_id specified")
    if chat.is_private:
        if user_id != chat.id:
            raise bad_request("member not found")
        return world.member("member", world.users[user_id])
    return world.member(chat.members.get(user_id, "left"), world.users[user_id])


def leave_chat(world: World, parameters: Parameters) -> bool:
    """The bot leaves a group."""
    chat = world.reachable_chat(parameters.chat_key())
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    world.set_bot_status(chat.id, next(iter(chat.members)), "left")
    return True


def _met_chat(world: World, parameters: Parameters) -> Chat:
    chat = world.known_chat(parameters.chat_key())
    if chat.bot_status == "absent":
        raise bad_request("chat not found")
    return chat
