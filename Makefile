# make help lists the targets. Tools are installed into .tools and node_modules; only what comes as a package of
# the system is installed there (scripts/setup.sh says which).
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

export PATH := $(CURDIR)/.tools/cargo/bin:$(CURDIR)/.tools/python/bin:$(CURDIR)/node_modules/.bin:$(PATH)
export TRUNK_SKIP_VERSION_CHECK := true
# Trunk refuses the usual value, 1.
ifdef NO_COLOR
export NO_COLOR := true
endif

PORT ?= 8000
SITE := target/site
# Beside the site and not in it: trunk empties that folder.
BUILT := target/site.built
DESK := target/desk/desk.html
# Including the folders, so that removing a file counts as a change.
SOURCES := $(shell find src crates/*/src modules crates/*/Cargo.toml web style samples .cargo) index.html Cargo.toml Cargo.lock Trunk.toml \
  rust-toolchain.toml package-lock.json $(addprefix scripts/,bundle.mjs modules.mjs short-names.mjs remap.sh)
# Only for what ships, so that lints and tests keep what they have compiled.
REMAPPED := flags=$$(scripts/remap.sh); CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$$flags"
# Two builds at once would overwrite each other's files; without flock they are not prevented.
ONE_AT_A_TIME := $(if $(shell command -v flock),flock target/.building)

.PHONY: help
help: ## show this list
	@printf 'gongkai: a government report, explored in a browser\n\n'
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | \
	  while IFS=$$'\t' read -r name what; do printf '  make %-16s %s\n' "$$name" "$$what"; done
	@printf '\nNeeded: rustup, Node 20 or newer, and git. The first run installs the rest: in seconds if prebuilt\n'
	@printf 'versions of trunk and wasm-bindgen can be downloaded, otherwise by compiling them for some 10 minutes.\n'

.PHONY: serve
serve: say-serve $(BUILT) ## build the demo portal page and serve it (PORT=8000, else the next free one)
	@exec node scripts/serve.mjs --root $(SITE) --port $(PORT)

.PHONY: watch
watch: setup-build ## rebuild at every change; run it in another terminal while make serve runs
	@$(REMAPPED) trunk watch

.PHONY: dist
dist: say-dist $(BUILT) $(DESK) ## build the files to ship and the desk, in dist/
	@rm -rf dist && mkdir dist && cp $(SITE)/gongkai/* $(DESK) $(wildcard LICENSE*) dist/
	@cp -r $(dir $(DESK))hosted dist/desk
	@ls -l dist | awk 'NR > 1 { printf "  %9d  dist/%s\n", $$5, $$9 }'

.PHONY: cli
cli: setup-rust ## build the command line, target/release/gongkai
	@printf '==> make cli: compiles the command line; about two minutes the first time.\n'
	@cargo build --release --package gongkai-cli
	@printf '  target/release/gongkai\n'

.PHONY: package
package: say-dist $(BUILT) ## build the npm package, for portals that use a bundler, in target/package/
	@node scripts/package.mjs $(SITE)/gongkai target/package
	@cd target/package && npm pack --silent --pack-destination .. | sed 's|^|  target/|'

.PHONY: release
release: $(BUILT) $(DESK) setup-release ## build the files of a release, in target/release-files (VERSION=0.2.0)
	@node scripts/release.mjs $(VERSION) $(PARTS)

.PHONY: test-release
test-release: setup-browser ## install each file of make release in an empty folder, and use it
	@node scripts/test.mjs release

.PHONY: test
test: say-test setup-build setup-python setup-browser ## run every test: lints, native, bundle, browsers
	@node scripts/test.mjs

.PHONY: lint
lint: setup-rust setup-node setup-python ## check types, ESLint, spelling, formatting, clippy (native, WebAssembly), rustdoc
	@node scripts/test.mjs types types-scripts eslint spelling format clippy clippy-wasm rustdoc

.PHONY: deny
deny: setup-rust ## check licences, sources and duplicates of dependencies, and advisories (not with OFFLINE=1)
	@scripts/setup.sh deny
	@cargo deny --workspace $(if $(OFFLINE),--offline check licenses bans sources,check)

.PHONY: test-oldest-rust
test-oldest-rust: setup-rust ## compile the workspace with the oldest Rust that Cargo.toml declares
	@scripts/oldest-rust.sh

.PHONY: test-native
test-native: setup-rust setup-node ## run the tests that need no browser
	@node scripts/test.mjs native research

.PHONY: test-bundle
test-bundle: $(BUILT) $(DESK) ## test the shipped files: sizes, WebAssembly for old browsers, the manifest
	@node scripts/test.mjs bundle

.PHONY: test-browser
test-browser: $(BUILT) $(DESK) setup-browser ## run the tests in Chromium, Firefox, WebKit and Chromium 69
	@node scripts/test.mjs browser reliability

.PHONY: test-examples
test-examples: $(BUILT) setup-browser ## run every example in examples/
	@node scripts/test.mjs examples

.PHONY: pictures
pictures: $(BUILT) $(DESK) setup-browser ## make the pictures of the READMEs, in docs/
	@node scripts/pictures.mjs

.PHONY: fuzz
fuzz: setup-rust setup-fuzz ## feed broken and hostile files to the readers (SECONDS=60 for each of ten)
	@SECONDS_EACH=$(or $(SECONDS),60) scripts/fuzz.sh $(TARGETS)

.PHONY: bench
bench: say-bench $(BUILT) setup-browser ## measure time and bytes against the same figures in ECharts and Chart.js
	@node bench/run.mjs

.PHONY: fmt
fmt: setup-rust ## format the Rust code
	cargo fmt

.PHONY: clean
clean: ## remove what was built; keep what was installed
	rm -rf dist $(SITE) $(BUILT) artefacts

# Order-only: a build is outdated by newer sources, not by newer tools.
$(BUILT): $(SOURCES) | setup-build
	@printf '==> Building: about four minutes the first time, one or two after a change.\n'
	@mkdir -p $(@D)
	@$(REMAPPED) $(ONE_AT_A_TIME) trunk build
	@touch $@

# A single file with everything in it, the widget too, since it is opened from a disk.
$(DESK): $(BUILT) $(SOURCES) scripts/desk.mjs scripts/zip.mjs | setup-build
	@printf '==> Building the desk: some three minutes the first time.\n'
	@$(REMAPPED) $(ONE_AT_A_TIME) node scripts/desk.mjs $@ $(SITE)

.PHONY: setup-build setup-rust setup-tools setup-node setup-python setup-browser setup-fuzz setup-release
setup-build: setup-rust setup-tools setup-node
setup-rust:
	@scripts/setup.sh rust
setup-tools: setup-rust
	@scripts/setup.sh tools
setup-node:
	@scripts/setup.sh node
setup-browser: setup-node
	@scripts/setup.sh browser
setup-python:
	@scripts/setup.sh python
setup-fuzz:
	@scripts/setup.sh fuzz
setup-release: setup-rust setup-node
	@scripts/setup.sh release

.PHONY: say-serve say-dist say-test say-bench
say-serve:
	@printf '==> make serve: installs what is missing, builds, and serves the demo page; seconds if nothing has changed.\n'
say-dist:
	@printf '==> make dist: installs what is missing, builds, and copies the files to dist/; seconds if nothing has changed.\n'
say-test:
	@printf '==> make test: installs what is missing, then lints, native tests, build, bundle and browser tests.\n'
	@printf '    About half an hour the first time, then some ten minutes, most of it in browsers.\n'
say-bench:
	@printf '==> make bench: builds, then loads each page at least nine times; some forty minutes.\n'
