package fr.paraphe.dossier;

import fr.paraphe.socle.CodeErreur;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Un acte de connecteur que sa répétition ne refait pas, et les refus qu’elle reçoit s’il est déjà
 * fait : eux seuls laissent croire à une reprise.
 */
public enum ActeRejouable {
  ARCHIVER(ErreurDossier.INTROUVABLE),
  EFFACER_TERMINE(ErreurDossier.INTROUVABLE),
  EFFACER_REJETE(ErreurDossier.INTROUVABLE),
  RECUPERER(ErreurDossier.NON_EMIS);

  private final Set<ErreurDossier> refusDuDejaFait;

  ActeRejouable(ErreurDossier... refus) {
    this.refusDuDejaFait = EnumSet.copyOf(Arrays.asList(refus));
  }

  boolean sembleDejaFait(CodeErreur refus) {
    return refusDuDejaFait.contains(refus);
  }
}
