// Nothing typed is lost: a form with data-jaga asks before the page is left with unsent changes.
const dirty = new Set();

function mark(event) {
  const form = event.target.closest?.("form[data-jaga]");
  if (form) dirty.add(form);
}

function busy(form, submitter) {
  const button = submitter ?? form.querySelector("button[type=submit]");
  // After this turn, so that the button's own value is still sent.
  setTimeout(() => {
    button?.classList.add("sibuk");
    button?.setAttribute("aria-busy", "true");
  });
}

function release() {
  document.querySelectorAll(".btn.sibuk[aria-busy=true]").forEach((button) => {
    button.classList.remove("sibuk");
    button.removeAttribute("aria-busy");
  });
}

export function start() {
  document.addEventListener("input", mark);
  document.addEventListener("change", mark);
  document.addEventListener("submit", (event) => {
    dirty.delete(event.target);
    // A download leaves the page standing; its button must not spin for ever.
    if (!event.defaultPrevented && event.target.method === "post") busy(event.target, event.submitter);
  });
  document.addEventListener("htmx:afterRequest", (event) => dirty.delete(event.target));
  window.addEventListener("pageshow", release);
  window.addEventListener("beforeunload", (event) => {
    if ([...dirty].some((form) => form.isConnected)) event.preventDefault();
  });
}
