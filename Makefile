# Everything that the project does by command; `make help` lists it.

.DEFAULT_GOAL := help
.PHONY: run test check quality bench bench-gui bench-batch resources confidence translations screenshots package clean help \
	environment bench-library display durability durability-full hostile hostile-full

# The first of these that is a fit Python makes the environment.
PYTHONS = python3.13 python3.12 python3.11 python3
FILE =
export FILE

python := .venv/bin/python
offscreen := QT_QPA_PLATFORM=offscreen
scripts := .ci/not-blank .ci/system-libraries

# Empty where .venv has a Python that runs: one that was removed since counts as none.
missing := $(shell $(python) -c '' 2>/dev/null || echo environment)

# $(call install,WHAT): pip's words are shown only if it fails.
install = $(python) -m pip install --disable-pip-version-check -c constraints.txt $(1) \
	>.venv/install.log 2>&1 || { cat .venv/install.log >&2; exit 1; }

run: .venv/run.stamp ## open the window on seeds/, or on FILE=article.txt
	@$(python) .ci/system-libraries
	@$(python) -m reader $${FILE:+"$$FILE"}

test: .venv/dev.stamp ## pass all tests
	@$(python) .ci/system-libraries
	@$(offscreen) $(python) -m pytest

check: .venv/dev.stamp ## ruff, mypy --strict, import contracts
	@$(python) -m ruff check . $(scripts)
	@$(python) -m ruff format --check . $(scripts)
	@$(python) -m mypy
	@.venv/bin/lint-imports

quality: .venv/dev.stamp ## precision and recall on annotated articles, held to floors
	@PYTHONPATH=. $(python) tests/quality/quality.py

bench: .venv/bench.stamp ## timings beside a named peer in the same run
	@$(python) .ci/system-libraries
	@PYTHONPATH=. $(offscreen) $(python) tests/bench/bench.py

bench-gui: .venv/dev.stamp ## timings of the reading view beside QTextBrowser
	@$(python) .ci/system-libraries
	@PYTHONPATH=. $(offscreen) $(python) tests/bench/bench_gui.py

bench-batch: .venv/bench.stamp ## near copies, the pool and a Ray cluster, beside peers
	@PYTHONPATH=. $(python) tests/bench/bench_batch.py

bench-library: .venv/dev.stamp ## a library of 100,000 articles against its limits, some minutes
	@PYTHONPATH=. $(python) tests/bench/bench_library.py

display: .venv/dev.stamp ## real keys and a real mouse in the window, on an X server of its own
	@PYTHONPATH=. $(python) tests/display/display.py -q

durability: .venv/dev.stamp ## what a library keeps outlives kills, damage and failed writes
	@PYTHONPATH=. $(python) tests/durability/durability.py --quick

durability-full: .venv/dev.stamp ## the same many times over, in some minutes
	@PYTHONPATH=. $(python) tests/durability/durability.py

hostile: .venv/dev.stamp ## files made to crash, hang, spy, spoof or flood get nowhere
	@$(python) .ci/system-libraries
	@PYTHONPATH=. $(python) tests/hostile/hostile.py --quick

hostile-full: .venv/fuzz.stamp ## the same with ten times the files, and atheris, in half an hour
	@$(python) .ci/system-libraries
	@PYTHONPATH=. $(python) tests/hostile/hostile.py

resources: .venv/resources.stamp ## rebuild the gazetteer from the packages its data comes in
	@PYTHONPATH=. $(python) resources/build/gazetteer.py

confidence: .venv/dev.stamp ## count anew how often each kind of finding is right
	@PYTHONPATH=. $(python) resources/build/confidence.py

translations: .venv/dev.stamp ## rebuild the Arabic interface
	@PYTHONPATH=. $(python) resources/build/translations.py
	@.venv/bin/pyside6-lrelease -silent resources/i18n/*.ts

screenshots: .venv/dev.stamp ## draw the pictures that the README shows
	@PYTHONPATH=. $(offscreen) $(python) resources/build/screenshots.py

package: .venv/run.stamp ## build the wheel and the source archive into dist/
	@rm -rf dist
	@$(python) -m hatchling build

clean: ## remove the environment and all that was built
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -prune -exec rm -rf {} +

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.* ## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name does; do \
		printf '  make %-15s %s\n' "$$name" "$$does"; done

# Without pip, so that what is left of an interrupted start is mended below.
environment:
	@fit='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'; \
	bare=; \
	for name in $(PYTHONS); do \
		"$$name" -c "$$fit" >/dev/null 2>&1 || continue; \
		if "$$name" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
			exec "$$name" -m venv --without-pip --clear .venv; \
		fi; \
		bare=$${bare:-$$name}; \
	done; \
	if [ -n "$$bare" ]; then \
		version=$$("$$bare" -c 'import sys; print("python%d.%d" % sys.version_info[:2])'); \
		echo "qari: $$bare cannot make environments: install $$version-venv (on Debian and Ubuntu: apt-get install $$version-venv)" >&2; \
	else \
		echo "qari: install Python 3.11, 3.12 or 3.13; none of $(PYTHONS) is one" >&2; \
	fi; \
	exit 1

.venv/run.stamp: $(missing) pyproject.toml constraints.txt
	@echo "Setting up .venv (this can take minutes the first time)"
	@$(python) -m pip --version >/dev/null 2>&1 || $(python) -m ensurepip --default-pip >.venv/install.log 2>&1 \
		|| { cat .venv/install.log >&2; exit 1; }
	@$(call install,hatchling editables)
	@$(call install,--no-build-isolation -e .)
	@touch $@

.venv/dev.stamp: .venv/run.stamp
	@$(call install,--no-build-isolation -e '.[dev]')
	@touch $@

.venv/bench.stamp: .venv/dev.stamp
	@$(call install,--no-build-isolation -e '.[bench]')
	@touch $@

.venv/fuzz.stamp: .venv/dev.stamp
	@$(call install,--no-build-isolation -e '.[fuzz]')
	@touch $@

.venv/resources.stamp: .venv/run.stamp
	@$(call install,--no-build-isolation -e '.[resources]')
	@touch $@
