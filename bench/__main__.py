"""`make bench`: run every benchmark and print one table.

python -m bench [agregasi] [instrumen] [jalan] [pohon] [halaman] ...
"""

import importlib
import sys

UKUR = (
    "agregasi", "instrumen", "jalan", "pohon", "konsistensi", "halaman", "pohon_server", "evaluasi", "impor",
    "lkjip", "kanvas",
)  # fmt: skip


def main(chosen: list[str]) -> int:
    failed = 0
    print(f"{'ukuran':<64} {'kami':>16} {'pembanding':>34} {'rasio':>10}")
    for name in chosen or UKUR:
        for row in importlib.import_module(f"bench.{name}").run():
            print(f"{row.name:<64} {row.ours:>16} {row.peer:>34} {row.ratio:>10}", flush=True)
    return failed


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
