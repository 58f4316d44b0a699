#!/usr/bin/env bash
# Refuses a tag that the POM, the changelog or the AppStream metainfo does not have. With --notes it prints what the
# changelog says of the version.
#   jpackage/check-release.sh v1.2.3 [--notes]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=${1#v}
problems=()

pom=$(sed -n '0,/<version>/s:.*<version>\(.*\)</version>.*:\1:p' pom.xml)
[[ $pom == "$version" ]] || problems+=("pom.xml has version $pom")

[[ $version != 0.* ]] || problems+=("macOS takes no version that begins with 0")

day=$(sed -n 's:.*<release.date>\(.*\)</release.date>.*:\1:p' pom.xml)
heading="## $version - $day"
grep -qxF "$heading" CHANGELOG.md || problems+=("CHANGELOG.md has no line \"$heading\"")

grep -qF '<release version="${project.version}" date="${release.date}"/>' jpackage/linux/dev.essha.installer.metainfo.xml ||
  problems+=("the metainfo does not take version and day from the POM")

! grep -qF '@essha.invalid<' pom.xml || problems+=("pom.xml names nobody as package.contact")

if ((${#problems[@]})); then
  echo "release: $1 is refused:" >&2
  printf '  %s\n' "${problems[@]}" >&2
  exit 1
fi

if [[ ${2:-} == --notes ]]; then
  awk -v heading="$heading" '$0 == heading {on = 1; next} /^## / {on = 0} on' CHANGELOG.md
fi
