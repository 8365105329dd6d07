// Every page works without this file; it only shortens the way. No inline code, no eval (strict CSP).
import "./htmx.js";
import { start as startTheme } from "./tema.js";
import { start as startDrawer } from "./laci.js";
import { start as startMenu } from "./menu.js";
import { start as startConfirm } from "./tegas.js";
import { start as startGuard } from "./jaga.js";
import { start as startTable } from "./tabel.js";
import { start as startTools } from "./alat.js";
import { start as startUpload } from "./unggah.js";
import { start as startSheet } from "./lke.js";
import { start as startGrid } from "./rencana.js";
import { start as startTree } from "./pohon.js";
import { start as startMatrix } from "./kamus.js";

for (const start of [
  startTheme, startDrawer, startMenu, startConfirm, startGuard, startTable, startTools, startUpload, startSheet, startGrid,
  startTree, startMatrix,
]) {
  start();
}
