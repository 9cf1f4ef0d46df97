"""The names of the months."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
# The names in full, as texts of record print them.
MONTH = rf"(?:{'|'.join(MONTHS)})"
# Also short, as readers type them and tables print them: Sept., Dec.; never `Decision` or `Marching`.
MONTH_OR_SHORT = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NUMBER = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}


def month_number(name: str) -> int:
    """1 to 12 for a name, in full or short, in any case; KeyError for what is no month."""
    return _NUMBER[name[:3].lower()]
