/*
 * Signature par certificat logiciel (.p12). Le fichier et son mot de passe ne quittent jamais cette page : la clé est importée
 * non extractible dans WebCrypto, seules la chaîne de certificats et les valeurs de signature partent au serveur.
 */
(function () {
  "use strict";
  var P = window.paraphe, dialogue = document.getElementById("dialogue-signature");
  if (!dialogue) return;
  function q(nom) { return dialogue.querySelector("[data-s='" + nom + "']"); }
  var fichier = q("fichier"), secret = q("secret"), lire = q("lire"), signer = q("signer"), erreur = q("erreur"), vue = q("certificat");
  var cle = null, chaine = [], algo = null;

  function dire(phrase) { erreur.hidden = !phrase; q("erreur-texte").textContent = phrase || ""; if (phrase) erreur.scrollIntoView({ block: "nearest" }); }
  function oublier() { cle = null; chaine = []; algo = null; vue.hidden = true; signer.disabled = true; }
  function base64(octets) { var s = ""; new Uint8Array(octets).forEach(function (o) { s += String.fromCharCode(o); }); return btoa(s); }
  function octets(texte) { return Uint8Array.from(atob(texte), function (c) { return c.charCodeAt(0); }); }
  function enOctets(binaire) { return Uint8Array.from(binaire, function (c) { return c.charCodeAt(0); }); }
  function chargerForge() {
    if (window.forge) return Promise.resolve(window.forge);
    return new Promise(function (ok, non) {
      var s = document.createElement("script");
      s.src = dialogue.dataset.forge; s.onload = function () { ok(window.forge); }; s.onerror = function () { non(new Error(P.mot("horsLigne"))); };
      document.head.append(s);
    });
  }
  function lireP12(forge, binaire, motDePasse) {
    var p12;
    try { p12 = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(binaire), false, motDePasse); }
    catch (e) {
      var m = String(e && e.message);
      if (/MAC could not be verified|Invalid password/i.test(m)) throw new Error(P.mot("p12Secret"));
      if (/unsupported|Unsupported|Unknown/.test(m)) throw new Error(P.mot("p12Ancien"));
      throw new Error(P.mot("p12Illisible"));
    }
    var sacs = [];
    p12.safeContents.forEach(function (c) { c.safeBags.forEach(function (b) { sacs.push(b); }); });
    var cles = sacs.filter(function (b) { return b.type === forge.pki.oids.keyBag || b.type === forge.pki.oids.pkcs8ShroudedKeyBag; });
    var certs = sacs.filter(function (b) { return b.type === forge.pki.oids.certBag; });
    if (!cles.length) throw new Error(P.mot("p12SansCle"));
    if (!certs.length) throw new Error(P.mot("p12SansCertificat"));
    return { cle: cles[0], certs: certs };
  }
  /* Un certificat à clé elliptique, que la bibliothèque ne sait pas lire en entier : sujet, émetteur et dates suffisent. */
  function lireCertificat(forge, sac) {
    if (sac.cert || !sac.asn1) return sac.cert;
    var champs = sac.asn1.value[0].value, i = champs[0].tagClass === forge.asn1.Class.CONTEXT_SPECIFIC ? 3 : 2;
    function date(d) { return d.type === forge.asn1.Type.UTCTIME ? forge.asn1.utcTimeToDate(d.value) : forge.asn1.generalizedTimeToDate(d.value); }
    return {
      issuer: { attributes: forge.pki.RDNAttributesAsArray(champs[i]) }, subject: { attributes: forge.pki.RDNAttributesAsArray(champs[i + 2]) },
      validity: { notBefore: date(champs[i + 1].value[0]), notAfter: date(champs[i + 1].value[1]) }, getExtension: function () { return null; }
    };
  }
  function derCertificat(forge, sac) { return forge.asn1.toDer(sac.cert ? forge.pki.certificateToAsn1(sac.cert) : sac.asn1).getBytes(); }
  function derCle(forge, sac) {
    var pkcs8 = sac.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(sac.key)) : sac.asn1;
    return enOctets(forge.asn1.toDer(pkcs8).getBytes());
  }
  function identifiant(sac) { var a = sac.attributes && sac.attributes.localKeyId; return a && a[0]; }
  function nom(attributs) {
    function de(court) { var a = attributs.filter(function (x) { return x.shortName === court; })[0]; return a ? decode(a.value) : ""; }
    return [de("CN"), de("O")].filter(Boolean).join(", ");
  }
  function decode(v) { try { return decodeURIComponent(escape(v)); } catch (e) { return v; } }
  /* Le certificat de la clé d’abord, puis ceux qui l’ont émis, dans l’ordre. */
  function ordonner(certs, premier) {
    var suite = [premier], reste = certs.filter(function (c) { return c !== premier; });
    for (;;) {
      var haut = suite[suite.length - 1];
      var parent = haut.cert && reste.filter(function (c) { return c.cert && c.cert.subject.hash === haut.cert.issuer.hash; })[0];
      if (!parent) return suite;
      suite.push(parent); reste.splice(reste.indexOf(parent), 1);
    }
  }
  function importer(der) {
    var rsa = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    return crypto.subtle.importKey("pkcs8", der, rsa, false, ["sign"]).then(function (k) { return { cle: k, algo: rsa }; }, function () {
      return ["P-256", "P-384"].reduce(function (essai, courbe) {
        return essai.catch(function () {
          return crypto.subtle.importKey("pkcs8", der, { name: "ECDSA", namedCurve: courbe }, false, ["sign"]).then(function (k) { return { cle: k, algo: { name: "ECDSA", hash: "SHA-256", brut: true } }; });
        });
      }, Promise.reject());
    }).catch(function () { throw new Error(P.mot("cleNonPriseEnCharge")); });
  }
  /* WebCrypto rend r‖s ; CMS attend SEQUENCE { r, s }. */
  function derEcdsa(brut) {
    var b = new Uint8Array(brut), m = b.length / 2;
    function entier(part) {
      var i = 0; while (i < part.length - 1 && part[i] === 0) i++;
      var v = Array.from(part.slice(i)); if (v[0] & 0x80) v.unshift(0);
      return [2, v.length].concat(v);
    }
    var corps = entier(b.slice(0, m)).concat(entier(b.slice(m)));
    return Uint8Array.from([0x30].concat(corps.length < 128 ? [corps.length] : [0x81, corps.length], corps));
  }
  function raisonInutilisable(cert) {
    if (!cert) return "";
    var maintenant = new Date(), usage = cert.getExtension("keyUsage");
    function jour(d) { return d.toLocaleDateString(document.documentElement.lang); }
    if (maintenant > cert.validity.notAfter) return P.mot("certExpire").replace("{0}", jour(cert.validity.notAfter));
    if (maintenant < cert.validity.notBefore) return P.mot("certFutur").replace("{0}", jour(cert.validity.notBefore));
    if (usage && !usage.digitalSignature && !usage.nonRepudiation) return P.mot("certUsage");
    return "";
  }
  function presenter(cert) {
    var raison = raisonInutilisable(cert);
    function ecrire(cle, v) { q(cle).textContent = v; }
    if (cert) {
      var jour = function (d) { return d.toLocaleDateString(document.documentElement.lang); };
      ecrire("sujet", nom(cert.subject.attributes)); ecrire("emetteur", nom(cert.issuer.attributes));
      ecrire("validite", P.mot("duAu").replace("{0}", jour(cert.validity.notBefore)).replace("{1}", jour(cert.validity.notAfter)));
    } else { ecrire("sujet", P.mot("certEcdsa")); ecrire("emetteur", "—"); ecrire("validite", "—"); }
    q("utilisable").hidden = !!raison; q("inutilisable").hidden = !raison; ecrire("raison", raison);
    vue.hidden = false; signer.disabled = !!raison;
    P.annoncer(raison || P.mot("certPret"));
    if (!raison) signer.focus();
  }
  function ouvrir() {
    dire(""); oublier();
    var f = fichier.files[0];
    if (!f) { dire(P.mot("p12Choisir")); fichier.focus(); return Promise.resolve(); }
    if (!window.isSecureContext || !crypto.subtle) { dire(P.mot("contexteNonSur")); return Promise.resolve(); }
    lire.disabled = true;
    return Promise.all([chargerForge(), f.arrayBuffer()]).then(function (r) {
      var forge = r[0], sacs = lireP12(forge, forge.util.createBuffer(r[1]), secret.value);
      var id = identifiant(sacs.cle);
      var premier = sacs.certs.filter(function (c) { return id && identifiant(c) === id; })[0] || sacs.certs[0];
      chaine = ordonner(sacs.certs, premier).map(function (c) { return base64(enOctets(derCertificat(forge, c))); });
      var der = derCle(forge, sacs.cle);
      return importer(der).then(function (k) { der.fill(0); cle = k.cle; algo = k.algo; secret.value = ""; presenter(lireCertificat(forge, premier)); });
    }).catch(function (e) {
      oublier(); dire(e.message); lire.disabled = false;
      if (e.message === P.mot("p12Secret")) { secret.focus(); secret.select(); } else lire.focus();
    }).then(function () { lire.disabled = false; });
  }
  function apposer(prepare) {
    return Promise.all(prepare.aSigner.map(function (d) {
      return crypto.subtle.sign(algo, cle, octets(d.octets)).then(function (v) { return { document: d.document, valeur: base64(algo.brut ? derEcdsa(v) : v) }; });
    }));
  }
  function metadonnees() {
    var saisies = {};
    document.querySelectorAll("[data-metadonnee]").forEach(function (e) {
      if (e.form && e.form.id === "decision") saisies[e.dataset.metadonnee] = e.type === "checkbox" ? String(e.checked) : e.value;
    });
    return saisies;
  }
  function valider() {
    if (!cle) return;
    dire(""); signer.disabled = true; dialogue.setAttribute("aria-busy", "true"); q("progression").hidden = false;
    P.annoncer(P.mot("signatureEnCours"));
    var champ = function (nomChamp) { var e = document.querySelector("[data-annotation='" + nomChamp + "']"); return e ? e.value : ""; };
    var saisies = metadonnees();
    P.appeler("/app/signature/preparer", { dossiers: [dialogue.dataset.dossier], chaine: chaine, metadonnees: saisies })
      .then(function (prepare) {
        if (!prepare.aSigner.length) throw new Error((prepare.refus[0] || {}).raison || P.mot("horsLigne"));
        return apposer(prepare).then(function (valeurs) {
          return P.appeler("/app/signature/incorporer", { jeton: prepare.jeton, valeurs: valeurs, version: Number(dialogue.dataset.version), annotation: champ("publique"), annotationPrivee: champ("privee"), metadonnees: saisies });
        });
      })
      .then(function (r) {
        var refuse = r.resultats.filter(function (x) { return !x.signe; })[0];
        if (refuse) throw new Error(refuse.raison);
        oublier();
        document.querySelector("[data-s-suite]").click();
      })
      .catch(function (e) {
        if (/^CERTIFICAT/.test(e.code || "")) oublier();
        dire(e.message); signer.disabled = !cle; (cle ? signer : fichier).focus();
        P.annoncer(e.message); dialogue.removeAttribute("aria-busy"); q("progression").hidden = true;
      });
  }
  fichier.addEventListener("change", function () { oublier(); dire(""); q("nom-fichier").textContent = fichier.files[0] ? fichier.files[0].name : P.mot("aucunFichier"); if (fichier.files[0]) secret.focus(); });
  dialogue.querySelector("form").addEventListener("submit", function (e) { e.preventDefault(); if (cle) valider(); else ouvrir(); });
  signer.addEventListener("click", valider);
  dialogue.addEventListener("close", function () { secret.value = ""; oublier(); dire(""); });
})();
