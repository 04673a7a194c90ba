"""What the sections of every settings file share."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
SENTENCE = "sentence"
"""The type of a fault whose message says everything: what was found and what is needed."""


class Section(BaseModel):
    """A part of a settings file: a name that is not known is a fault, so that typos show."""

    model_config = ConfigDict(extra="forbid", frozen=True)
