// Sentences come from the page, where gettext has translated them: data-teks-* on <body>.
export function text(name) {
  const key = `teks${name[0].toUpperCase()}${name.slice(1)}`;
  return document.body.dataset[key] ?? "";
}
