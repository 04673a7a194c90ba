"""A zip file as its raw records: what is not changed is copied as it stands, still compressed."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from boardpack.deliver.patching.edits import Refused

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_STREAMED = 0x0008
_ENCRYPTED = 0x0041
_BEYOND = 0xFFFFFFFF
_LEVEL = 6
_SAVE_PLAIN = "Open it in Excel and save it as an Excel Workbook (.xlsx)."


class Archive:
    """The members of a workbook's zip file, and the file again with some of them changed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            faulty = self._zip.testzip() if not self._is_locked() else None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as fault:
            raise Refused(f"the workbook is damaged ({fault}). {_SAVE_PLAIN}") from None
        if self._is_locked():
            raise Refused("the workbook is protected with a password. Save it without one.")
        if faulty is not None:
            raise Refused(f"the workbook is damaged ({faulty} is broken). {_SAVE_PLAIN}")
        self.names = {info.filename.lower(): info.filename for info in self._zip.infolist()}
        if len(self.names) < len(self._zip.infolist()):
            raise Refused(f"the workbook holds a part twice. {_SAVE_PLAIN}")
        if any(_BEYOND in (i.file_size, i.compress_size) for i in self._zip.infolist()):
            raise Refused(f"the workbook is too large. {_SAVE_PLAIN}")

    def _is_locked(self) -> bool:
        return any(info.flag_bits & _ENCRYPTED for info in self._zip.infolist())

    def has(self, name: str) -> bool:
        """Whether there is a part by this name; case does not count, as in Excel."""
        return name.lower() in self.names

    def read(self, name: str) -> bytes:
        """The part, unpacked; Refused where it is missing."""
        if not self.has(name):
            raise Refused(f"the workbook is damaged ({name} is missing). {_SAVE_PLAIN}")
        return self._zip.read(self.names[name.lower()])

    def rewritten(self, changed: Mapping[str, bytes]) -> bytes:
        """The file with these parts, named as in `names`, in place of the old ones."""
        out, places, heads = bytearray(), {}, {}
        infos = self._zip.infolist()
        start = self._zip.start_dir
        ends = sorted([*(info.header_offset for info in infos), start])
        for info in sorted(infos, key=lambda info: info.header_offset):
            at = info.header_offset
            places[info.filename] = len(out)
            if info.filename in changed:
                record, heads[info.filename] = self._packed(at, changed[info.filename])
                out += record
            else:
                out += self._data[at : ends[ends.index(at) + 1]]
        begin = len(out)
        out += self._directory(start, [(places[i.filename], heads.get(i.filename)) for i in infos])
        end = _END.pack(
            b"PK\5\6", 0, 0, len(infos), len(infos), len(out) - begin, begin, len(self._zip.comment)
        )
        return bytes(out + end + self._zip.comment)

    def _packed(self, at: int, content: bytes) -> tuple[bytes, tuple[int, int, int, int]]:
        """The local record of a changed part, and what the directory says of it."""
        kept = _LOCAL.unpack_from(self._data, at)
        names = self._data[at + _LOCAL.size : at + _LOCAL.size + kept[9] + kept[10]]
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = packer.compress(content) + packer.flush()
        flags = kept[2] & ~_STREAMED
        sums = (zlib.crc32(content), len(packed), len(content))
        head = _LOCAL.pack(*kept[:2], flags, zipfile.ZIP_DEFLATED, *kept[4:6], *sums, *kept[9:])
        return head + names + packed, (flags, *sums)

    def _directory(
        self, at: int, members: list[tuple[int, tuple[int, int, int, int] | None]]
    ) -> bytes:
        """The directory at the end of the file: the old one with new places, sizes and sums."""
        out = bytearray()
        for place, head in members:
            kept = list(_CENTRAL.unpack_from(self._data, at))
            size = _CENTRAL.size + kept[10] + kept[11] + kept[12]
            kept[16] = place
            if head is not None:
                kept[3], kept[4] = head[0], zipfile.ZIP_DEFLATED
                kept[7:10] = head[1:]
            out += _CENTRAL.pack(*kept) + self._data[at + _CENTRAL.size : at + size]
            at += size
        return bytes(out)
