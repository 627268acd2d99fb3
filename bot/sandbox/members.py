"""ChatMember objects of the Bot API."""

from typing import Any

from bot.sandbox.people import User

ADMINISTRATOR_RIGHTS = {
    "can_be_edited": False, "is_anonymous": False, "can_manage_chat": True, "can_delete_messages": True,
    "can_manage_video_chats": True, "can_restrict_members": True, "can_promote_members": False,
    "can_change_info": True, "can_invite_users": True, "can_post_stories": False, "can_edit_stories": False,
    "can_delete_stories": False, "can_send_welcome_messages": False,
}  # fmt: skip


def chat_member(status: str, user: User) -> dict[str, Any]:
    """The ChatMember object for a status: creator, administrator, member, left or kicked."""
    member: dict[str, Any] = {"status": status, "user": user.to_api()}
    if status == "creator":
        return member | {"is_anonymous": False}
    if status == "administrator":
        return member | ADMINISTRATOR_RIGHTS
    if status == "kicked":
        return member | {"until_date": 0}
    return member
