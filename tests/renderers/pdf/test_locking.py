"""A locked PDF opens with its password alone, and says no longer that it is one to keep."""

from io import BytesIO

import pikepdf
import pytest

from boardpack.renderers.interface import Output
from boardpack.renderers.pdf import render
from boardpack.renderers.pdf.locking import locked
from tests.renderers.example import document


@pytest.fixture(scope="module")
def output() -> Output:
    return render(document())


@pytest.fixture(scope="module")
def sealed(output: Output) -> Output:
    return locked(output, "hush-hush-1")


def test_it_opens_with_the_password_and_not_without(output: Output, sealed: Output) -> None:
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(sealed.data))
    with pikepdf.open(BytesIO(sealed.data), password="hush-hush-1") as pdf:
        assert pdf.encryption.R == 6
        assert str(pdf.encryption.stream_method).endswith("aesv3")
        assert len(pdf.pages) == output.pages == sealed.pages
        assert pdf.allow.accessibility
        assert pdf.allow.print_highres


def test_it_claims_to_be_accessible_and_not_to_be_kept_for_good(
    output: Output, sealed: Output
) -> None:
    assert output.conforms == ("PDF/UA-1", "PDF/A-2a")
    assert sealed.conforms == ("PDF/UA-1",)
    with pikepdf.open(BytesIO(sealed.data), password="hush-hush-1") as pdf:
        told = pdf.Root.Metadata.read_bytes()
    assert b"<pdfuaid:part>1" in told
    assert b"<pdfaid:part>" not in told
