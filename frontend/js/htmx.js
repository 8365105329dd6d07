// htmx, with its settings in <meta name="htmx-config"> and the CSRF token in hx-headers on <body>.
import htmx from "htmx.org";
import { announce } from "./umumkan.js";
import { text } from "./teks.js";

// A page of errors is content too: the server explains what to do, so it is shown where it was asked for.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (xhr.status === 422 || xhr.status === 409) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

document.addEventListener("htmx:sendError", () => announce(text("jaringan"), { visible: true }));
document.addEventListener("htmx:responseError", () => announce(text("gagal"), { visible: true }));

// The server may answer with HX-Trigger: {"umumkan": "Tersimpan"}.
document.addEventListener("umumkan", (event) => announce(event.detail.value, { visible: true }));

export default htmx;
