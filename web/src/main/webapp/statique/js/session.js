/* Deux minutes avant la fin de la session, on le dit et on propose de rester (UX-26). Rien ne prolonge la session sans un geste. */
(function () {
  "use strict";
  var P = window.paraphe, d = document.getElementById("dialogue-session");
  if (!d) return;
  var duree = Number(d.dataset.duree), preavis = Math.min(120, duree / 2), fin = 0, battement = null;
  function armer() {
    fin = Date.now() + duree * 1000;
    clearInterval(battement);
    battement = setInterval(regarder, 1000);
  }
  function regarder() {
    var reste = Math.max(0, Math.round((fin - Date.now()) / 1000));
    if (reste > preavis) return;
    d.querySelector("[data-reste]").textContent = P.mot("minutes").replace("{0}", Math.floor(reste / 60)).replace("{1}", String(reste % 60).padStart(2, "0"));
    if (!d.open) {
      document.querySelectorAll("dialog[open]").forEach(function (autre) { if (autre !== d) autre.close(); });
      P.ouvrirDialogue("dialogue-session");
    }
    if (reste === 0) { clearInterval(battement); document.getElementById("sortie:sortir").click(); }
  }
  d.querySelector("[data-rester]").addEventListener("click", function () {
    P.appeler("/app/presence", {}).then(function () { d.close(); armer(); }, function (e) { d.close(); P.alerter(e.message); });
  });
  d.addEventListener("cancel", function (e) { e.preventDefault(); d.querySelector("[data-rester]").click(); });
  if (duree > 0) armer();
})();
