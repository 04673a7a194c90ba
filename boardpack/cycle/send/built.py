"""The files that are attached: those that were built, for this audience, from the inputs as they are."""

from collections.abc import Iterable
from pathlib import Path

from boardpack.deliver.built import hashes_of, read_manifest, refuse_other_inputs
from boardpack.deliver.manifest import NAME, sha256
from boardpack.errors import BuiltFromOther, NotBuilt, OtherAudience, UnknownAttachment
from boardpack.model.metrics import Audience
from boardpack.pipeline import Made
from boardpack.renderers.interface import Output


def built_files(
    folder: Path, made: Made, names: Iterable[str], audience: Audience
) -> tuple[Output, ...]:
    """The files of these names. A pack that is old, changed by hand or another's is refused."""
    board, path = made.meeting.folder.name, folder / NAME
    command = f"build {board}" + (" --audience public" if audience is Audience.PUBLIC else "")
    told = read_manifest(folder)
    if told is None or told.get("board") != board:
        raise NotBuilt(path, command)
    _refuse_other_audience(path, told.get("audience"), audience, command)
    refuse_other_inputs(path, dict(made.hashes), command)
    if told.get("pack_version") != (made.version.number if made.version else None):
        raise BuiltFromOther(path, "its pack is not the version that would be made now.", command)
    hashes = hashes_of(told["outputs"])
    return tuple(_file(folder, name, hashes.get(name), hashes, command) for name in names)


def _refuse_other_audience(path: Path, told: object, audience: Audience, command: str) -> None:
    if told is None:
        raise BuiltFromOther(path, "it does not say whom the pack is for.", command)
    if told != audience.value:
        has, wanted = (f"the {name}" for name in (told, audience.value))
        raise OtherAudience(
            f"The pack in {path.parent}",
            has,
            wanted,
            "Name the folder of the other pack with --outputs, or make it: "
            f"boardpack {command} --outputs FOLDER.",
        )


def _file(
    folder: Path, name: str, digest: str | None, known: Iterable[str], command: str
) -> Output:
    if digest is None:
        raise UnknownAttachment("send", name, known)
    path = folder / name
    try:
        data = path.read_bytes()
    except OSError:
        raise NotBuilt(path, command) from None
    if sha256(data) != digest:
        raise BuiltFromOther(path, "it is not the file that was built.", command)
    return Output(name, data)
