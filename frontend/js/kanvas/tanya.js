// Questions in the page's own dialog (see dasar/tegas.html).
export function tanya(judul, isi, ya) {
  const dialog = document.getElementById("tegas");
  dialog.querySelector("h2").textContent = judul;
  dialog.querySelector("[data-isi]").textContent = isi;
  dialog.querySelector("[data-ya]").textContent = ya;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "ya"), { once: true });
  });
}
