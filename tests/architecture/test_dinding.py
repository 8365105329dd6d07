"""What import-linter cannot see: rules about the code itself, read from its syntax tree."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

SUMBER = Path(__file__).resolve().parents[2] / "src"
LAPISAN = ("audit", "organisasi", "accounts", "access", "files", "lembar",
           "temuan", "datakinerja", "perencanaan", "perjanjian", "pengukuran", "evaluasi")  # fmt: skip
# The bulk twin and the solver may use float; everything else in kinerja is exact.
BOLEH_FLOAT = {"kinerja/agregasi/vektor.py", "kinerja/jalan/solver.py"}
# `save` is also how a document is written to a file: reports have no rows to write.
WRITES = {"save", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
# Where rows may be written: services (a module or a package of that name), the importer, and their helpers.
PENULIS = ("services", "impor")


def modules(package: str) -> list[Path]:
    return [file for file in sorted((SUMBER / package).rglob("*.py")) if "migrations" not in file.parts]


def name_of(file: Path) -> str:
    return file.relative_to(SUMBER).as_posix()


def project_models() -> list[type[models.Model]]:
    return [model for app in LAPISAN for model in apps.get_app_config(app).get_models()]


@pytest.mark.parametrize("file", modules("kinerja"), ids=name_of)
def test_kinerja_never_uses_float(file: Path):
    if name_of(file) in BOLEH_FLOAT:
        pytest.skip("the bulk twin")
    tree = ast.parse(file.read_text(encoding="utf-8"))
    calls = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "float"
    ]
    literals = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert calls + literals == []


@pytest.mark.parametrize("file", [*modules("sakip/apps"), *modules("sakip/platform"), *modules("sakip/web"),
                                  *modules("sakip/reports")], ids=name_of)  # fmt: skip
def test_rows_are_written_only_in_services(file: Path):
    if any(part.removesuffix(".py") in PENULIS for part in file.parts) and "web" not in file.parts:
        pytest.skip("a service")
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = [
        f"{node.lineno}: .{node.func.attr}()"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and getattr(node.func.value, "id", "") != "cache"
        and (
            node.func.attr in WRITES
            or (node.func.attr in {"create", "update"} and _on_manager(node.func.value))
        )
    ]
    if "reports" in file.parts:
        found = [line for line in found if not line.endswith(".save()")]
    assert found == []


def _on_manager(node: ast.expr) -> bool:
    """Whether the call's subject mentions `.objects` or ends in a queryset call."""
    return any(
        isinstance(part, ast.Attribute) and part.attr in {"objects", "filter"} for part in ast.walk(node)
    )


def test_no_model_overrides_save_or_delete():
    offenders = [model.__name__ for model in project_models() if {"save", "delete"} & set(vars(model))]
    assert offenders == []


@pytest.mark.parametrize("file", modules("sakip"), ids=name_of)
def test_nothing_listens_to_model_signals(file: Path):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    assert not names & {"pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed", "receiver"}


def test_foreign_keys_point_down_the_layers():
    wrong = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in project_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.related_model._meta.app_label in LAPISAN
        and LAPISAN.index(field.related_model._meta.app_label) > LAPISAN.index(model._meta.app_label)
    ]
    assert wrong == []


def test_every_row_of_a_government_names_its_instansi():
    without = [
        model._meta.label
        for model in project_models()
        if model._meta.label not in {"organisasi.Instansi", "audit.Catatan", "audit.Tambat"}
        and not any(field.name == "instansi" for field in model._meta.get_fields())
    ]
    assert without == []


def test_every_model_stands_in_the_glossary():
    glossary = (SUMBER.parent / "docs" / "glosarium.md").read_text(encoding="utf-8")
    assert [model.__name__ for model in project_models() if f"`{model.__name__}`" not in glossary] == []
