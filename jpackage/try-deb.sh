#!/usr/bin/env bash
# Installs target/packages/*.deb in a clean Debian (or Ubuntu) without a JDK and uses it there: a rehearsed install on the command
# line, a plan opened in the window with GTK on an X server; then removes it and looks for what is left. With --root, it only makes
# the clean Debian that the next run uses.
# Ends with 1 where the package is wrong, with 3 where it could not be tried here. Needs root on Debian or Ubuntu, and these
# tools, which it installs if it may:
tools=(debootstrap:debootstrap Xvfb:xvfb xdotool:xdotool import:imagemagick desktop-file-validate:desktop-file-utils
  appstreamcli:appstream update-mime-database:shared-mime-info)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$PWD/target/try-deb
root=$work/root
# Is there while the root is as debootstrap made it.
clean=$work/clean
display=:$((100 + $$ % 400))
started=()

say() { printf 'try-deb: %4ds %s\n' "$SECONDS" "$*"; }
fail() { printf 'try-deb: %s\n' "$*" >&2; exit 1; }
# What says nothing about the package: a tool, a mirror or a right is missing here.
untried() { printf 'try-deb: NOT TRIED: %s\n' "$*" >&2; exit 3; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# As a person without rights, whose home folder is new.
person() { inside runuser -u person -- env HOME=/home/person DISPLAY="${DISPLAY:-}" "$@"; }

find_tools() {
  local tool missing=()
  for tool in "${tools[@]}"; do
    command -v "${tool%%:*}" >/dev/null || missing+=("${tool##*:}")
  done
  ((${#missing[@]} == 0)) && return
  [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null || untried "missing: ${missing[*]} (apt install ${missing[*]})"
  say "installing ${missing[*]}"
  { apt-get update && apt-get install --yes --no-install-recommends "${missing[@]}"; } >"$work/tools.log" 2>&1 ||
    untried "could not install ${missing[*]}; see $work/tools.log"
}

finish() {
  local process
  # With the X server, the window would end without putting its things away.
  inside pkill -x ess-ha 2>/dev/null && sleep 2
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
  umount "$root/proc" 2>/dev/null || true
}

# A Debian of this machine's release, from where this machine gets its packages.
clean_root() {
  local release uri components
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $release" | head -1)
  components=$(apt-get indextargets --format '$(COMPONENT)' 'Created-By: Packages' "Codename: $release" | sort -u | paste -sd, -)
  [[ -n $uri ]] || untried "/etc/apt names no source for $release"
  debootstrap --variant=minbase --components="$components" "$release" "$root" "$uri" >"$work/debootstrap.log" 2>&1 ||
    untried "debootstrap failed; see $work/debootstrap.log"
  rm -f "$root/etc/apt/sources.list"
  cp -r /etc/apt/. "$root/etc/apt/"
  cp /etc/resolv.conf "$root/etc/"
  cp -n /usr/share/keyrings/* "$root/usr/share/keyrings/"
  # Nobody misses this root after a power cut.
  echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/force-unsafe-io"
  # No service starts in a root that is not a system.
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 755 "$root/usr/sbin/policy-rc.d"
  inside useradd --create-home person
  touch "$clean"
  say "a clean root, $(du -shx "$root" | cut -f1)"
}

# From nothing, with the tools for it.
begin() {
  umount "$root/proc" 2>/dev/null || true
  rm -rf --one-file-system "$work"
  mkdir -p "$work"
  find_tools
  clean_root
}

# Every file except what package management writes for itself, and the person's own.
files() {
  find "$root" \( -path "$root/proc" -o -path "$root/var/lib/dpkg" -o -path "$root/var/lib/apt" -o -path "$root/var/cache" \
    -o -path "$root/var/log" -o -path "$root/home/person" \) -prune -o -print | sort
}

# What the package depends on and what a desktop has, so that what the package itself brings and leaves can be told.
surroundings() {
  inside apt-get update >"$work/apt.log" 2>&1 || untried "apt-get update failed; see $work/apt.log"
  inside apt-get install --yes --no-install-recommends desktop-file-utils libglib2.0-bin procps >>"$work/apt.log" 2>&1 ||
    untried "a tool could not be installed; see $work/apt.log"
  inside apt-get satisfy --yes --no-install-recommends "$(dpkg-deb --field "$deb" Depends)" >>"$work/apt.log" 2>&1 ||
    fail "the package's dependencies cannot be installed; see $work/apt.log"
  ! inside sh -c 'command -v java' || fail "there is a Java already"
  files >"$work/before"
}

install_package() {
  cp "$deb" "$root/ess-ha.deb"
  inside apt-get install --yes --no-install-recommends /ess-ha.deb >>"$work/apt.log" 2>&1 ||
    fail "the package cannot be installed; see $work/apt.log"
  rm "$root/ess-ha.deb"
  files >"$work/with"
}

validate() {
  local share=$root/usr/share type
  desktop-file-validate "$share/applications/dev.essha.installer.desktop" || fail "the desktop entry is not valid"
  appstreamcli validate --no-net "$share/metainfo/dev.essha.installer.metainfo.xml" >"$work/appstream.log" ||
    { cat "$work/appstream.log" >&2; fail "the metainfo is not valid"; }
  person ess-ha new --preset production >"$root/home/person/plan.yaml" 2>/dev/null
  echo 'apiVersion: apps/v1' >"$root/home/person/other.yaml"
  type=$(person gio info -a standard::content-type /home/person/plan.yaml)
  [[ $type == *application/x-ess-ha-plan* ]] || fail "a plan is not known as one: $type"
  type=$(person gio info -a standard::content-type /home/person/other.yaml)
  [[ $type != *application/x-ess-ha-plan* ]] || fail "other YAML is taken for a plan"
  type=$(person gio mime application/x-ess-ha-plan)
  [[ $type == *dev.essha.installer.desktop* ]] || fail "nothing opens a plan: $type"
}

command_line() {
  person env JAVA_TOOL_OPTIONS=-Xlog:class+load:file=/home/person/classes.log ess-ha --version >/dev/null 2>&1
  (($(grep -c 'shared objects file' "$root/home/person/classes.log") > 5000)) || fail "the cache of classes is not used"
  person ess-ha install /home/person/plan.yaml --rehearse --yes --speed 2000 >"$work/install.log" 2>&1 ||
    { tail -30 "$work/install.log" >&2; fail "the rehearsed install ended with $?"; }
}

# A plan opened as a double click opens it.
window() {
  Xvfb "$display" -screen 0 1400x900x24 -nolisten tcp >"$work/xvfb.log" 2>&1 &
  started+=($!)
  export DISPLAY=$display
  wait_for "the X server" 20 xdotool getdisplaygeometry
  local from=$SECONDS colors
  person gio open /home/person/plan.yaml >"$work/window.log" 2>&1 &
  wait_for "the window" 90 xdotool search --onlyvisible --name 'plan.yaml.*ESS HA Installer'
  say "the window came after $((SECONDS - from)) s: $(xdotool search --onlyvisible --name 'ESS HA Installer' getwindowname)"
  wait_for "a picture in the window" 30 painted
  inside sh -c 'grep -q libglassgtk3 /proc/$(pgrep -x ess-ha | tail -1)/maps' || fail "the window is not GTK's"
  colors=$(identify -format %k "$work/window.png")
  say "screenshot with $colors colors: target/try-deb/window.png"
  person pkill -x ess-ha
  wait_for "the end of the window" 20 gone
}

painted() {
  import -window root "$work/window.png" 2>/dev/null && (($(identify -format %k "$work/window.png") > 200))
}

gone() { ! inside pgrep -x ess-ha >/dev/null; }

# $1: what it is, $2: seconds, then the command that succeeds when it is there.
wait_for() {
  local what=$1 until=$((SECONDS + $2))
  shift 2
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < until)) || { cat "$work"/window.log >&2 || true; fail "$what did not come"; }
    sleep 0.3
  done
}

remove_package() {
  inside apt-get purge --yes ess-ha >>"$work/apt.log" 2>&1 || fail "the package cannot be removed; see $work/apt.log"
  files >"$work/after"
  diff "$work/before" "$work/after" || fail "the package left files, or took some along"
}

[[ $(id -u) == 0 ]] || untried "only root can make a root: run it with sudo"
if [[ ${1:-} == --root ]]; then
  begin
  exit
fi
shopt -s nullglob
debs=(target/packages/*.deb)
((${#debs[@]} == 1)) || fail "there is no .deb, or more than one, in target/packages: run jpackage/build.sh"
deb=${debs[0]}
[[ -e $clean ]] || begin
# After this run it is not clean any more.
rm "$clean"
trap finish EXIT
mount -t proc proc "$root/proc" || untried "/proc cannot be mounted"
surroundings
say "dependencies installed, $(wc -l <"$work/before") files"
install_package
say "installed: $(person ess-ha --version), $(du -sh "$root/usr/lib/ess-ha" | cut -f1), $(comm -13 "$work/before" "$work/with" | wc -l) files"
validate
say "desktop entry, metainfo and MIME type are valid; a plan is known as one"
command_line
say "rehearsed install: exit 0, $(wc -l <"$work/install.log") lines"
window
remove_package
say "removed, nothing left"
umount "$root/proc" && rm -rf --one-file-system "$root"
