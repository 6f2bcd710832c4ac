# Two commands matter: `make run` serves a seeded shop, `make test` runs everything that CI runs.

XTASK = scripts/with-toolchain.sh cargo xtask

.PHONY: run test test-nightly build dev check bench

run:
	@scripts/setup.sh run
	@$(XTASK) run

test:
	@scripts/setup.sh test
	@$(XTASK) test

test-nightly:
	@scripts/setup.sh test
	@$(XTASK) test --nightly

build:
	@scripts/setup.sh run
	@$(XTASK) build --release

dev:
	@scripts/setup.sh run
	@$(XTASK) dev

check:
	@scripts/setup.sh run
	@$(XTASK) check

bench:
	@scripts/setup.sh run
	@$(XTASK) bench
