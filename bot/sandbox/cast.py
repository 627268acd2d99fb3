"""The fictional people of the chat page: one applicant, two staff, and a group that the bot is in."""

from dataclasses import dataclass

from bot.sandbox.world import World

APPLICANT = 10_001
DIRECTOR = 20_001
SECTION_CHIEF = 20_002
GROUP = -3_001


@dataclass(frozen=True, slots=True)
class Cast:
    """Their ids; `staff` is what SHENBAO_STAFF should hold for a try-out."""

    applicant: int = APPLICANT
    staff: tuple[int, int] = (DIRECTOR, SECTION_CHIEF)
    group: int = GROUP


def seat_cast(world: World) -> Cast:
    """Create the people, who have not pressed start yet, and their group."""
    cast = Cast()
    world.create_user(APPLICANT, "李经理", username="li_jingli", role="applicant")
    world.create_user(DIRECTOR, "王主任", username="wang_zhuren", role="staff")
    world.create_user(SECTION_CHIEF, "赵科长", username="zhao_kezhang", role="staff")
    world.create_group("申报交流群", [DIRECTOR, APPLICANT], chat_id=GROUP)
    return cast
