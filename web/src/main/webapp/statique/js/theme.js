/* Chargé dans l’en-tête, avant le premier trait : le thème « système » devient clair ou sombre sans clignoter. */
(function () {
  "use strict";
  var racine = document.documentElement;
  var sombre = matchMedia("(prefers-color-scheme: dark)");
  var contraste = matchMedia("(prefers-contrast: more)");
  function appliquer() {
    var choix = racine.dataset.themeChoisi || "systeme";
    racine.dataset.theme = choix === "systeme" ? (sombre.matches ? "sombre" : "clair") : choix;
    if (racine.dataset.contrasteChoisi === "renforce" || contraste.matches) racine.dataset.contraste = "renforce";
    else delete racine.dataset.contraste;
  }
  window.paraphe = { appliquerTheme: appliquer };
  sombre.addEventListener("change", appliquer);
  contraste.addEventListener("change", appliquer);
  appliquer();
})();
