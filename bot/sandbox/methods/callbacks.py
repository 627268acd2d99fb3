"""answerCallbackQuery."""

from bot.sandbox import utf16
from bot.sandbox.errors import bad_request
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import World

MAX_ANSWER = 200


def answer_callback_query(world: World, parameters: Parameters) -> bool:
    """End the progress bar on a pressed button, with a notice or an alert of up to 200 characters."""
    text = parameters.text("text")
    if utf16.length(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if parameters.text("url"):
        raise bad_request("URL_INVALID")
    answer: dict[str, str | bool | int] = {
        "text": text,
        "show_alert": parameters.boolean("show_alert"),
        "cache_time": parameters.integer("cache_time"),
    }
    press = world.callbacks.answer(parameters.text("callback_query_id"), answer)
    world.stream.tell(
        lambda: {
            "type": "answer",
            "chat_id": press.chat_id,
            "user_id": press.user.id,
            "query_id": press.id,
            **answer,
        }
    )
    return True
