"""What the chat page is shown: accounts, their chats, messages, the command menu."""

from typing import Any

from bot.sandbox.people import Chat, User
from bot.sandbox.world import World

MOST_ACCOUNTS = 30
MOST_MESSAGES = 300


def overview(world: World) -> dict[str, Any]:
    """The bot and the accounts, those with a role first, each with its chats."""
    people = sorted(world.users.values(), key=lambda user: not user.role)[:MOST_ACCOUNTS]
    return {"bot": world.bot.to_api(), "accounts": [_account(world, user) for user in people]}


def conversation(world: World, chat_id: int) -> dict[str, Any]:
    """The newest messages of a chat, oldest first."""
    chat = world.chat(chat_id)
    messages = list(chat.messages.values())[-MOST_MESSAGES:]
    return {"chat": chat.to_api(), "messages": [world.seen(message) for message in messages]}


def menu(world: World, user_id: int, chat_id: int) -> dict[str, Any]:
    """Commands and descriptions in the person's language."""
    user, chat = world.user(user_id), world.chat(chat_id)
    language = user.language_code
    profile = world.profile
    return {
        "commands": profile.menu_for(chat.id, chat.kind, user.id, language),
        "name": profile.text("name", language[:2]) or world.bot.first_name,
        "description": profile.text("description", language[:2]),
        "short_description": profile.text("short_description", language[:2]),
    }


def _account(world: World, user: User) -> dict[str, Any]:
    joined = [chat for chat in world.chats.values() if user.id in chat.members and chat.migrated_to is None]
    return {
        "id": user.id,
        "name": user.full_name,
        "role": user.role,
        "language_code": user.language_code,
        "chats": [_chat(world, chat) for chat in (world.chats[user.id], *joined)],
    }


def _chat(world: World, chat: Chat) -> dict[str, Any]:
    last = next(reversed(chat.messages.values()), None)
    members = [world.users[user_id].full_name for user_id in chat.members]
    return {
        "id": chat.id,
        "type": chat.kind,
        "title": chat.title,
        "bot_status": chat.bot_status,
        "members": members,
        "last": world.seen(last) if last else None,
    }
