#!/usr/bin/env bash
# Makes every icon of the one master, ess-ha.svg, and looks at each with a tool that did not make it.
# Needs rsvg-convert, icotool, png2icns, icns2png, identify: apt install librsvg2-bin icoutils icnsutils imagemagick.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

for tool in rsvg-convert icotool png2icns icns2png identify; do
  command -v "$tool" >/dev/null || { echo "icons: $tool is missing; see the head of this script" >&2; exit 2; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

png() { # SIZE: writes ess-ha-SIZE.png and looks whether it has that size
  rsvg-convert --width "$1" --height "$1" --output "ess-ha-$1.png" ess-ha.svg
  [[ $(identify -format '%wx%h' "ess-ha-$1.png") == "$1x$1" ]] || { echo "icons: ess-ha-$1.png has another size" >&2; exit 1; }
}

for size in 16 24 32 48 64 128 256 512; do
  png "$size"
done

icotool --create --output=ess-ha.ico ess-ha-{16,24,32,48,64}.png --raw=ess-ha-256.png
frames=$(identify ess-ha.ico | wc -l)
[[ $frames == 6 ]] || { echo "icons: ess-ha.ico has $frames pictures instead of 6" >&2; exit 1; }

png2icns ess-ha.icns ess-ha-{16,32,48,128,256,512}.png >/dev/null
cp ess-ha.icns "$work"
(cd "$work" && icns2png -x ess-ha.icns >/dev/null)
pictures=$(find "$work" -name '*.png' | wc -l)
[[ $pictures == 6 ]] || { echo "icons: ess-ha.icns has $pictures pictures instead of 6" >&2; exit 1; }

echo "icons: $(ls ess-ha-*.png | wc -l) PNG, ess-ha.ico with $frames, ess-ha.icns with $pictures pictures"
