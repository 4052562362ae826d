package fr.paraphe.circuit;

import java.util.EnumSet;
import java.util.Set;

/** Ce qui est demandé au bureau d’une étape. */
public enum ActionDemandee {
  /** Étape 0 : le dossier est un brouillon, le bureau émetteur doit le transmettre. */
  EMISSION,
  /** Le dossier est revenu rejeté sur le bureau émetteur. */
  CORRECTION,
  VISA,
  SIGNATURE,
  CACHET,
  TDT,
  MAILSEC,
  MAILSEC_PASTELL,
  SIGNATURE_EXTERNE,
  AVIS,
  /** Fin de circuit : le bureau final classe le dossier. */
  ARCHIVAGE;

  private static final Set<ActionDemandee> ATTENTES = EnumSet.of(EMISSION, CORRECTION, ARCHIVAGE);

  /** Vrai si le dossier est « à traiter » : ni brouillon, ni retourné, ni en fin de circuit. */
  public boolean aTraiter() {
    return !ATTENTES.contains(this);
  }

  public boolean exigeCertificat() {
    return this == SIGNATURE;
  }
}
