"""Patching: single cells of a workbook set, with every other byte of it kept."""

from boardpack.deliver.patching.edits import (
    AppendText,
    CellEdit,
    PrependText,
    SetDay,
    SetText,
)
from boardpack.deliver.patching.patch import patched
from boardpack.deliver.patching.verifier import verify

__all__ = ["AppendText", "CellEdit", "PrependText", "SetDay", "SetText", "patched", "verify"]
