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
/* Un champ qui propose : les réponses du serveur remplissent sa liste native ; l’onglet ouvert survit à un envoi. */
(function () {
  "use strict";
  var P = window.paraphe;
  Array.prototype.slice.call(document.querySelectorAll("input[data-propose]")).forEach(function (champ, i) {
    var liste = document.createElement("datalist"), attente = 0, dernier = "";
    liste.id = "propositions-" + i; champ.after(liste); champ.setAttribute("list", liste.id);
    champ.addEventListener("input", function () {
      clearTimeout(attente);
      attente = setTimeout(function () {
        var texte = champ.value.trim();
        if (!texte || texte === dernier) return;
        dernier = texte;
        P.appeler("/app/propositions", { quoi: champ.dataset.propose, texte: texte }).then(function (r) {
          liste.replaceChildren.apply(liste, r.propositions.map(function (p) {
            var o = document.createElement("option"); o.value = p.valeur; o.label = p.libelle + " (" + p.valeur + ")"; return o;
          }));
        }, function () { /* le champ se remplit aussi à la main */ });
      }, 160);
    });
    /* Entrée dans ce champ ajoute, elle n’enregistre pas toute la fiche. */
    champ.addEventListener("keydown", function (e) {
      var bouton = champ.dataset.bouton && document.getElementById(champ.dataset.bouton);
      if (e.key === "Enter" && bouton) { e.preventDefault(); bouton.click(); }
    });
  });
  var garde = document.querySelector("input[data-onglet]");
  if (garde) {
    if (garde.value) P.activerOnglet(garde.value);
    document.addEventListener("click", function (e) { var t = e.target.closest("[role=tab]"); if (t) garde.value = t.id; });
    document.addEventListener("keyup", function (e) { var t = e.target.closest && e.target.closest("[role=tab][aria-selected=true]"); if (t) garde.value = t.id; });
  }
})();
