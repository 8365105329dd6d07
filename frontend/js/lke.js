// The evaluation sheet: Y and T answer the criterion that has the focus, arrows move between radios by themselves.
const KEYS = { y: "ya", t: "tidak" };

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const value = KEYS[event.key.toLowerCase()];
  if (!value || !event.target.matches?.("input[type=radio]")) return;
  const group = event.target.closest("[data-ya-tidak]");
  const radio = group?.querySelector(`input[type=radio][value="${value}"]:not(:disabled)`);
  if (!radio) return;
  event.preventDefault();
  radio.focus();
  if (!radio.checked) radio.click();
}

// "Pakai saran" is a button with the value; the radio it stands for follows, and the button is done.
function onClick(event) {
  const button = event.target.closest?.("form[data-simpan] button[name=nilai]");
  const radio = button?.form.querySelector(`input[type=radio][value="${button.value}"]`);
  if (radio) radio.checked = true;
}

function onChange(event) {
  const form = event.target.closest?.("form[data-simpan]");
  if (!form || event.target.type !== "radio") return;
  for (const button of form.querySelectorAll("button[name=nilai]")) button.hidden = button.value === event.target.value;
}

// What was typed and has not reached the server says so, until the answer comes.
function onInput(event) {
  const form = event.target.closest?.("form[data-simpan]");
  const status = form && document.getElementById(form.dataset.simpan);
  if (status && event.target.matches("textarea")) status.textContent = form.dataset.belum ?? "";
}

function onError(event) {
  const form = event.target.closest?.("form[data-simpan]");
  const status = form && document.getElementById(form.dataset.simpan);
  if (status) status.textContent = form.dataset.gagal ?? "";
}

export function start() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  document.addEventListener("change", onChange);
  document.addEventListener("input", onInput);
  document.addEventListener("htmx:sendError", onError);
  document.addEventListener("htmx:responseError", onError);
}
