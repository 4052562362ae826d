/* Raccourcis d’une touche (UX-04). Muets dans un champ ou un dialogue ; l’aide ne liste que ceux valables ici. */
(function () {
  "use strict";
  var P = window.paraphe, prefixe = "";
  var cibles = {
    j: "[data-touche=j]", k: "[data-touche=k]", v: "[data-touche=v]", s: "[data-touche=s]", r: "[data-touche=r]", "/": "[data-touche='/']"
  };
  function visible(e) { return !!e && e.getClientRects().length > 0; }
  function cible(touche) {
    return Array.prototype.slice.call(document.querySelectorAll(cibles[touche])).filter(function (e) { return visible(e) || e.dataset.touche === "j" || e.dataset.touche === "k"; })[0];
  }
  function dansUnChamp(e) { return !!e.closest("input:not([type=checkbox]):not([type=radio]),textarea,select,[contenteditable]"); }
  document.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
    if (dansUnChamp(e.target) || document.querySelector("dialog[open]")) return;
    if (document.documentElement.dataset.raccourcis === "non") return;
    if (e.key === "?") { e.preventDefault(); aide(); return; }
    if (prefixe === "g" && e.key === "b") { location.assign(document.documentElement.dataset.base + "/bureaux.xhtml"); return; }
    prefixe = e.key === "g" ? "g" : "";
    if (!cibles[e.key]) return;
    var c = cible(e.key);
    if (!c) return;
    e.preventDefault();
    if (c.matches("input")) c.focus(); else c.click();
  });
  function aide() {
    var d = document.getElementById("aide-clavier");
    if (!d) return;
    d.querySelectorAll("[data-aide]").forEach(function (l) { l.hidden = l.dataset.aide !== "" && !cible(l.dataset.aide); });
    P.ouvrirDialogue("aide-clavier");
  }
})();
