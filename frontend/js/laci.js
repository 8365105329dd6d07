// The drawer "Mengapa?": a column beside the page on a wide screen, a layer that keeps the keyboard
// on a narrow one. Esc closes it and the focus returns to the number that was asked about.
import { keepInside } from "./fokus.js";

const narrow = window.matchMedia("(max-width: 1199.98px)");
let opener = null;

const drawer = () => document.getElementById("laci");
const isOpen = () => drawer()?.childElementCount > 0;

function markRow() {
  document.querySelectorAll("tr.pilih").forEach((row) => row.classList.remove("pilih"));
  opener?.closest("tbody tr")?.classList.add("pilih");
}

function arrange() {
  const element = drawer();
  if (!element) return;
  const floating = narrow.matches && isOpen();
  element.classList.toggle("melayang", floating);
  element.setAttribute("role", floating ? "dialog" : "complementary");
  element.toggleAttribute("aria-modal", floating);
  if (floating) element.setAttribute("aria-modal", "true");
}

function open() {
  arrange();
  const element = drawer();
  element.scrollTop = 0;
  const heading = element.querySelector("h2");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: narrow.matches });
  opener?.setAttribute("aria-expanded", "true");
  markRow();
}

function close() {
  if (!isOpen()) return;
  drawer().replaceChildren();
  arrange();
  document.querySelectorAll("tr.pilih").forEach((row) => row.classList.remove("pilih"));
  opener?.setAttribute("aria-expanded", "false");
  if (opener?.isConnected) opener.focus();
  opener = null;
}

function onSwap(event) {
  if (event.target.id !== "laci") return;
  const element = event.detail.requestConfig?.elt;
  if (element && !drawer().contains(element)) {
    opener?.setAttribute("aria-expanded", "false");
    opener = element;
  }
  open();
}

function onKey(event) {
  if (!isOpen() || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && (drawer().contains(document.activeElement) || narrow.matches)) close();
  if (event.key === "Tab" && drawer().classList.contains("melayang")) keepInside(drawer(), event);
}

function onClick(event) {
  const button = event.target.closest("[data-tutup-laci]");
  if (button && opener) {
    event.preventDefault();
    close();
  } else if (drawer()?.classList.contains("melayang") && !drawer().contains(event.target)) {
    close();
  }
}

export function start() {
  document.addEventListener("htmx:afterSwap", onSwap);
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  narrow.addEventListener("change", arrange);
}
