/* Visionneuse PDF : pdf.js, couche texte, pages dessinées à l’approche. Ni script, ni formulaire XFA, ni police distante. */
const volet = document.querySelector("[data-visionneuse]");
const P = window.paraphe;
if (volet && volet.dataset.pdf) demarrer();

async function demarrer() {
  const base = volet.dataset.visionneuse;
  const pdfjs = await import(base + "build/pdf.min.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = base + "build/pdf.worker.min.mjs";
  const q = (nom) => volet.querySelector(`[data-v="${nom}"]`);
  const pages = q("pages"), numero = q("page"), total = q("total"), zoomVu = q("zoom"), etat = q("etat");
  const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
  let doc, zoom = 0, rotation = 0, courante = 1, cadres = [], veille;

  try {
    doc = await pdfjs.getDocument({
      url: volet.dataset.pdf, isEvalSupported: false, enableXfa: false, useWasm: false, withCredentials: true,
      standardFontDataUrl: base + "standard_fonts/", cMapUrl: base + "cmaps/", cMapPacked: true, rangeChunkSize: 262144, disableAutoFetch: true
    }).promise;
  } catch (e) {
    etat.textContent = P.mot("pdfIllisible"); q("panne").hidden = false; volet.dataset.pret = "echec"; return;
  }
  total.textContent = doc.numPages; numero.max = doc.numPages;
  etat.textContent = P.mot("pdfPret").replace("{0}", doc.numPages);
  await disposer();
  volet.dataset.pret = "oui";

  function echelle(vue) {
    if (zoom) return zoom * 96 / 72;
    const place = pages.clientWidth - 2 * parseFloat(getComputedStyle(pages).paddingLeft);
    return Math.min(Math.max(place, 240) / vue.width, 1.75);
  }
  async function disposer() {
    if (veille) veille.disconnect();
    pages.replaceChildren(); cadres = [];
    const premiere = await doc.getPage(1);
    veille = new IntersectionObserver(approche, { root: null, rootMargin: "600px 0px" });
    for (let n = 1; n <= doc.numPages; n++) {
      const cadre = document.createElement("div");
      cadre.className = "page-pdf"; cadre.dataset.page = n;
      dimensionner(cadre, premiere);
      pages.append(cadre); cadres.push(cadre); veille.observe(cadre);
    }
    montrerZoom(premiere);
    if (pages.scrollWidth > pages.clientWidth + 1) pages.tabIndex = 0; else pages.removeAttribute("tabindex");
  }
  function dimensionner(cadre, page) {
    const brute = page.getViewport({ scale: 1, rotation: (page.rotate + rotation) % 360 });
    const vue = page.getViewport({ scale: echelle(brute), rotation: (page.rotate + rotation) % 360 });
    cadre.style.width = Math.floor(vue.width) + "px"; cadre.style.height = Math.floor(vue.height) + "px";
    cadre.style.setProperty("--total-scale-factor", vue.scale); cadre.style.setProperty("--scale-factor", vue.scale);
    return vue;
  }
  function montrerZoom(page) {
    const brute = page.getViewport({ scale: 1, rotation: (page.rotate + rotation) % 360 });
    zoomVu.textContent = Math.round(echelle(brute) * 72 / 96 * 100) + (document.documentElement.lang === "en" ? "%" : "\u00a0%");
  }
  async function approche(entrees) {
    for (const e of entrees) if (e.isIntersecting) await dessiner(e.target);
  }
  async function dessiner(cadre) {
    if (cadre.dataset.fait) return;
    cadre.dataset.fait = "1";
    const page = await doc.getPage(Number(cadre.dataset.page));
    const vue = dimensionner(cadre, page), finesse = Math.min(window.devicePixelRatio || 1, 2);
    const toile = document.createElement("canvas");
    toile.setAttribute("aria-hidden", "true");
    toile.width = Math.floor(vue.width * finesse); toile.height = Math.floor(vue.height * finesse);
    const couche = document.createElement("div");
    couche.className = "couche-texte";
    cadre.replaceChildren(toile, couche);
    await page.render({ canvas: toile, canvasContext: toile.getContext("2d"), viewport: vue, transform: finesse === 1 ? null : [finesse, 0, 0, finesse, 0, 0] }).promise;
    const texte = new pdfjs.TextLayer({ textContentSource: page.streamTextContent({ includeMarkedContent: false }), container: couche, viewport: vue });
    await texte.render();
    document.querySelectorAll("body > canvas").forEach((c) => c.setAttribute("aria-hidden", "true"));
    cadre.dataset.rendu = couche.childElementCount ? "texte" : "image";
  }
  function aller(n) {
    const cible = Math.min(Math.max(n || 1, 1), doc.numPages);
    cadres[cible - 1].scrollIntoView({ block: "start" }); marquer(cible);
  }
  function marquer(n) { courante = n; if (document.activeElement !== numero) numero.value = n; }
  function defiler() {
    const haut = volet.getBoundingClientRect().top + 120;
    const c = cadres.findIndex((x) => x.getBoundingClientRect().bottom > haut);
    if (c >= 0 && c + 1 !== courante) marquer(c + 1);
  }
  async function zoomer(pas) {
    const ici = zoom || parseFloat(zoomVu.textContent) / 100;
    const suite = pas > 0 ? ZOOMS.find((z) => z > ici + 0.01) : [...ZOOMS].reverse().find((z) => z < ici - 0.01);
    if (suite) { zoom = suite; const n = courante; await disposer(); aller(n); }
  }
  async function versTexte() {
    const bouton = q("texte"), zone = q("texte-brut"), oui = bouton.getAttribute("aria-pressed") !== "true";
    bouton.setAttribute("aria-pressed", oui); zone.hidden = !oui; volet.toggleAttribute("data-texte", oui);
    if (!oui || zone.dataset.fait) return;
    zone.dataset.fait = "1";
    let vide = true;
    for (let n = 1; n <= doc.numPages; n++) {
      const contenu = await (await doc.getPage(n)).getTextContent();
      const titre = document.createElement("h3"), p = document.createElement("p");
      titre.textContent = P.mot("pageN").replace("{0}", n);
      p.textContent = contenu.items.map((i) => i.str + (i.hasEOL ? "\n" : "")).join("");
      if (p.textContent.trim()) vide = false;
      zone.append(titre, p);
    }
    if (vide) { const p = document.createElement("p"); p.textContent = P.mot("sansTexte"); zone.replaceChildren(p); }
  }
  numero.addEventListener("change", () => aller(parseInt(numero.value, 10)));
  numero.addEventListener("keydown", (e) => { if (e.key === "Enter") { e.preventDefault(); aller(parseInt(numero.value, 10)); } });
  q("moins").addEventListener("click", () => zoomer(-1));
  q("plus").addEventListener("click", () => zoomer(1));
  q("tourner").addEventListener("click", async () => { rotation = (rotation + 90) % 360; const n = courante; await disposer(); aller(n); });
  q("texte").addEventListener("click", versTexte);
  volet.addEventListener("scroll", defiler, { passive: true });
  addEventListener("scroll", defiler, { passive: true });
  let attente;
  addEventListener("resize", () => { if (!zoom) { clearTimeout(attente); attente = setTimeout(async () => { const n = courante; await disposer(); if (n > 1) aller(n); }, 250); } });
}
