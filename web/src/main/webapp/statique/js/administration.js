/* Administration : une saisie changée et pas enregistrée ne se perd pas sans qu’on le dise. */
(function () {
  "use strict";
  var formulaires = Array.prototype.slice.call(document.querySelectorAll("form[data-surveille]"));
  var change = false;
  formulaires.forEach(function (f) {
    f.addEventListener("input", function () {
      change = true;
      var etat = document.querySelector("[data-etat]");
      if (etat) { etat.textContent = etat.dataset.etat; }
    });
    f.addEventListener("submit", function () { change = false; });
  });
  addEventListener("beforeunload", function (e) { if (change) { e.preventDefault(); } });
})();
