// A file may be dropped on the box; the plain file input does the rest. Size is checked before sending.
import { announce } from "./umumkan.js";

const MB = 1024 * 1024;
const size = (bytes) => `${(bytes / MB).toLocaleString("id-ID", { maximumFractionDigits: 1 })} MB`;

function describe(box, input) {
  const note = box.querySelector("[data-nama-berkas]");
  const files = [...input.files];
  const limit = Number(box.dataset.batas || 0);
  const large = limit > 0 ? files.find((file) => file.size > limit) : null;
  if (large) {
    input.value = "";
    box.dataset.galat = "ya";
    note.textContent = box.dataset.teksBesar.replace("{nama}", large.name).replace("{ukuran}", size(large.size));
  } else {
    delete box.dataset.galat;
    note.textContent = files.map((file) => `${file.name} (${size(file.size)})`).join(", ");
  }
  announce(note.textContent);
}

const boxOf = (event) => event.target.closest?.("[data-jatuh]");

export function start() {
  document.addEventListener("change", (event) => {
    const box = boxOf(event);
    if (box && event.target.type === "file") describe(box, event.target);
  });
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
    document.addEventListener(name, (event) => {
      const box = boxOf(event);
      if (!box) return;
      event.preventDefault();
      box.classList.toggle("aktif", name === "dragenter" || name === "dragover");
      if (name !== "drop") return;
      const input = box.querySelector("input[type=file]");
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}
