"""Everything that writes to organisasi: checks the policy, locks, writes and audits in one transaction."""

from sakip.platform.organisasi.services.instansi import create_instansi, set_logo, update_instansi
from sakip.platform.organisasi.services.jabatan import create_jabatan, end_jabatan, update_jabatan
from sakip.platform.organisasi.services.jadwal import delete_jadwal, save_jadwal
from sakip.platform.organisasi.services.peralihan import (
    merge_units,
    reopen_unit,
    split_unit,
    succeed_unit,
)
from sakip.platform.organisasi.services.unit import (
    create_unit,
    end_unit,
    move_unit,
    rename_unit,
    set_entitas_sakip,
)

__all__ = [
    "create_instansi",
    "create_jabatan",
    "create_unit",
    "delete_jadwal",
    "end_jabatan",
    "end_unit",
    "merge_units",
    "move_unit",
    "rename_unit",
    "reopen_unit",
    "save_jadwal",
    "set_entitas_sakip",
    "set_logo",
    "split_unit",
    "succeed_unit",
    "update_instansi",
    "update_jabatan",
]
