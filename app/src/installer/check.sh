#!/usr/bin/env bash
# Starts what "mvn -Pinstaller package" made, as a person would: the command line, and the window on a
# display of its own (Xvfb). Ends with a sentence, and with 1 where something is amiss.
#
#   app/src/installer/check.sh [FOLDER]     FOLDER is app/target/installer; pictures go to FOLDER-check
set -euo pipefail

project=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-$project/target/installer}
seconds=${INSPECTOR_CHECK_SECONDS:-120}
title="EfficientViT Inspector"

fail() {
  printf 'Installer check: %s\n' "$1" >&2
  exit 1
}

for tool in Xvfb xwininfo import convert; do
  command -v "$tool" >/dev/null || fail "$tool is missing; install xvfb, x11-utils and imagemagick."
done
[ -x "$folder/inspector/bin/inspector" ] ||
  fail "$folder holds no application image; run mvn -Pinstaller package first."
scratch=$(mktemp -d)
pictures=$folder-check
mkdir -p "$pictures"
window=
display=
finish() {
  [ -z "$window" ] || kill "$window" 2>/dev/null || true
  [ -z "$display" ] || kill "$display" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$scratch"
}
trap finish EXIT

# A display whose number Xvfb finds itself.
exec 7<>"$scratch/number"
Xvfb -displayfd 7 -screen 0 1280x860x24 >/dev/null 2>&1 &
display=$!
for _ in $(seq 100); do
  [ ! -s "$scratch/number" ] || break
  sleep 0.1
done
DISPLAY=:$(tr -d '[:space:]' <"$scratch/number")
export DISPLAY
[ "$DISPLAY" != : ] || fail "Xvfb does not start here."

# No Java but the image's own may be used, and nothing may be left in the data of whoever checks.
export HOME=$scratch/home JAVA_HOME=/nonexistent
unset XDG_DATA_HOME
mkdir -p "$HOME"

# check NAME PROGRAM: the command line and the window of one installation.
check() {
  name=$1
  program=$2
  home=$(dirname "$(dirname "$program")")
  sample=$home/lib/app/sample-images/cat-000006.png
  [ -f "$home/lib/app/LICENSE" ] || fail "$name holds no licence."
  [ -f "$sample" ] || fail "$name holds no sample pictures."

  answer=$("$program" classify "$sample" 2>"$scratch/said") || fail "$name: classify fails: $(cat "$scratch/said")"
  printf '%s\n' "$answer" | sed -n 2p | grep -q ' cat ' ||
    fail "$name: classify does not see the cat: $answer"
  JAVA_TOOL_OPTIONS=-Xlog:class+load:file="$scratch/loaded" "$program" --version >/dev/null 2>&1 ||
    fail "$name: --version fails."
  grep -q 'shared objects file' "$scratch/loaded" || fail "$name does not use its class-data archive."

  "$program" window --fresh >"$scratch/window.log" 2>&1 &
  window=$!
  for _ in $(seq "$seconds"); do
    ! xwininfo -name "$title" >/dev/null 2>&1 || break
    kill -0 "$window" 2>/dev/null || fail "$name: the window ends at once: $(cat "$scratch/window.log")"
    sleep 1
  done
  xwininfo -name "$title" >/dev/null 2>&1 || fail "$name: no window after $seconds s."
  # The middle of the window is nearly empty until maps are drawn there, in many colours.
  colours=0
  for _ in $(seq "$seconds"); do
    import -window root "$pictures/$name.png"
    colours=$(convert "$pictures/$name.png" -crop 700x560+250+200 -format %k info:)
    [ "$colours" -lt 2000 ] || break
    sleep 1
  done
  [ "$colours" -ge 2000 ] || fail "$name: no maps are drawn ($colours colours in $pictures/$name.png)."
  kill "$window"
  wait "$window" 2>/dev/null || true
  window=
  said=$("$program" window --fresh --measure-start 2>"$scratch/said" | grep 'predictions after') ||
    fail "$name: the window does not end: $(cat "$scratch/said")"
  printf '%s: the cat is a cat, the window draws its maps (%s). %s\n' "$name" "$pictures/$name.png" "$said"
}

check image "$folder/inspector/bin/inspector"

# Without its archive Java starts slower, and says nothing.
cp -r "$folder/inspector" "$scratch/moved"
find "$scratch/moved" -name '*.jsa' -delete
said=$("$scratch/moved/bin/inspector" --version 2>&1) || fail "a copy without its archive does not start: $said"
! grep -qi 'archive\|warning' <<<"$said" || fail "a copy without its archive complains: $said"
rm -rf "$scratch/moved"
printf 'image without its archive: starts all the same\n'

package=$(find "$folder" -maxdepth 1 -name '*.deb' | head -n 1)
if [ -z "$package" ]; then
  printf 'package: none was made\n'
else
  dpkg -x "$package" "$scratch/root"
  program=$(find "$scratch/root/opt" -path '*/bin/inspector' | head -n 1)
  [ -x "$program" ] || fail "$package holds no bin/inspector."
  entry=$(find "$scratch/root" -type f -name '*.desktop' | head -n 1)
  [ -n "$entry" ] || fail "$package holds no entry for the desktop's menu."
  grep -q '^Categories=Science' "$entry" || fail "$entry has no category."
  check package "$program"
fi
