"""getUpdates, setWebhook, deleteWebhook, getWebhookInfo."""

import re
from typing import Any

from bot.sandbox.errors import bad_request, conflict
from bot.sandbox.parameters import Parameters
from bot.sandbox.updates import Update
from bot.sandbox.world import World

WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
LONGEST_POLL = 50


async def get_updates(world: World, parameters: Parameters) -> list[Update]:
    """Long polling; 409 while a webhook is set or when another poller comes."""
    if world.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    world.updates.allow(parameters.structure("allowed_updates"))
    limit = min(max(parameters.integer("limit", 100), 1), 100)
    timeout = min(max(parameters.integer("timeout"), 0), LONGEST_POLL)
    return await world.updates.poll(parameters.integer("offset"), limit, timeout)


def set_webhook(world: World, parameters: Parameters) -> bool:
    """Have updates delivered to an address on this machine; an empty address ends that."""
    url = parameters.text("url")
    secret = parameters.text("secret_token")
    if not SECRET.fullmatch(secret):
        reason = "is too long" if len(secret) > 256 else "contains unallowed characters"
        raise bad_request(f"secret token {reason}")
    if parameters.boolean("drop_pending_updates"):
        world.updates.drop()
    world.updates.allow(parameters.structure("allowed_updates"))
    if url:
        world.webhook.set(url, secret, min(max(parameters.integer("max_connections", 40), 1), 100))
    else:
        world.webhook.unset()
    return True


def delete_webhook(world: World, parameters: Parameters) -> bool:
    """Go back to getUpdates."""
    if parameters.boolean("drop_pending_updates"):
        world.updates.drop()
    world.webhook.unset()
    return True


def get_webhook_info(world: World, parameters: Parameters) -> dict[str, Any]:
    """The webhook, how much waits for it and what went wrong last."""
    webhook = world.webhook
    info: dict[str, Any] = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if webhook.url:
        info |= {"max_connections": webhook.max_connections, "allowed_updates": world.updates.allowed}
        info |= {"last_error_message": webhook.last_error} if webhook.last_error else {}
    return info
