# Sourced by run, test and bench: checks what must be there and installs what is missing, pinned by lock files.

fail() {
  echo "$1" >&2
  exit 1
}

command -v dotnet >/dev/null || fail "Missing: the .NET 10 SDK. Install it from https://dot.net and run this again."
dotnet --list-sdks | grep -q '^10\.' || fail "Missing: version 10 of the .NET SDK. Install it from https://dot.net and run this again."
command -v node >/dev/null || fail "Missing: Node.js 20 or later. Install it from https://nodejs.org and run this again."
command -v npm >/dev/null || fail "Missing: npm, which comes with Node.js. Install it and run this again."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# npm ci FOLDER, unless its lock file is the one that was installed last.
install_node_packages() {
  local stamp="$1/node_modules/.installed"
  if ! cmp -s "$1/package-lock.json" "$stamp"; then
    echo "Installing the Node.js packages of $1…"
    (cd "$1" && npm ci --no-audit --no-fund --loglevel=error) || fail "npm ci failed in $1: check the connection to the npm registry and run this again."
    cp "$1/package-lock.json" "$stamp"
  fi
}

# The programs that the app starts to read PDFs and pictures, and to keep them within limits, as Debian names their packages:
# functions/Dockerfile installs the same. A major version is pinned by the release of Debian.
debian_packages=(coreutils libvips-tools poppler-utils tesseract-ocr tesseract-ocr-spa util-linux)

# install_debian_packages [MORE…]: installs those of debian_packages, and more, that are missing. Without them the app runs
# all the same, and says of such a document that the tool is missing.
install_debian_packages() {
  local missing=() package
  for package in "${debian_packages[@]}" "$@"; do
    dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed' || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo -n)
  echo "Installing ${missing[*]}…"
  if ! {
    "${root[@]}" apt-get update -qq &&
      "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  } >/dev/null 2>&1; then
    echo "Missing: ${missing[*]}. Install them with 'apt-get install ${missing[*]}': until then PDFs and pictures are not read, and pages not tested." >&2
  fi
}

build() {
  echo "Building…"
  local log
  log=$(mktemp)
  if ! dotnet build "$@" --configuration Release --verbosity quiet -nologo >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    fail "The build failed: see above."
  fi
  rm -f "$log"
}

# Prints as many free ports of the loopback address as asked for.
free_ports() {
  node -e '
    const net = require("net");
    const servers = Array.from({ length: +process.argv[1] }, () => net.createServer());
    Promise.all(servers.map(s => new Promise(done => s.listen(0, "127.0.0.1", () => done(s.address().port)))))
      .then(ports => { console.log(ports.join(" ")); servers.forEach(s => s.close()); });
  ' "$1"
}

# Says which of the ports is taken, if one is.
require_free_ports() {
  node -e '
    const net = require("net");
    for (const port of process.argv.slice(1)) {
      net.createServer()
        .on("error", () => {
          console.error(`Port ${port} is taken: stop what uses it (another ./run, another Azurite?) and run this again.`);
          process.exit(1);
        })
        .listen(+port, "127.0.0.1", function () { this.close(); });
    }
  ' "$@" || exit 1
}

# wait_for URL SECONDS WHAT PID LOG: until the process answers, or it has ended, or the time is over.
wait_for() {
  local until=$((SECONDS + $2))
  until node -e 'fetch(process.argv[1]).then(r => process.exit(r.status < 500 ? 0 : 1), () => process.exit(1))' "$1"; do
    if ! kill -0 "$4" 2>/dev/null || [ "$SECONDS" -ge "$until" ]; then
      tail -n 30 "$5" >&2 || true
      fail "$3 did not start, or did not answer within $2 s at $1."
    fi
    sleep 0.1
  done
}
