// Drop-down menus are <details>; the menu of a phone is a <dialog>. This adds Esc, a click outside,
// and arrow keys between the entries.
function closeAll(except = null) {
  document.querySelectorAll("details.s-turun[open], details.s-tegas[open]").forEach((menu) => {
    if (menu !== except) menu.removeAttribute("open");
  });
}

function onKey(event) {
  const menu = event.target.closest?.("details.s-turun[open], details.s-tegas[open]");
  if (!menu) return;
  if (event.key === "Escape") {
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
    event.stopPropagation();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const entries = [menu.querySelector("summary"), ...menu.querySelectorAll(".s-pilihan")];
    const index = entries.indexOf(document.activeElement);
    if (index < 0) return;
    event.preventDefault();
    entries[(index + (event.key === "ArrowDown" ? 1 : -1) + entries.length) % entries.length].focus();
  }
}

function onClick(event) {
  const link = event.target.closest("[data-buka-dialog]");
  if (link) {
    event.preventDefault();
    document.getElementById(link.dataset.bukaDialog)?.showModal();
    return;
  }
  const dialog = event.target.closest("dialog[open]");
  if (dialog && (event.target === dialog || event.target.closest("[data-tutup]"))) {
    event.preventDefault();
    dialog.close();
  }
  if (event.target.closest("details [data-tutup]")) closeAll();
  else closeAll(event.target.closest("details.s-turun, details.s-tegas"));
}

export function start() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
}
