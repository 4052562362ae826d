/* Comportements communs : dialogues, onglets, bascules, menu du compte, double envoi, retour de session. */
(function () {
  "use strict";
  var P = window.paraphe;
  var racine = document.documentElement;
  function tous(sel, dans) { return Array.prototype.slice.call((dans || document).querySelectorAll(sel)); }
  P.mot = function (cle) {
    var t = document.getElementById("mots-js");
    return (t && t.dataset[cle]) || "";
  };
  P.annoncer = function (phrase) {
    var zone = document.getElementById("annonce-vive");
    if (zone) { zone.textContent = ""; setTimeout(function () { zone.textContent = phrase; }, 60); }
  };
  /* Une alerte visible, en haut de la page, pour ce qu’un appel n’a pas pu faire. */
  P.alerter = function (phrase) {
    var zone = document.getElementById("messages");
    if (!zone) { P.annoncer(phrase); return; }
    var b = document.createElement("div"), p = document.createElement("div");
    b.className = "bandeau p-rouge"; b.setAttribute("role", "alert"); p.textContent = phrase; b.append(p);
    zone.replaceChildren(b); b.scrollIntoView({ block: "nearest" });
  };
  /* Appel d’un point d’entrée JSON : même origine, en-tête à nous, jamais de requête simple. */
  P.appeler = function (chemin, corps) {
    return fetch(racine.dataset.base + chemin, {
      method: "POST", credentials: "same-origin", redirect: "manual",
      headers: { "Content-Type": "application/json", "X-Paraphe": "1", "Accept": "application/json" },
      body: JSON.stringify(corps)
    }).catch(function () { throw new Error(P.mot("horsLigne")); }).then(function (r) {
      var json = (r.headers.get("Content-Type") || "").indexOf("application/json") === 0;
      if (r.type === "opaqueredirect" || !json) throw new Error(P.mot("sessionFinie"));
      return r.json().then(function (d) {
        if (r.ok) return d;
        var e = new Error(d.message || P.mot("horsLigne")); e.nature = d.nature || ""; e.code = d.code || ""; throw e;
      });
    });
  };

  function ouvrirDialogue(id) {
    var d = document.getElementById(id);
    if (!d || d.open) return;
    d.showModal();
    var cible = d.querySelector("[data-focus]") || d.querySelector("h2");
    if (cible) cible.focus();
    d.dispatchEvent(new CustomEvent("paraphe:ouvert"));
  }
  P.ouvrirDialogue = ouvrirDialogue;

  document.addEventListener("click", function (e) {
    var b = e.target.closest("[data-ouvre],[data-ferme],[data-voir],[data-vue-bouton],[data-copie],[data-motif]");
    if (!b) { fermerDepliants(e.target); return; }
    if (b.dataset.ouvre) { e.preventDefault(); ouvrirDialogue(b.dataset.ouvre); }
    else if ("ferme" in b.dataset) { e.preventDefault(); b.closest("dialog").close(); }
    else if (b.dataset.voir) {
      var champ = document.getElementById(b.dataset.voir), clair = champ.type === "password";
      champ.type = clair ? "text" : "password"; b.setAttribute("aria-pressed", clair);
    } else if (b.dataset.vueBouton) {
      b.closest("main").querySelector("[data-vue]").dataset.vue = b.dataset.vueBouton;
      tous("[data-vue-bouton]").forEach(function (x) { x.setAttribute("aria-pressed", x === b); });
    } else if (b.dataset.copie) {
      navigator.clipboard.writeText(b.dataset.copie).then(function () { P.annoncer(P.mot("copie")); montrerFait(b); });
    } else if (b.dataset.motif) {
      var zone = document.getElementById(b.dataset.pour);
      zone.value = b.dataset.motif + (zone.value ? " " + zone.value : ""); zone.focus();
    }
  });
  /* Un geste sans autre effet visible montre une coche deux secondes. */
  function montrerFait(bouton) {
    var u = bouton.querySelector("use"), avant = u.getAttribute("href");
    u.setAttribute("href", racine.dataset.icones + "#i-coche");
    setTimeout(function () { u.setAttribute("href", avant); }, 2000);
  }
  /* Une icône seule montre son nom à qui la survole. */
  tous(".btn--icone[aria-label]:not([title])").forEach(function (b) { b.title = b.getAttribute("aria-label"); });
  function fermerDepliants(cible) {
    tous("details.depliant[open]").forEach(function (d) { if (!d.contains(cible)) d.open = false; });
  }
  document.addEventListener("keydown", function (e) {
    if (e.key !== "Escape") return;
    tous("details.depliant[open]").forEach(function (d) { d.open = false; d.querySelector("summary").focus(); });
  });

  /* Onglets : flèches, Début, Fin ; l’onglet choisi est rappelé dans l’ancre. */
  function activer(onglet, focus) {
    tous("[role=tab]", onglet.closest("[role=tablist]")).forEach(function (t) {
      var oui = t === onglet;
      t.setAttribute("aria-selected", oui); t.tabIndex = oui ? 0 : -1;
      var volet = document.getElementById(t.getAttribute("aria-controls"));
      if (volet) volet.hidden = !oui;
    });
    if (focus) onglet.focus();
  }
  P.activerOnglet = function (id) { var o = document.getElementById(id); if (o) activer(o, false); };
  tous("[role=tablist]").forEach(function (liste) {
    var tabs = tous("[role=tab]", liste);
    tabs.forEach(function (t, i) {
      t.addEventListener("click", function () { activer(t, false); });
      t.addEventListener("keydown", function (e) {
        var pas = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
        var cible = e.key === "Home" ? tabs[0] : e.key === "End" ? tabs[tabs.length - 1] : pas ? tabs[(i + pas + tabs.length) % tabs.length] : null;
        if (cible) { e.preventDefault(); activer(cible, true); }
      });
    });
  });

  /* Affichage : effet immédiat, puis gardé côté serveur. */
  function reglages() {
    var r = { theme: "systeme", contraste: "normal", taille: "normal", densite: "confortable", langue: racine.lang };
    tous("#menu-moi [data-reglage]").forEach(function (i) {
      if (i.type === "radio") { if (i.checked) r[i.dataset.reglage] = i.value; }
      else if (i.checked) r[i.dataset.reglage] = i.value;
    });
    return r;
  }
  function montrer(r) {
    racine.dataset.themeChoisi = r.theme; racine.dataset.contrasteChoisi = r.contraste;
    racine.dataset.taille = r.taille; racine.dataset.densite = r.densite;
    P.appliquerTheme();
  }
  var actuels = { theme: racine.dataset.themeChoisi, contraste: racine.dataset.contrasteChoisi, taille: racine.dataset.taille, densite: racine.dataset.densite, langue: racine.lang };
  tous("#menu-moi [data-reglage]").forEach(function (i) {
    i.checked = actuels[i.dataset.reglage] === i.value;
    i.addEventListener("change", function () {
      var r = reglages(), langue = r.langue !== racine.lang; montrer(r);
      P.appeler("/app/affichage", r).then(function () {
        if (langue) location.reload(); else P.annoncer(P.mot("enregistre"));
      }, function (err) { P.alerter(err.message); });
    });
  });

  /* Un envoi ne part qu’une fois ; le bouton pressé reste celui qui compte. */
  document.addEventListener("submit", function (e) {
    var f = e.target;
    if (e.defaultPrevented || f.method === "dialog" || f.method === "get") return;
    if (f.dataset.envoye) { e.preventDefault(); return; }
    f.dataset.envoye = "1"; f.setAttribute("aria-busy", "true");
    setTimeout(function () { delete f.dataset.envoye; f.removeAttribute("aria-busy"); }, 8000);
  });
  addEventListener("pageshow", function () {
    tous("form[data-envoye]").forEach(function (f) { delete f.dataset.envoye; f.removeAttribute("aria-busy"); });
  });
  tous("select[data-soumet]").forEach(function (s) { s.addEventListener("change", function () { s.form.requestSubmit(); }); });

  /* Liste en trois volets : au-delà de 720 px, le dossier s’ouvre à côté de la liste. */
  var trois = matchMedia("(min-width: 720px)");
  document.addEventListener("click", function (e) {
    var lien = e.target.closest("a[data-cote]");
    if (lien && trois.matches && !e.ctrlKey && !e.metaKey && !e.shiftKey && e.button === 0) { e.preventDefault(); location.assign(lien.dataset.cote); }
  });
  var ouvert = document.querySelector(".liste > .dossier[data-ouvert=oui]");
  if (ouvert) ouvert.scrollIntoView({ block: "nearest" });

  /* Saisie en cours : gardée dans l’onglet si la session se perd (JSF-09, UX-26). */
  tous("[data-garde]").forEach(function (t) {
    var cle = "paraphe.saisie." + t.dataset.garde;
    try {
      if (!t.value && sessionStorage.getItem(cle)) t.value = sessionStorage.getItem(cle);
      t.addEventListener("input", function () { sessionStorage.setItem(cle, t.value); });
      if (t.form) t.form.addEventListener("submit", function () { sessionStorage.setItem(cle, t.value); });
    } catch (err) { /* stockage refusé : rien à garder */ }
  });
  try {
    tous("[data-oublie]").forEach(function (m) {
      Object.keys(sessionStorage).forEach(function (k) { if (k.indexOf("paraphe.saisie." + m.dataset.oublie) === 0) sessionStorage.removeItem(k); });
    });
  } catch (err) { /* stockage refusé */ }
  /* Une réponse ajax illisible est presque toujours la page de connexion d’une session finie. */
  if (window.jQuery) window.jQuery(document).on("pfAjaxError pfAjaxComplete pfAjaxSuccess", function (e, xhr) {
    var type = xhr && xhr.getResponseHeader && xhr.getResponseHeader("Content-Type");
    if (type && type.indexOf("xml") < 0) P.alerter(P.mot("sessionFinie"));
  });
  /* Une faute se dit tant qu’elle dure : le champ rempli, sa phrase s’en va. */
  function effacerFaute(champ) {
    var faute = document.getElementById(champ.id + "-faute");
    if (champ.getAttribute("aria-invalid") === "true" && champ.value) champ.setAttribute("aria-invalid", "false");
    if (faute && champ.getAttribute("aria-invalid") !== "true") faute.hidden = true;
  }
  function effacerFautes() { tous("[aria-invalid]").forEach(effacerFaute); dresserBilan(); }
  /* Dès la frappe : à la sortie du champ, la phrase qui s’en va déplacerait le bouton sous le clic. */
  ["input", "change"].forEach(function (geste) {
    document.addEventListener(geste, function (e) { if (e.target.matches("[aria-invalid]")) { effacerFaute(e.target); dresserBilan(); } });
  });
  if (window.jQuery) window.jQuery(document).on("pfAjaxComplete", effacerFautes);
  /* Après un refus : le bilan mène à chaque champ fautif, et le premier reçoit le focus. */
  var bilan = document.querySelector("[data-bilan]"), rappel = bilan && bilan.textContent;
  function fautifs() { return tous("main [aria-invalid=true]"); }
  function dresserBilan() {
    var champs = fautifs();
    if (!bilan) return;
    bilan.textContent = champs.length ? (champs.length > 1 ? P.mot("fautes").replace("{0}", champs.length) : P.mot("faute")) : rappel;
    champs.forEach(function (c, i) {
      var a = document.createElement("a"), libelle = document.querySelector("label[for='" + c.id + "']");
      a.href = "#" + c.id; a.textContent = libelle ? libelle.firstChild.textContent.trim() : c.name;
      bilan.append(i ? ", " : " ", a);
    });
  }
  dresserBilan();
  /* Une page qui s’ouvre sur un message le dit : une zone vive déjà remplie ne s’annonce pas. */
  var message = document.querySelector("#messages > .bandeau");
  if (message && message.getAttribute("role") === "status") P.annoncer(message.textContent.trim());
  else if (message && !fautifs().length) { message.tabIndex = -1; message.focus(); }
  if (fautifs().length && !document.querySelector("dialog[data-ouvert-au-chargement=oui]")) fautifs()[0].focus();
  var connexion = document.getElementById("connexion");
  if (connexion) connexion.querySelector(connexion.j_username.value ? "#j_password" : "#j_username").focus();
  tous("dialog[data-ouvert-au-chargement=oui]").forEach(function (d) { ouvrirDialogue(d.id); });
  if (document.body.dataset.focus) { var c = document.getElementById(document.body.dataset.focus); if (c) c.focus(); }
})();
