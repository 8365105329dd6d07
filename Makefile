# Dua perintah utama: `make demo` dan `make test`. Semua yang diperlukan dipasang ke .venv di folder ini.
PYTHON ?= python3
BIN := .venv/bin
DATA := $(CURDIR)/.data
PORT ?= 8000
export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV

DIST := src/sakip/web/static/dist/.siap
FRONTEND := $(shell find frontend -type f -not -path '*/node_modules/*' 2>/dev/null)

.PHONY: demo demo-ulang install test check bench bersih

demo: install ## Pasang, muat data contoh, sajikan di komputer ini
	@SAKIP_DATA_DIR="$(DATA)" $(BIN)/sakip demo --port $(PORT)

demo-ulang: install ## Seperti demo, mulai lagi dari data awal
	@SAKIP_DATA_DIR="$(DATA)" $(BIN)/sakip demo --port $(PORT) --ulang

install: .venv/.siap $(DIST) ## Lingkungan Python dan tampilan saja

test: install .venv/.siap-uji ## Seluruh uji, pada SQLite dan PostgreSQL
	@$(BIN)/python tools/uji.py

check: install .venv/.siap-uji ## Gaya, tipe, batas impor, dan uji bagian yang berubah
	@$(BIN)/python tools/periksa.py

bench: install .venv/.siap-uji ## Ukur kecepatan dan bandingkan dengan pilihan lain
	@$(BIN)/python -m bench

bersih: ## Hapus yang dipasang dan data contoh
	rm -rf .venv .data frontend/node_modules src/sakip/web/static/dist src/sakip/reports/huruf

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Perlu Python 3.11 atau lebih baru. Debian/Ubuntu: apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Modul venv tidak lengkap. Debian/Ubuntu: apt install python3-venv"; rm -rf .venv; exit 1; }

.venv/.siap: pyproject.toml uv.lock | .venv/bin/python
	@echo "Memasang pustaka Python ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.9,<1"
	@$(BIN)/uv sync --quiet --frozen --inexact --no-default-groups --group build
	@touch $@

.venv/.siap-uji: .venv/.siap
	@echo "Memasang alat uji ..."
	@$(BIN)/uv sync --quiet --frozen --inexact --group build --group dev
	@touch $@

$(DIST): $(FRONTEND) .venv/.siap
	@echo "Membangun tampilan ..."
	@$(BIN)/python tools/bangun.py
	@touch $@
