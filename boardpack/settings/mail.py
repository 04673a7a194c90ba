"""The sections of board.toml about e-mails: to whom, by which server, and who the leads are."""

import re
from collections import Counter
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError

from boardpack.folded import folded
from boardpack.model.metrics import Audience
from boardpack.settings.section import SENTENCE, Name, Section

ListName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$")]
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")


class MailSection(Section):
    """Who the pack is e-mailed to."""

    sender: str = Field(default="", alias="from")
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    subject: str = "Papers of the board"


class ListSection(Section):
    """Who a pack is e-mailed to: one e-mail to all, or one to each of `to`."""

    to: tuple[Name, ...] = ()
    cc: tuple[Name, ...] = ()
    bcc: tuple[Name, ...] = ()
    each: bool = False
    audience: Audience = Audience.MEMBERS

    @model_validator(mode="after")
    def _has_somebody(self) -> "ListSection":
        if not (self.to or self.cc or self.bcc):
            raise PydanticCustomError(SENTENCE, "nobody is on the list. Add an address to its to.")
        if self.each and (self.cc or self.bcc):
            raise PydanticCustomError(
                SENTENCE, "with each = true everyone gets an own e-mail. Write all under to."
            )
        return self


def without_sign_in(told: Any) -> Any:
    """The section, unless it has what signs in: that stands in no file that others can read."""
    if isinstance(told, dict) and (found := _SIGN_IN & {str(name).lower() for name in told}):
        raise PydanticCustomError(
            SENTENCE,
            "{name} does not belong in a file. Take it out, and put the sign-in into the environment "
            "variables BOARDPACK_SMTP_USER and BOARDPACK_SMTP_PASSWORD.",
            {"name": min(found)},
        )
    return told


_SIGN_IN = {"user", "username", "login", "password", "passwd", "pass", "secret", "token"}
MAIL_LIST = "mail"
"""The list that stands under [mail], which no list under [send.lists] may be called."""


class SendSection(Section):
    """By which server packs are e-mailed, with what, and to which lists."""

    host: Annotated[str, Field(pattern=r"^[A-Za-z0-9.:-]*$")] = ""
    port: int | None = Field(default=None, ge=1, le=65535)
    security: Literal["starttls", "tls"] = "starttls"
    ca_file: Name | None = None
    """The council's own certificate authority, a file beside board.toml; else those of the system."""
    most_megabytes: float = Field(default=20, gt=0, le=1000)
    attach: tuple[Name, ...] = ("pack.pdf",)
    lists: dict[ListName, ListSection] = Field(default_factory=dict)

    @field_validator("lists")
    @classmethod
    def _mail_is_taken(cls, lists: dict[str, ListSection]) -> dict[str, ListSection]:
        if MAIL_LIST in lists:
            raise PydanticCustomError(
                SENTENCE, "the list of [mail] is called mail already. Give this one another name."
            )
        return lists


def with_aliases_apart(told: Any) -> Any:
    """[leads] is a list of addresses for its writer; [leads.aliases] is not one of them."""
    if not isinstance(told, dict):
        return told
    addresses = {name: value for name, value in told.items() if name != "aliases"}
    return {"addresses": addresses, "aliases": told.get("aliases", {})}


class LeadsSection(Section):
    """Where each lead is asked for updates, and what else a lead is called in the plan."""

    addresses: dict[Name, Name] = Field(default_factory=dict)
    aliases: dict[Name, Name] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _each_once(self) -> "LeadsSection":
        counts = Counter(folded(name) for name in (*self.addresses, *self.aliases))
        known = {folded(name) for name in self.addresses}
        for name in (*self.addresses, *self.aliases):
            if counts[folded(name)] > 1:
                raise PydanticCustomError(
                    SENTENCE, '"{name}" stands there twice. Take one out.', {"name": name}
                )
        for name, meant in self.aliases.items():
            if folded(meant) not in known:
                raise PydanticCustomError(
                    SENTENCE,
                    'the alias "{name}" means "{meant}", which has no address. Add one.',
                    {"name": name, "meant": meant},
                )
        for name, address in self.addresses.items():
            if not _ADDRESS.fullmatch(address):
                raise PydanticCustomError(
                    SENTENCE,
                    '"{name}" has "{address}", which is not an e-mail address. '
                    "Write it as role@council.gov.uk.",
                    {"name": name, "address": address},
                )
        return self

    def name_of(self, lead: str) -> str | None:
        """The lead as [leads] spells it, by its name or an alias; None where it has no address."""
        names = {folded(name): name for name in self.addresses}
        aliases = {folded(alias): folded(name) for alias, name in self.aliases.items()}
        return names.get(aliases.get(folded(lead), folded(lead)))

    def address_of(self, lead: str) -> str | None:
        """Where a lead is asked; None where that is not known."""
        name = self.name_of(lead)
        return self.addresses[name] if name is not None else None
