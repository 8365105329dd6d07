// One polite live region for the whole page, and short notices for those who see.
const SHOWN_MS = 6000;

function show(message) {
  const holder = document.getElementById("roti");
  if (!holder) return;
  const notice = document.createElement("div");
  notice.className = "s-roti";
  notice.textContent = message;
  holder.replaceChildren(notice);
  setTimeout(() => notice.remove(), SHOWN_MS);
}

export function announce(message, { visible = false } = {}) {
  const region = document.getElementById("umum");
  if (!region || !message) return;
  // Emptied first, so that the same sentence is read out a second time as well.
  region.textContent = "";
  setTimeout(() => {
    region.textContent = message;
  }, 60);
  if (visible) show(message);
}
