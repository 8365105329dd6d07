// Small tools: copy a text, print, send a filter as soon as it changes.
import { announce } from "./umumkan.js";
import { text } from "./teks.js";

async function copy(button) {
  const source = document.getElementById(button.dataset.salin);
  const content = source?.dataset.teks ?? source?.innerText ?? "";
  try {
    await navigator.clipboard.writeText(content.trim());
    announce(text("disalin"), { visible: true });
  } catch {
    // Without https the clipboard is closed: mark the text, so that Ctrl+C copies it.
    getSelection().selectAllChildren(source);
    announce(text("takTersalin"), { visible: true });
  }
}

function onClick(event) {
  const button = event.target.closest("[data-salin], [data-cetak]");
  if (!button) return;
  if ("cetak" in button.dataset) window.print();
  else copy(button);
}

// "/" leads to the search box, as its aria-keyshortcuts says.
function onKey(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  const box = [...document.querySelectorAll("[data-pintas='/']")].find((item) => item.getClientRects().length > 0);
  if (!box) return;
  event.preventDefault();
  box.focus();
}

function onChange(event) {
  if (event.target.matches("select, input[type=radio], input[type=checkbox]")) {
    event.target.closest("form[data-otomatis]")?.requestSubmit();
  }
}

export function start() {
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("change", onChange);
}
