/* Dépôt de fichiers : vrai champ fichier, zone de dépôt, envoi en flux avec progression, une ligne et une faute par fichier. */
(function () {
  "use strict";
  var P = window.paraphe, zone = document.querySelector("[data-depot]");
  if (!zone) return;
  var champ = zone.querySelector("input[type=file]"), liste = document.getElementById("pieces");
  var registre = document.querySelector("[data-registre]"), maxi = Number(zone.dataset.maxi), pieces = [];

  function mot(cle, valeurs) {
    var t = P.mot(cle);
    (valeurs || []).forEach(function (v, i) { t = t.replace("{" + i + "}", v); });
    return t;
  }
  function taille(octets) {
    var unites = P.mot("unites").split("|"), v = octets, i = 0;
    while (v >= 1000 && i < unites.length - 1) { v /= 1000; i++; }
    return v.toLocaleString(document.documentElement.lang, { maximumFractionDigits: i ? 1 : 0 }) + "\u00a0" + unites[i];
  }
  function element(nom, classe, texte) {
    var e = document.createElement(nom);
    if (classe) e.className = classe;
    if (texte !== undefined) e.textContent = texte;
    return e;
  }
  function icone(nom) {
    var s = document.createElementNS("http://www.w3.org/2000/svg", "svg"), u = document.createElementNS("http://www.w3.org/2000/svg", "use");
    s.setAttribute("class", "ic"); s.setAttribute("aria-hidden", "true");
    u.setAttribute("href", document.documentElement.dataset.icones + "#i-" + nom); s.append(u);
    return s;
  }
  function bouton(classe, nom, libelle, action) {
    var b = element("button", "btn btn--petit btn--discret " + classe);
    b.type = "button"; b.setAttribute("aria-label", libelle); b.append(icone(nom)); b.addEventListener("click", action);
    return b;
  }
  function ecrire() {
    registre.value = JSON.stringify(pieces.filter(function (p) { return p.jeton; }).map(function (p) { return { jeton: p.jeton, principal: !!p.principal }; }));
    liste.hidden = pieces.length === 0;
  }
  function promouvoir() {
    if (!pieces.some(function (p) { return p.principal; })) {
      var premier = pieces.filter(function (p) { return !p.faute; })[0];
      if (premier) premier.principal = true;
    }
    pieces.forEach(peindre); ecrire();
  }
  function retirer(p) {
    if (p.requete) p.requete.abort();
    if (p.jeton) P.appeler("/app/depot/retirer", { jeton: p.jeton }).catch(function () { /* balayé à la fin de la session */ });
    var i = pieces.indexOf(p); pieces.splice(i, 1); p.ligne.remove(); promouvoir();
    P.annoncer(mot("pieceRetiree", [p.nom])); champ.focus();
  }
  function peindre(p) {
    var l = p.ligne, corps = element("div"), actions = element("div", "actions");
    corps.append(element("b", "", p.nom));
    l.className = "piece" + (p.faute ? " piece--faute" : "");
    if (p.faute) corps.append(element("p", "faute", p.faute));
    else if (p.jeton) {
      var petit = element("small", "", taille(p.taille) + " · ");
      petit.append(element("span", p.principal ? "etiquette p-accent" : "etiquette", P.mot(p.principal ? "principal" : "annexe")));
      corps.append(petit);
    } else {
      p.texte = element("small", "num", mot("envoiEnCours", ["0", taille(p.taille)])); corps.append(p.texte);
    }
    if (p.jeton && !p.principal) actions.append(bouton("", "drapeau", mot("rendrePrincipal", [p.nom]), function () {
      pieces.forEach(function (x) { x.principal = x === p; }); promouvoir(); P.annoncer(mot("estPrincipal", [p.nom])); champ.focus();
    }));
    if (p.faute && p.fichier && p.reprise) actions.append(bouton("", "tourner", mot("reessayer", [p.nom]), function () { p.faute = ""; p.principal = !pieces.some(function (x) { return x.principal; }); envoyer(p); }));
    actions.append(bouton("btn--icone", "croix", mot(p.jeton || p.faute ? "retirer" : "annulerEnvoi", [p.nom]), function () { retirer(p); }));
    l.replaceChildren(icone(p.faute ? "alerte" : p.principal || !p.jeton ? "pdf" : "trombone"), corps, actions);
    if (!p.faute && !p.jeton) {
      p.barre = element("progress", "progres large"); p.barre.max = 100; p.barre.value = 0;
      p.barre.setAttribute("aria-label", mot("envoiDe", [p.nom])); l.append(p.barre);
    }
  }
  function echouer(p, phrase, reprise) {
    p.faute = phrase; p.reprise = reprise; P.annoncer(p.nom + " : " + phrase);
    if (p.principal) { p.principal = false; promouvoir(); } else peindre(p);
  }
  function envoyer(p) {
    peindre(p);
    var x = new XMLHttpRequest(); p.requete = x;
    x.open("POST", document.documentElement.dataset.base + "/app/depot");
    x.setRequestHeader("Content-Type", "application/octet-stream");
    x.setRequestHeader("X-Paraphe", "1");
    x.setRequestHeader("X-Nom-Fichier", encodeURIComponent(p.nom));
    x.upload.onprogress = function (e) {
      if (!p.barre || !e.lengthComputable) return;
      p.barre.value = Math.round(100 * e.loaded / e.total);
      p.texte.textContent = e.loaded < e.total ? mot("envoiEnCours", [taille(e.loaded), taille(e.total)]) : P.mot("verification");
    };
    x.onload = function () {
      p.requete = null;
      var d = {};
      try { d = JSON.parse(x.responseText); } catch (err) { echouer(p, P.mot("sessionFinie"), true); return; }
      if (x.status !== 200) { echouer(p, d.message || P.mot("horsLigne"), x.status >= 500); return; }
      p.jeton = d.jeton; p.nom = d.nom; p.taille = d.taille; peindre(p); ecrire(); P.annoncer(mot("pieceRecue", [p.nom]));
    };
    x.onerror = function () { p.requete = null; echouer(p, P.mot("horsLigne"), true); };
    x.send(p.fichier);
  }
  function prendre(fichiers) {
    Array.prototype.forEach.call(fichiers, function (f) {
      var p = { fichier: f, nom: f.name, taille: f.size, ligne: element("li", "piece") };
      p.principal = !pieces.some(function (x) { return x.principal; });
      pieces.push(p); liste.append(p.ligne); liste.hidden = false;
      if (f.size > maxi) echouer(p, mot("tropGros", [taille(maxi)]), false);
      else if (f.size === 0) echouer(p, P.mot("fichierVide"), false);
      else envoyer(p);
    });
    ecrire();
  }
  champ.addEventListener("change", function () { prendre(champ.files); champ.value = ""; });
  var dessus = 0;
  addEventListener("dragenter", function (e) { if (e.dataTransfer && Array.prototype.indexOf.call(e.dataTransfer.types, "Files") >= 0) { dessus++; document.body.classList.add("depot-actif"); } });
  addEventListener("dragleave", function () { dessus = Math.max(0, dessus - 1); if (!dessus) document.body.classList.remove("depot-actif"); });
  addEventListener("dragover", function (e) { e.preventDefault(); });
  addEventListener("drop", function (e) {
    e.preventDefault(); dessus = 0; document.body.classList.remove("depot-actif");
    if (e.dataTransfer.files.length) prendre(e.dataTransfer.files);
  });
  /* Page rendue à nouveau après un refus : les pièces déjà reçues sont toujours là. */
  JSON.parse(zone.dataset.deja || "[]").forEach(function (d) {
    var p = { nom: d.nom, taille: d.taille, jeton: d.jeton, principal: d.principal, ligne: element("li", "piece") };
    pieces.push(p); liste.append(p.ligne); peindre(p);
  });
  promouvoir();
  addEventListener("beforeunload", function (e) { if (pieces.some(function (p) { return p.requete; })) e.preventDefault(); });
})();
