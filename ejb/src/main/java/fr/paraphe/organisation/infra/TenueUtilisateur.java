package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.ActeAdministration;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauTenu;
import fr.paraphe.organisation.Changements;
import fr.paraphe.organisation.CompteOuvert;
import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.organisation.FaitAdministration;
import fr.paraphe.organisation.ObjetAdministre;
import fr.paraphe.organisation.ReglageUtilisateur;
import fr.paraphe.organisation.RoleUtilisateur;
import fr.paraphe.organisation.UtilisateurId;
import fr.paraphe.organisation.modele.Utilisateur;
import fr.paraphe.socle.ErreurMetier;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Écrit un compte et ses bureaux, et publie ce qui change. Les droits sont déjà vérifiés. */
@Dependent
public class TenueUtilisateur {

  private final UtilisateurRepository comptes;
  private final BureauRepository bureaux;
  private final Event<FaitAdministration> faits;

  @Inject
  public TenueUtilisateur(
      UtilisateurRepository comptes, BureauRepository bureaux, Event<FaitAdministration> faits) {
    this.comptes = comptes;
    this.bureaux = bureaux;
    this.faits = faits;
  }

  public ReglageUtilisateur reglage(Utilisateur u) {
    Map<String, String> informations = comptes.informations(u.id());
    return new ReglageUtilisateur(
        u.identifiant(),
        u.prenom(),
        u.nom(),
        u.courriel(),
        u.role(),
        informations.getOrDefault("TITRE", ""),
        informations.getOrDefault("VILLE", ""),
        informations.getOrDefault("CODEPOSTAL", ""),
        comptes.bureaux(u.id()));
  }

  public String login(Utilisateur u) {
    return u.identifiant()
        + comptes.domaine(new fr.paraphe.organisation.CollectiviteId(u.collectiviteId()));
  }

  public CompteOuvert creer(Acteur acteur, ReglageUtilisateur reglage) {
    Utilisateur u = new Utilisateur(acteur.collectivite().valeur(), reglage.identifiant());
    u.regler(reglage);
    String clair = Bcrypt.tirer();
    u.poserMotDePasse(Bcrypt.empreinte(clair));
    comptes.ajouter(u);
    lier(acteur, u, reglage);
    publier(acteur, u, ActeAdministration.CREER, comparer(null, reglage(u)));
    return new CompteOuvert(new UtilisateurId(u.id()), login(u), clair);
  }

  public void modifier(Acteur acteur, Utilisateur u, ReglageUtilisateur reglage) {
    ReglageUtilisateur avant = reglage(u);
    boolean administrait = u.administreTout();
    if (administrait && reglage.role() != u.role()) {
      exigerUnAutre(acteur, reglage.role());
    }
    u.regler(reglage);
    lier(acteur, u, reglage);
    comptes.avancer(u);
    Changements changements = comparer(avant, reglage(u));
    if (!changements.aucun()) {
      publier(acteur, u, ActeAdministration.MODIFIER, changements);
    }
  }

  public CompteOuvert changerMotDePasse(Acteur acteur, Utilisateur u) {
    String clair = Bcrypt.tirer();
    u.poserMotDePasse(Bcrypt.empreinte(clair));
    publier(
        acteur,
        u,
        ActeAdministration.MODIFIER,
        new Changements().comparer("motDePasse", "", "remplacé"));
    return new CompteOuvert(new UtilisateurId(u.id()), login(u), clair);
  }

  public void desactiver(Acteur acteur, Utilisateur u) {
    if (u.administreTout()) {
      exigerUnAutre(acteur, RoleUtilisateur.AUCUN);
    }
    u.desactiver();
    publier(acteur, u, ActeAdministration.DESACTIVER, new Changements());
  }

  public void reactiver(Acteur acteur, Utilisateur u) {
    u.reactiver();
    publier(acteur, u, ActeAdministration.REACTIVER, new Changements());
  }

  /** Une collectivité garde toujours quelqu’un pour l’administrer. */
  private void exigerUnAutre(Acteur acteur, RoleUtilisateur nouveau) {
    boolean reste = nouveau == RoleUtilisateur.ADMIN || nouveau == RoleUtilisateur.SUPER_ADMIN;
    if (!reste && comptes.administrateurs(acteur.collectivite()) < 2) {
      throw new ErreurMetier(
          ErreurOrganisation.DERNIER_ADMINISTRATEUR,
          "C’est le dernier administrateur de la collectivité : nommez-en d’abord un autre.");
    }
  }

  private void lier(Acteur acteur, Utilisateur u, ReglageUtilisateur reglage) {
    for (BureauTenu b : reglage.bureaux()) {
      if (bureaux.parNom(acteur.collectivite(), b.nomCourt()).isEmpty()) {
        throw new ErreurMetier(
                ErreurOrganisation.BUREAU_INCONNU,
                "Aucun bureau n’a le nom « " + b.nomCourt() + " ».")
            .avec(b.nomCourt());
      }
    }
    if (!comptes.bureaux(u.id()).equals(reglage.bureaux())) {
      comptes.lierBureaux(u, reglage.bureaux());
    }
    Map<String, String> informations = comptes.informations(u.id());
    poser(informations, "TITRE", reglage.titre());
    poser(informations, "VILLE", reglage.ville());
    poser(informations, "CODEPOSTAL", reglage.codePostal());
    comptes.ecrireInformations(u, informations);
  }

  private static void poser(Map<String, String> informations, String cle, String valeur) {
    if (valeur.isEmpty()) {
      informations.remove(cle);
    } else {
      informations.put(cle, valeur);
    }
  }

  private static Changements comparer(ReglageUtilisateur avant, ReglageUtilisateur apres) {
    ReglageUtilisateur a = Objects.requireNonNullElseGet(avant, () -> vide(apres));
    return new Changements()
        .comparer("prenom", a.prenom(), apres.prenom())
        .comparer("nom", a.nom(), apres.nom())
        .comparer("courriel", a.courriel(), apres.courriel())
        .comparer("role", avant == null ? "" : a.role(), apres.role())
        .comparer("TITRE", a.titre(), apres.titre())
        .comparer("VILLE", a.ville(), apres.ville())
        .comparer("CODEPOSTAL", a.codePostal(), apres.codePostal())
        .comparer("bureaux", a.bureaux(), apres.bureaux());
  }

  private static ReglageUtilisateur vide(ReglageUtilisateur r) {
    return new ReglageUtilisateur(r.identifiant(), "", "", "", r.role(), "", "", "", List.of());
  }

  private void publier(
      Acteur acteur, Utilisateur u, ActeAdministration acte, Changements changements) {
    String nom = (u.prenom() + " " + u.nom()).strip() + " (" + u.identifiant() + ")";
    faits.fire(FaitAdministration.de(acteur, ObjetAdministre.UTILISATEUR, acte, nom, changements));
  }
}
