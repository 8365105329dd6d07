// Questions before something cannot be undone: data-tegaskan on a form or button, hx-confirm in htmx.
const dialog = () => document.getElementById("tegas");

function ask(question, { tegaskanIsi: detail = "", kata: verb = "" }) {
  const element = dialog();
  element.querySelector("h2").textContent = question;
  element.querySelector("[data-isi]").textContent = detail;
  const yes = element.querySelector("[data-ya]");
  yes.textContent = verb || yes.dataset.ya;
  element.returnValue = "";
  element.showModal();
  return new Promise((resolve) => {
    element.addEventListener("close", () => resolve(element.returnValue === "ya"), { once: true });
  });
}

async function onSubmit(event) {
  const { submitter, target: form } = event;
  const holder = submitter?.dataset.tegaskan ? submitter : form;
  if (!holder.dataset.tegaskan || form.dataset.tegas === "ya") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!(await ask(holder.dataset.tegaskan, holder.dataset))) return;
  form.dataset.tegas = "ya";
  form.requestSubmit(submitter);
  delete form.dataset.tegas;
}

async function onHtmx(event) {
  if (!event.detail.question) return;
  event.preventDefault();
  if (await ask(event.detail.question, event.target.dataset)) event.detail.issueRequest(true);
}

export function start() {
  if (!dialog()) return;
  document.addEventListener("submit", onSubmit, true);
  document.addEventListener("htmx:confirm", onHtmx);
}
