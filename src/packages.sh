# Sourced by src/run and tests/run: which Debian packages are needed, and installing those that are missing.

core_packages="g++ cmake ninja-build ccache pkg-config nlohmann-json3-dev libsqlite3-dev catch2 libre2-dev libgmime-3.0-dev libuchardet-dev libicu-dev libhunspell-dev hunspell-en-us libcli11-dev"
window_packages="qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-qpa-plugins libqt6svg6 fonts-dejavu-core fonts-noto-cjk"

# need PACKAGE...: installs what is missing, through sudo where not root; elsewhere names it and stops.
need() {
  missing=
  if command -v dpkg-query >/dev/null 2>&1; then
    for package in "$@"; do
      dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
    done
    [ -z "$missing" ] && return 0
    if [ "$(id -u)" = 0 ]; then as=; elif command -v sudo >/dev/null 2>&1; then as=sudo; else
      echo "These packages are missing, and neither root nor sudo is here to install them:$missing" >&2
      exit 1
    fi
    echo "Installing:$missing" >&2
    $as apt-get update -qq >&2 || true
    # shellcheck disable=SC2086
    $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2 || {
      echo "apt-get could not install:$missing" >&2
      exit 1
    }
    return 0
  fi
  # another system: it is told what to bring
  for tool in cmake ninja pkg-config; do
    command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
  done
  if [ -n "$missing" ]; then
    echo "This is no Debian system. Please install:$missing and the libraries that stand in src/packages.sh ($*)" >&2
    exit 1
  fi
}

# build KIND TARGETS [CMAKE OPTION...]: configures where needed and builds .build/KIND.
build() {
  kind=$1 targets=$2
  shift 2
  if [ ! -f ".build/$kind/build.ninja" ]; then
    cmake -S . -B ".build/$kind" -G Ninja "$@" >&2 || exit 1
  fi
  # shellcheck disable=SC2086
  cmake --build ".build/$kind" ${targets:+--target $targets} >&2 || exit 1
}
