// Keeping the keyboard inside a layer that covers the page.
const FOCUSABLE = "a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";

export function focusable(container) {
  return [...container.querySelectorAll(FOCUSABLE)].filter((element) => element.getClientRects().length > 0);
}

export function keepInside(container, event) {
  const items = focusable(container);
  if (items.length === 0) return;
  const first = items[0];
  const last = items[items.length - 1];
  const outside = !container.contains(document.activeElement);
  if (event.shiftKey && (document.activeElement === first || outside || document.activeElement.tabIndex < 0)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && (document.activeElement === last || outside)) {
    event.preventDefault();
    first.focus();
  }
}
