#!/usr/bin/env bash
# A private throw-away PostgreSQL for the tests.
#
#   eval "$(eng/postgres.sh start)"        starts one and sets PLIMSOLL_TEST_POSTGRES and PLIMSOLL_TEST_POSTGRES_DIR
#   eng/postgres.sh stop DIR               ends it and removes its folder
#
# Standard output holds only the two export lines; everything else goes to standard error.
# Exit codes: 0 done, 2 PostgreSQL is missing and cannot be installed here, 1 anything else.
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }

# The newest server programs on this machine; Debian keeps them outside PATH.
find_programs() {
  local dir
  for dir in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -V -r); do
    if [ -x "$dir/initdb" ] && [ -x "$dir/pg_ctl" ]; then echo "$dir"; return 0; fi
  done
  if command -v initdb >/dev/null && command -v pg_ctl >/dev/null; then dirname "$(command -v initdb)"; return 0; fi
  return 1
}

install_programs() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    say "PostgreSQL is not installed. Install its server (Debian and Ubuntu: the package postgresql), then run this again."
    exit 2
  fi
  say "Installing PostgreSQL ..."
  local attempt
  # Another apt-get may hold the lock, and a mirror may be slow: both pass.
  for attempt in 1 2 3 4 5; do
    if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql; } >&2; then return 0; fi
    say "Attempt $attempt to install PostgreSQL failed."
    sleep $((attempt * 5))
  done
  say "PostgreSQL could not be installed: see the messages of apt-get above."
  exit 2
}

# initdb refuses to run as root.
as_owner() {
  local account
  if [ "$(id -u)" != 0 ]; then "$@"; return; fi
  account=postgres
  id "$account" >/dev/null 2>&1 || account=nobody
  runuser -u "$account" -- "$@"
}

start() {
  local bin dir port password attempt
  bin=$(find_programs) || { install_programs; bin=$(find_programs); }
  dir=$(mktemp -d "${TMPDIR:-/tmp}/plimsoll-postgres.XXXXXX")
  if [ "$(id -u)" = 0 ]; then
    chmod 711 "$dir"
    install -d -m 700 -o "$(id -u postgres 2>/dev/null || id -u nobody)" "$dir/run"
  else
    install -d -m 700 "$dir/run"
  fi
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  # The cluster lives in a folder of the account that runs it, and the password file is read once.
  printf '%s\n' "$password" | as_owner sh -c "cat > '$dir/run/password'"
  (cd "$dir/run" && as_owner "$bin/initdb" --pgdata="$dir/run/data" --username=plimsoll --pwfile="$dir/run/password" \
    --auth=scram-sha-256 --encoding=UTF8 --no-locale --no-sync) >&2
  as_owner rm -f "$dir/run/password"
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    port=$((20000 + $(od -An -N2 -tu2 /dev/urandom) % 30000))
    # The server itself finds out whether the port is free. Durability is no concern of a throw-away cluster.
    if (cd "$dir/run" && as_owner "$bin/pg_ctl" --pgdata="$dir/run/data" --log="$dir/run/log" --wait --timeout=60 \
      --options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=200" \
      start) >/dev/null 2>&1; then
      printf "export PLIMSOLL_TEST_POSTGRES='Host=127.0.0.1;Port=%s;Username=plimsoll;Password=%s;Database=postgres'\n" "$port" "$password"
      printf "export PLIMSOLL_TEST_POSTGRES_DIR='%s'\n" "$dir"
      return 0
    fi
  done
  say "PostgreSQL did not start. Its log:"
  cat "$dir/run/log" >&2 || true
  exit 1
}

stop() {
  local dir=$1 bin
  case "$dir" in
    */plimsoll-postgres.*) ;;
    *) say "$dir is not a folder that this script made."; exit 1 ;;
  esac
  [ -d "$dir" ] || return 0
  bin=$(find_programs)
  (cd / && as_owner "$bin/pg_ctl" --pgdata="$dir/run/data" --mode=immediate --wait stop) >&2 || say "The server had ended already."
  rm -rf "$dir"
}

case "${1:-start}" in
  start) start ;;
  stop) stop "${2:?the folder, as PLIMSOLL_TEST_POSTGRES_DIR says}" ;;
  *) say "Usage: eng/postgres.sh [start | stop DIR]"; exit 1 ;;
esac
