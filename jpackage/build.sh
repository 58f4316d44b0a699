#!/usr/bin/env bash
# Builds the packages of this system into target/packages: .deb, .rpm and an archive on Linux, .msi on Windows, .pkg on macOS.
# Needs Maven, a JDK 25 with jpackage, and for its system: dpkg-deb and rpmbuild (apt install dpkg rpm); WiX; Xcode's tools.
# Without an identity nothing is signed, and it says so:
#   MAC_SIGN_IDENTITY, MAC_NOTARY_PROFILE   whose Developer IDs (Application, Installer) sign, and a profile of notarytool
#   WINDOWS_SIGN_COMMAND                    a command that signs the file whose path is put behind it
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
[[ -z ${MSYSTEM:-} ]] || root=$(cygpath -m "$root")
built=$root/target/package
packages=$root/target/packages

say() { printf 'package: %s\n' "$*"; }
die() { printf 'package: %s\n' "$*" >&2; exit 2; }
options() { grep -v '^#' "$1"; }
property() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" pom.xml; }

find_jdk() {
  local needed home
  needed=$(property java.release)
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [[ -n $home ]] && ls "$home"/bin/jpackage* >/dev/null 2>&1 &&
      grep -q "^JAVA_VERSION=\"$needed" "$home/release" 2>/dev/null; then
      jdk=$home
      return
    fi
  done
  die "no JDK $needed with jpackage was found; set JAVA_HOME to one"
}

# The program, its libraries, and the files of jpackage/ filled in from the POM.
program() {
  # One whose license is none of those that the POM allows is not shipped.
  mvn -B -q -DskipTests package license:add-third-party
  version=$(sed -n 's/^--app-version //p' target/jpackage/common.args)
  rm -rf "$built" "$packages"
  mkdir -p "$built/input/lib" "$built/input/licenses" "$packages"
  cp target/ess-ha.jar LICENSE "$built/input/"
  cp target/licenses/THIRD-PARTY.txt jpackage/licenses/*.txt "$built/input/licenses/"
  cp target/lib/*.jar "$built/input/lib/"
  "$jdk/bin/java" jpackage/Natives.java "$built/input/lib"
}

# The JVM with what the program needs of the JDK, and nothing that it lacks.
runtime() {
  # shellcheck disable=SC2046
  "$jdk/bin/jlink" --output "$built/runtime" $(options jpackage/modules.args)
  "$built/runtime/bin/java" --list-modules | sed 's/@.*//' >"$built/modules"
  local module needed
  needed=$("$jdk/bin/jdeps" --ignore-missing-deps --print-module-deps --multi-release "$(property java.release)" \
    "$built"/input/*.jar "$built"/input/lib/*.jar | tail -1)
  for module in ${needed//,/ }; do
    grep -qx "$module" "$built/modules" || die "jpackage/modules.args lacks $module"
  done
}

image() {
  {
    options jpackage/jvm.options
    # A start with the cache is quicker; one that cannot use it says nothing of it.
    printf '%s\n' "-XX:AOTCache=\$APPDIR/ess-ha.aot" -Xlog:aot=off -Xlog:cds=off
  } | sed 's/.*/--java-options "&"/' >"$built/options.args"
  "$jdk/bin/jpackage" @target/jpackage/common.args @target/jpackage/image.args "@target/jpackage/$system.args" \
    "@$built/options.args" --input "$built/input" --runtime-image "$built/runtime" --dest "$built/image"
  image=$(echo "$built"/image/*)
}

# A run that uses what every start uses; the JVM keeps its classes, loaded and linked, in a file beside the program (JEP 514).
# $1: the folder of the image that has the program.
cache() {
  local app=$1 separator=: path configs
  [[ $system != windows ]] || separator=';'
  # The cache may judge jars by their time, and some archives keep even seconds only.
  find "$app" -type f -exec touch -d "$(property project.build.outputTimestamp)" {} +
  # As the launcher has it, which runs with the cache only then.
  configs=("$app"/*.cfg)
  path=$(sed -n "s|^app.classpath=.APPDIR|$app|p" "${configs[0]}" | tr -d '\r' | paste -sd "$separator" -)
  "$built/runtime/bin/java" "@jpackage/jvm.options" -Dglass.platform=Headless -Dprism.order=sw \
    "-XX:AOTCacheOutput=$app/ess-ha.aot" -cp "$path" dev.essha.launch.Training >"$built/training.log" 2>&1 ||
    { cat "$built/training.log" >&2; die "the training run failed"; }
}

linux() {
  cache "$image/lib/app"
  tree
  archive
  deb
  rpm_package
}

# The files as they lie on a Linux system.
tree() {
  tree=$built/tree
  mkdir -p "$tree"/usr/{bin,lib,share/{applications,metainfo,mime/packages,doc/ess-ha}}
  # Not into /opt: whoever removes the last package there removes the folder, too.
  cp -a "$image" "$tree/usr/lib/ess-ha"
  ln -s ../lib/ess-ha/bin/ess-ha "$tree/usr/bin/ess-ha"
  local share=$tree/usr/share size
  cp target/jpackage/linux/ess-ha.desktop "$share/applications/dev.essha.installer.desktop"
  cp target/jpackage/linux/dev.essha.installer.metainfo.xml "$share/metainfo/"
  cp target/jpackage/linux/ess-ha.mime.xml "$share/mime/packages/dev.essha.installer.xml"
  {
    printf '%s\n' "What the program is made of has licenses of its own: /usr/lib/ess-ha/lib/app/licenses, and of the Java" \
      "runtime and JavaFX /usr/lib/ess-ha/lib/runtime/legal. The program's own:" ""
    cat LICENSE
  } >"$share/doc/ess-ha/copyright"
  gzip -9nc CHANGELOG.md >"$share/doc/ess-ha/changelog.gz"
  for size in 16 24 32 48 64 128 256 512; do
    install -Dm644 "icons/ess-ha-$size.png" "$share/icons/hicolor/${size}x$size/apps/ess-ha.png"
  done
  install -Dm644 icons/ess-ha.svg "$share/icons/hicolor/scalable/apps/ess-ha.svg"
  chmod -R u=rwX,go=rX "$tree"
}

archive() {
  tar --sort=name --owner=0 --group=0 --numeric-owner -C "$tree/usr/lib" \
    -czf "$packages/ess-ha-$version-linux-$(uname -m).tar.gz" ess-ha
}

deb() {
  command -v dpkg-deb >/dev/null || { say "NO .deb: dpkg-deb is missing (apt install dpkg)"; return; }
  local arch
  arch=$(dpkg --print-architecture)
  cp -a "$tree" "$built/deb"
  mkdir "$built/deb/DEBIAN"
  sed -e "s/@architecture@/$arch/" -e "s/@size@/$(du -sk "$tree" | cut -f1)/" \
    target/jpackage/linux/control >"$built/deb/DEBIAN/control"
  # Most of it is compressed already: more effort takes minutes and saves little.
  dpkg-deb --root-owner-group -Zzstd -z3 --build "$built/deb" "$packages/ess-ha_${version}_$arch.deb" >/dev/null
}

rpm_package() {
  command -v rpmbuild >/dev/null || { say "NO .rpm: rpmbuild is missing (apt install rpm, dnf install rpm-build)"; return; }
  rpmbuild --quiet --define '_buildhost localhost' --define '_binary_payload w3.zstdio' --define "_topdir $built/rpm" --define "image $tree" --define "_rpmdir $packages" \
    --define '_rpmfilename %{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm' -bb target/jpackage/linux/ess-ha.spec
}

mac() {
  [[ $version != 0.* ]] || die "macOS takes no version that begins with 0: $version"
  cache "$image/Contents/app"
  local sign=()
  if [[ -n ${MAC_SIGN_IDENTITY:-} ]]; then
    sign=(--mac-sign --mac-signing-key-user-name "$MAC_SIGN_IDENTITY")
    "$jdk/bin/jpackage" --type app-image --app-image "$image" "${sign[@]}" --mac-entitlements jpackage/mac/entitlements.plist
  else
    say "NOT SIGNED: MAC_SIGN_IDENTITY is not set; macOS will warn whoever opens it"
  fi
  "$jdk/bin/jpackage" @target/jpackage/common.args @target/jpackage/mac-package.args --app-image "$image" --dest "$packages" \
    --resource-dir target/jpackage/mac/resources ${sign[@]+"${sign[@]}"}
  if [[ -n ${MAC_NOTARY_PROFILE:-} ]]; then
    xcrun notarytool submit "$packages"/*.pkg --keychain-profile "$MAC_NOTARY_PROFILE" --wait
    xcrun stapler staple "$packages"/*.pkg
  else
    say "NOT NOTARIZED: MAC_NOTARY_PROFILE is not set"
  fi
}

windows() {
  cache "$image/app"
  "$jdk/bin/jpackage" @target/jpackage/common.args @target/jpackage/windows-package.args --app-image "$image" --dest "$packages" \
    --resource-dir jpackage/windows/resources
  if [[ -n ${WINDOWS_SIGN_COMMAND:-} ]]; then
    $WINDOWS_SIGN_COMMAND "$packages"/*.msi
  else
    say "NOT SIGNED: WINDOWS_SIGN_COMMAND is not set; Windows will warn whoever opens it"
  fi
}

checksums() {
  local sum=sha256sum
  command -v "$sum" >/dev/null || sum="shasum -a 256"
  (cd "$packages" && $sum -- * >"$built/SHA256SUMS" && mv "$built/SHA256SUMS" .)
}

case $(uname -s) in
  Linux) system=linux ;;
  Darwin) system=mac ;;
  MINGW* | MSYS* | CYGWIN*) system=windows ;;
  *) die "no packages are made for $(uname -s)" ;;
esac
find_jdk
program
runtime
image
"$system"
checksums
say "runtime $(du -sh "$built/runtime" | cut -f1), image $(du -sh "$image" | cut -f1)"
(cd "$packages" && du -h -- *)
