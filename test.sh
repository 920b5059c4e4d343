#!/usr/bin/env bash
# Installs what is missing, builds once, runs every test project, and ends with one line: N passed, N failed
#
#   ./test.sh              everything but the long tests
#   ./test.sh long         the long tests as well
#   ./test.sh --filter X   only tests that match X (a part of a name, or a filter of dotnet test)
#
# TRX files, screenshots and traces go to artifacts/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

long=false filter=
while [ $# -gt 0 ]; do
  case $1 in
    long) long=true ;;
    --filter) filter=${2:?"--filter needs a value"}; shift ;;
    -h|--help) sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "test.sh does not know '$1'. Try: ./test.sh [long] [--filter X]" >&2; exit 2 ;;
  esac
  shift
done

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
configuration=${CONFIGURATION:-Debug}
results=artifacts/test-results
rm -rf "$results" artifacts/screenshots artifacts/traces
mkdir -p "$results"

stop() { printf '%s\n' "$*" >&2; exit 1; }

install() { # install PACKAGE... with apt-get; false where that cannot be done
  local root=()
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] || { sudo -n true 2>/dev/null || return 1; root=(sudo); }
  echo "Installing $*"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" </dev/null >"$results/apt.log" 2>&1 && return 0
  "${root[@]}" apt-get update </dev/null >>"$results/apt.log" 2>&1 || true
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" </dev/null >>"$results/apt.log" 2>&1 && return 0
  tail -n 5 "$results/apt.log" >&2
  return 1
}

command -v dotnet >/dev/null || stop "dotnet is missing: install the .NET SDK that global.json names."
command -v git >/dev/null || install git || stop "git is missing and cannot be installed here: the house tests read the tracked files."
command -v npm >/dev/null || install nodejs npm || stop "npm is missing and cannot be installed here: the build fetches Web Chat with it. Install Node.js with npm."
chromium=${CHROMIUM:-$(command -v chromium || true)}
if [ -z "$chromium" ]; then
  install chromium || stop "Chromium is missing and cannot be installed here: the browser tests drive it. Install it, or name it in CHROMIUM."
  chromium=$(command -v chromium)
fi
[ -x "$chromium" ] || stop "CHROMIUM names $chromium, which cannot be run."
export CHROMIUM=$chromium
if command -v fc-list >/dev/null && [ -z "$(fc-list :lang=ja 2>/dev/null | head -n 1)" ]; then
  install fonts-noto-cjk || echo "No Japanese font and none can be installed here: screenshots of Japanese pages will show boxes."
fi
for lock in tests/*/package-lock.json; do
  [ -e "$lock" ] && (cd "$(dirname "$lock")" && npm ci --ignore-scripts --no-audit --no-fund </dev/null)
done

echo "Building ($configuration)"
if ! dotnet build TrustBot.sln -c "$configuration" -nodeReuse:false -v quiet -clp:ErrorsOnly </dev/null; then
  echo "The build failed: no test was run."
  echo "0 passed, 1 failed"
  exit 1
fi

$long && wanted='' || wanted='Category!=Long'
[ -n "$filter" ] && wanted="${wanted:+$wanted&}($filter)"

passed=0 failed=0 skipped=0 broken=()
count() { # count FILE NAME: the number a TRX file gives for one of its counters
  sed -n "s/.*<Counters [^>]*[[:space:]]$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1
}
mapfile -t projects < <(dotnet sln TrustBot.sln list </dev/null | tr '\\' '/' | grep -E '^tests/.*Tests\.csproj$' | sort)
[ ${#projects[@]} -gt 0 ] || stop "The solution has no test project."
for project in "${projects[@]}"; do
  name=$(basename "$project" .csproj) trx=$results/$(basename "$project" .csproj).trx rc=0
  echo "Testing $name"
  dotnet test "$project" -c "$configuration" --no-build --no-restore -v quiet \
    ${wanted:+--filter "$wanted"} --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" \
    --blame-hang-timeout 10m --blame-hang-dump-type none </dev/null || rc=$?
  if [ ! -s "$trx" ]; then
    # A filter that names nothing in this project is a developer's, and no crash.
    [ -n "$filter" ] && [ $rc = 0 ] && continue
    broken+=("$name left no results (exit $rc)")
    failed=$((failed + 1))
    continue
  fi
  bad=0
  for kind in failed error timeout aborted; do bad=$((bad + $(count "$trx" "$kind"))); done
  [ -z "$filter" ] && [ "$(count "$trx" total)" = 0 ] && { broken+=("$name ran no test at all"); bad=1; }
  [ $rc != 0 ] && [ $bad = 0 ] && { broken+=("$name broke off (exit $rc)"); bad=1; }
  passed=$((passed + $(count "$trx" passed))) failed=$((failed + bad)) skipped=$((skipped + $(count "$trx" notExecuted)))
done

if [ $failed -gt 0 ]; then
  echo
  echo "Failed (details above; screenshots in artifacts/screenshots):"
  for each in "${broken[@]}"; do echo "  $each"; done
  sed -n 's/.*<UnitTestResult [^>]*testName="\([^"]*\)"[^>]*outcome="Failed".*/  \1/p' "$results"/*.trx 2>/dev/null \
    | sed 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' | sort
fi
[ $skipped = 0 ] || echo "$skipped skipped"
[ $((passed + failed)) -gt 0 ] || { echo "No test ran."; failed=1; }
echo "$passed passed, $failed failed"
[ $failed = 0 ]
