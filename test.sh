#!/usr/bin/env bash
# Installs what the tests need when it is missing (PostgreSQL, Chromium, fonts), builds, and runs every test.
# Ends with a line "N passed, N failed". With CI=true a kind of test that cannot run is a failure.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is missing. Install it from your system's packages or from Microsoft, then run this again." >&2
  exit 1
fi
if ! command -v npm >/dev/null; then
  echo "Node 20 or later with npm is missing: the page styles are built with it. Install it, then run this again." >&2
  exit 1
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
results=$(mktemp -d)
postgres=""
finish() {
  [ -n "$postgres" ] && bash eng/postgres.sh stop "$postgres" >/dev/null 2>&1
  rm -rf "$results"
}
trap finish EXIT

bash eng/chromium.sh || echo "Journeys in a browser will be skipped: see the message above." >&2
if [ -z "${PLIMSOLL_TEST_POSTGRES:-}" ]; then
  if started=$(bash eng/postgres.sh); then
    eval "$started"
    postgres=${PLIMSOLL_TEST_POSTGRES_DIR:-}
  else
    echo "Tests on PostgreSQL will be skipped: see the message above." >&2
  fi
fi

dotnet build Plimsoll.slnx -c Release -nodeReuse:false || { echo "0 passed, 1 failed"; exit 1; }

passed=0
failed=0
skipped=0
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  log="$results/$name.log"
  dotnet test "$project" -c Release --no-build --logger "console;verbosity=minimal" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  line=$(grep -E '(Passed|Failed|Skipped)! +- Failed: +[0-9]+, Passed: +[0-9]+, Skipped: +[0-9]+' "$log" | tail -n 1)
  if [ -z "$line" ]; then
    echo "$name ran no test." >&2
    failed=$((failed + 1))
    continue
  fi
  f=$(sed -E 's/.*Failed: +([0-9]+).*/\1/' <<<"$line")
  passed=$((passed + $(sed -E 's/.*Passed: +([0-9]+).*/\1/' <<<"$line")))
  skipped=$((skipped + $(sed -E 's/.*Skipped: +([0-9]+).*/\1/' <<<"$line")))
  # A run that broke without a failed test is still a failure.
  if [ "$status" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
  failed=$((failed + f))
done

if [ "${CI:-}" = "true" ] && [ "$skipped" -gt 0 ]; then
  echo "$skipped tests were skipped; on a build machine that is a failure." >&2
  failed=$((failed + skipped))
fi
echo
echo "$passed passed, $failed failed$([ "$skipped" -gt 0 ] && echo ", $skipped skipped")"
[ "$failed" -eq 0 ]
