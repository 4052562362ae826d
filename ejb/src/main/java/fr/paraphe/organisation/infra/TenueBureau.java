package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.ActeAdministration;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.ActeurDeBureau;
import fr.paraphe.organisation.Changements;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.DroitsAdministration;
import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.organisation.FaitAdministration;
import fr.paraphe.organisation.ObjetAdministre;
import fr.paraphe.organisation.ReglageBureau;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.organisation.modele.Bureau;
import fr.paraphe.socle.ErreurMetier;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Écrit un bureau et ses liens, et publie ce qui change. Les droits sont déjà vérifiés. */
@Dependent
public class TenueBureau {

  private final BureauRepository bureaux;
  private final LectureBureaux lecture;
  private final Event<FaitAdministration> faits;

  @Inject
  public TenueBureau(
      BureauRepository bureaux, LectureBureaux lecture, Event<FaitAdministration> faits) {
    this.bureaux = bureaux;
    this.lecture = lecture;
    this.faits = faits;
  }

  public ReglageBureau reglage(Bureau b) {
    return new ReglageBureau(
        b.nomCourt(),
        b.titre(),
        b.description(),
        lecture.nomCourt(b.superieurId()),
        b.afficheAVenir(),
        b.habilitations(),
        lecture.acteurs(b.id()),
        lecture.associes(b.id()),
        lecture.metadonnees(b.id()));
  }

  public int creer(Acteur acteur, ReglageBureau reglage) {
    Bureau bureau = new Bureau(acteur.collectivite().valeur(), reglage.nomCourt());
    bureau.regler(reglage, superieur(acteur.collectivite(), reglage).orElse(null));
    bureaux.ajouter(bureau);
    lier(acteur.collectivite(), bureau, reglage);
    publier(acteur, bureau, ActeAdministration.CREER, comparer(vide(reglage), reglage(bureau)));
    return bureau.id();
  }

  /** Le nom court ne change pas ; les administrateurs non plus, sauf par qui administre tout. */
  public void modifier(Acteur acteur, Bureau bureau, ReglageBureau voulu) {
    ReglageBureau avant = reglage(bureau);
    ReglageBureau reglage = permis(acteur, avant, voulu);
    Optional<Integer> superieur = superieur(acteur.collectivite(), reglage);
    if (superieur.isPresent()
        && bureaux.estSous(acteur.collectivite(), superieur.get(), bureau.id())) {
      throw new ErreurMetier(
              ErreurOrganisation.HIERARCHIE_EN_BOUCLE,
              "Le bureau « "
                  + reglage.superieur()
                  + " » dépend déjà de celui-ci : il ne peut pas être son supérieur.")
          .avec(reglage.superieur());
    }
    bureau.regler(reglage, superieur.orElse(null));
    lier(acteur.collectivite(), bureau, reglage);
    bureaux.avancer(bureau);
    Changements changements = comparer(avant, reglage(bureau));
    if (!changements.aucun()) {
      publier(acteur, bureau, ActeAdministration.MODIFIER, changements);
    }
  }

  public void desactiver(Acteur acteur, Bureau bureau) {
    bureau.desactiver();
    publier(acteur, bureau, ActeAdministration.DESACTIVER, new Changements());
  }

  public void reactiver(Acteur acteur, Bureau bureau) {
    bureau.reactiver();
    publier(acteur, bureau, ActeAdministration.REACTIVER, new Changements());
  }

  public void supprimer(Acteur acteur, Bureau bureau) {
    Changements changements = comparer(reglage(bureau), vide(reglage(bureau)));
    bureaux.retirer(bureau);
    publier(acteur, bureau, ActeAdministration.SUPPRIMER, changements);
  }

  private static ReglageBureau permis(Acteur acteur, ReglageBureau avant, ReglageBureau voulu) {
    if (DroitsAdministration.administreTout(acteur)) {
      return voulu;
    }
    List<ActeurDeBureau> acteurs = new ArrayList<>();
    avant.acteurs().stream()
        .filter(a -> a.role() == RoleBureau.ADMINISTRATEUR)
        .forEach(acteurs::add);
    voulu.acteurs().stream()
        .filter(a -> a.role() != RoleBureau.ADMINISTRATEUR)
        .forEach(acteurs::add);
    return new ReglageBureau(
        avant.nomCourt(),
        voulu.titre(),
        voulu.description(),
        voulu.superieur(),
        voulu.afficheAVenir(),
        voulu.habilitations(),
        acteurs,
        voulu.associes(),
        voulu.metadonnees());
  }

  private Optional<Integer> superieur(CollectiviteId collectivite, ReglageBureau reglage) {
    return reglage.superieur().isEmpty()
        ? Optional.empty()
        : Optional.of(exiger(collectivite, reglage.superieur()));
  }

  private int exiger(CollectiviteId collectivite, String nomCourt) {
    return bureaux
        .parNom(collectivite, nomCourt.strip())
        .orElseThrow(
            () ->
                new ErreurMetier(
                        ErreurOrganisation.BUREAU_INCONNU,
                        "Aucun bureau n’a le nom « " + nomCourt.strip() + " ».")
                    .avec(nomCourt.strip()));
  }

  private void lier(CollectiviteId collectivite, Bureau bureau, ReglageBureau reglage) {
    for (ActeurDeBureau a : reglage.acteurs()) {
      if (!bureaux.utilisateurConnu(collectivite, a.utilisateur())) {
        throw new ErreurMetier(
                ErreurOrganisation.PERSONNE_INCONNUE,
                "Aucun compte ouvert n’a l’identifiant « " + a.identifiant() + " ».")
            .avec(a.identifiant());
      }
    }
    bureaux.lierActeurs(bureau, reglage.acteurs());
    bureaux.lierAssocies(
        bureau,
        reglage.associes().stream()
            .map(nom -> exiger(collectivite, nom))
            .filter(id -> id != bureau.id())
            .toList());
    bureaux.lierMetadonnees(
        bureau,
        reglage.metadonnees().stream()
            .flatMap(nom -> bureaux.metadonnee(collectivite, nom).stream())
            .toList());
  }

  private static Changements comparer(ReglageBureau avant, ReglageBureau apres) {
    Changements changements =
        new Changements()
            .comparer("titre", avant.titre(), apres.titre())
            .comparer("description", avant.description(), apres.description())
            .comparer("superieur", avant.superieur(), apres.superieur())
            .comparer("aVenir", avant.afficheAVenir(), apres.afficheAVenir())
            .comparer("habilitations", avant.habilitations(), apres.habilitations());
    for (RoleBureau role : RoleBureau.values()) {
      changements.comparer("role." + role, tenants(avant, role), tenants(apres, role));
    }
    return changements
        .comparer("associes", avant.associes(), apres.associes())
        .comparer("metadonnees", avant.metadonnees(), apres.metadonnees());
  }

  private static List<String> tenants(ReglageBureau reglage, RoleBureau role) {
    return reglage.acteurs().stream()
        .filter(a -> a.role() == role)
        .map(ActeurDeBureau::identifiant)
        .toList();
  }

  private static ReglageBureau vide(ReglageBureau r) {
    return new ReglageBureau(
        r.nomCourt(), "", "", "", false, Set.of(), List.of(), List.of(), List.of());
  }

  private void publier(
      Acteur acteur, Bureau bureau, ActeAdministration acte, Changements changements) {
    faits.fire(
        FaitAdministration.de(
            acteur,
            ObjetAdministre.BUREAU,
            acte,
            bureau.titre() + " (" + bureau.nomCourt() + ")",
            changements));
  }
}
