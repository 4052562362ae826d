package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.socle.ErreurMetier;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Le bureau d’où part un dossier. */
public final class BureauEmetteur {

  private BureauEmetteur() {}

  /**
   * Le bureau demandé s’il est à l’acteur ; à défaut celui du compte technique ; à défaut le seul
   * qu’il possède.
   *
   * @param peutCreer vrai si l’habilitation « créer » du bureau est ouverte
   */
  public static BureauId choisir(
      Acteur acteur, Optional<BureauId> demande, Predicate<BureauId> peutCreer) {
    BureauId bureau =
        demande
            .or(acteur::bureauTechnique)
            .or(() -> seul(acteur, peutCreer))
            .orElseThrow(BureauEmetteur::aPreciser);
    boolean sien = acteur.possede(bureau) || acteur.a(bureau, RoleBureau.SECRETAIRE);
    if (!sien || !peutCreer.test(bureau)) {
      throw aPreciser();
    }
    return bureau;
  }

  private static Optional<BureauId> seul(Acteur acteur, Predicate<BureauId> peutCreer) {
    List<BureauId> siens =
        acteur.tousSesBureaux().stream().filter(acteur::possede).filter(peutCreer).toList();
    return siens.size() == 1 ? Optional.of(siens.get(0)) : Optional.empty();
  }

  private static ErreurMetier aPreciser() {
    return new ErreurMetier(
        ErreurDossier.BUREAU_EMETTEUR_EXIGE,
        "Aucun de vos bureaux ne permet de créer ce dossier : précisez le bureau émetteur.");
  }
}
