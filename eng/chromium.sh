#!/usr/bin/env bash
# Makes sure that a browser is there for the journeys: Chromium and a font with the widths of Arial, from Debian.
# Says what to install, and exits with 2, where it cannot install them itself. PLIMSOLL_CHROMIUM names another browser.
set -uo pipefail

browser=${PLIMSOLL_CHROMIUM:-/usr/bin/chromium}
if [ -x "$browser" ] && { [ "$browser" != /usr/bin/chromium ] || fc-list 2>/dev/null | grep -qi 'liberation'; }; then
  exit 0
fi

if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "No browser for the journeys. Install Chromium and the Liberation fonts (on Debian, as root: apt-get install chromium fonts-liberation2)," >&2
  echo "or name an installed Chromium or Edge in PLIMSOLL_CHROMIUM." >&2
  exit 2
fi

export DEBIAN_FRONTEND=noninteractive
# Another apt-get may hold the lock: wait for it inside, and try again around it.
for attempt in 1 2 3 4 5; do
  if apt-get -o DPkg::Lock::Timeout=120 update -qq >/dev/null &&
    apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends chromium fonts-liberation2 fontconfig >/dev/null; then
    [ -x /usr/bin/chromium ] && exit 0
  fi
  echo "Installing Chromium did not work (attempt $attempt of 5)." >&2
  sleep $((attempt * 5))
done
echo "Chromium could not be installed. Install chromium and fonts-liberation2 by hand and run this again." >&2
exit 2
