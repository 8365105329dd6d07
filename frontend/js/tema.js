// Light, dark or as the device: kept in a cookie, so the server prints the right theme at once.
import { announce } from "./umumkan.js";

const YEAR_S = 31536000;
const root = document.documentElement;

function paint() {
  const theme = root.dataset.bsTheme || "auto";
  document.querySelectorAll("[data-tema]").forEach((button) => {
    button.setAttribute("aria-pressed", String(button.dataset.tema === theme));
  });
}

function choose(button) {
  const theme = button.dataset.tema;
  root.dataset.bsTheme = theme;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `sakip_tema=${theme}; path=/; max-age=${YEAR_S}; samesite=lax${secure}`;
  paint();
  announce(button.dataset.umumkan);
}

export function start() {
  paint();
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-tema]");
    if (button) choose(button);
  });
}
