#!/bin/sh
# Brings the releases of this machine to another: first their files, then the link to the one that is live, which
# rsync puts in place in one step; last it takes away what is no longer kept here. A reader never meets half of one.
#
#   send-release.sh DATA_DIR TARGET      where TARGET is a data folder, such as petition@10.0.0.5:/var/lib/petition
set -eu

data=$1
target=$2
[ -L "$data/releases/current" ] || {
  echo "no release is live in $data" >&2
  exit 1
}
# Releases share their files by hard links; -H keeps them shared.
set -- --archive --hard-links --exclude=/fingerprint --exclude='.*'
rsync "$@" --exclude=/current "$data/releases/" "$target/releases/"
rsync --links "$data/releases/current" "$target/releases/"
rsync "$@" --exclude=/current --delete "$data/releases/" "$target/releases/"
