#!/bin/sh
# Installs the programs that some tests use to look at what was made: a browser for the web page,
# pdftotext for the PDF, LibreOffice for slides and workbooks. Where they cannot be had, those tests say so and
# are skipped; in CI they fail.
set -u

missing=""
command -v pdftotext >/dev/null || missing="$missing poppler-utils"
command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
	command -v google-chrome >/dev/null || missing="$missing chromium"
command -v soffice >/dev/null || command -v libreoffice >/dev/null ||
	missing="$missing libreoffice-impress"
command -v localc >/dev/null || missing="$missing libreoffice-calc"
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null; then
	echo "Some tests will be skipped. They need:$missing"
	exit 0
fi
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo -n"
echo "Installing for the tests:$missing"
{
	$as_root apt-get update -qq &&
		DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing
} >/dev/null 2>&1 || echo "Could not install:$missing. Some tests will be skipped."
exit 0
