#!/bin/sh
# Installs what some checks need beside Python: a module of Python, a browser, a font, LaTeX, readers of PDF and EPUB. Only as root on Debian or Ubuntu; elsewhere those checks skip and say so.
set -eu
missing=""
python3 -c "import ensurepip" 2>/dev/null || missing="$missing python3-venv"
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
[ -d /usr/share/fonts/truetype/liberation ] || [ -d /usr/share/fonts/truetype/liberation2 ] || missing="$missing fonts-liberation"
for command in pdflatex:texlive-latex-extra xelatex:texlive-xetex lualatex:texlive-luatex latexmk:latexmk makeindex:texlive-binaries \
  pdftotext:poppler-utils man:man-db rsvg-convert:librsvg2-bin epubcheck:epubcheck; do
  command -v "${command%%:*}" >/dev/null 2>&1 || missing="$missing ${command#*:}"
done
case "$missing" in
  *texlive*) missing="$missing texlive-latex-recommended texlive-fonts-recommended tex-gyre fonts-freefont-otf" ;;
esac
[ -z "$missing" ] && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "not installed:$missing (needs root on Debian or Ubuntu); the checks that need it will skip" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
quick="-o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30 -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300"
# A mirror that stops answering is left after a while and asked once more for what is still missing.
fetched=""
for attempt in 1 2 3; do
  # shellcheck disable=SC2086 -- lists of options and of names
  if timeout 300 apt-get update -qq $quick &&
    timeout 900 apt-get install -y -qq $quick --no-install-recommends --download-only $missing >/dev/null; then
    fetched=yes
    break
  fi
  echo "attempt $attempt to download$missing failed" >&2
done
[ -n "$fetched" ] || exit 1
# shellcheck disable=SC2086 -- lists of options and of names
timeout 1200 apt-get install -y -qq $quick --no-install-recommends $missing >/dev/null </dev/null
