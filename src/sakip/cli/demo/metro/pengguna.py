"""Example accounts: one or more for every role. They name posts, never persons."""

from datetime import date
from pathlib import Path

from sakip.cli.demo.akun import AKUN, SANDI
from sakip.cli.demo.berkas import day, day_after, rows
from sakip.platform.access.services import grant_peran
from sakip.platform.accounts.services import assign_jabatan, create_pengguna
from sakip.platform.organisasi.models import Instansi, Jabatan, Unit


def load_pengguna(instansi: Instansi, units: dict[str, Unit], posts: dict[str, Jabatan], data: Path) -> int:
    """Accounts with their roles, and the posts that they hold. Returns how many."""
    by_post = _posts_by_name(posts, data)
    table = rows(data / "pengguna.csv")
    printed = {account for _, account, _ in AKUN}
    for row in table:
        operator = row["peran"] == "operator"
        pengguna = create_pengguna(
            instansi=None if operator else instansi,
            username=row["username"],
            email=f"{row['username']}@contoh.invalid",
            sebutan=row["jabatan"],
            # Hashing is slow on purpose: the accounts that the demo prints get the password, the others a link.
            sandi=SANDI if row["username"] in printed else None,
            operator=operator,
            by=None,
        )
        if operator:
            continue
        mulai = day(row["mulai"]) or date(2025, 1, 2)
        unit = units[row["unit"]]
        grant_peran(
            pengguna=pengguna,
            peran=row["peran"],
            # Roles on the root reach the whole government.
            unit=None if row["unit"] == "PEMDA" else unit,
            berlaku_mulai=mulai,
            berlaku_sampai=day_after(row["sampai"]),
            by=None,
        )
        post = by_post.get((row["unit"], row["jabatan"]))
        if post is not None and not row["sampai"]:
            assign_jabatan(jabatan=post, pengguna=pengguna, berlaku_mulai=mulai, by=None)
    return len(table)


def _posts_by_name(posts: dict[str, Jabatan], data: Path) -> dict[tuple[str, str], Jabatan]:
    """Posts that still exist, by unit and name."""
    return {
        (row["unit"], row["nama"]): posts[row["id"]]
        for row in rows(data / "jabatan.csv")
        if not row["sampai"]
    }
