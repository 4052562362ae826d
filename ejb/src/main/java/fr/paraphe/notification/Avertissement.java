package fr.paraphe.notification;

import fr.paraphe.dossier.FaitsDossier;
import fr.paraphe.dossier.NatureFait;
import fr.paraphe.notification.infra.MessageRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;

/**
 * Écrit, dans la transaction de l’acte et en une requête, ce que cet acte apprend à d’autres. La
 * personne qui agit n’est pas avertie de ce qu’elle vient de faire.
 */
@Dependent
public class Avertissement {

  /** Ce qui n’apprend rien à personne. */
  private static final Set<NatureFait> MUETS =
      EnumSet.of(
          NatureFait.CREATION,
          NatureFait.ANNOTATION,
          NatureFait.LECTURE,
          NatureFait.ARCHIVAGE,
          NatureFait.EFFACEMENT,
          NatureFait.METADONNEES,
          NatureFait.RETRAIT);

  /** Les actes qu’un bureau qui suit le dossier apprend. */
  private static final Set<NatureFait> ACTES =
      EnumSet.of(
          NatureFait.EMISSION,
          NatureFait.VISA,
          NatureFait.SIGNATURE,
          NatureFait.CACHET,
          NatureFait.REJET,
          NatureFait.REMORD);

  private final MessageRepository messages;

  @Inject
  public Avertissement(MessageRepository messages) {
    this.messages = messages;
  }

  void avertir(@Observes FaitsDossier faits) {
    if (faits.lignes().stream().allMatch(l -> MUETS.contains(l.nature()))) {
      return;
    }
    FaitsDossier.Ligne derniere = faits.lignes().get(faits.lignes().size() - 1);
    FaitsDossier.Ligne acte =
        faits.lignes().stream()
            .filter(l -> ACTES.contains(l.nature()))
            .reduce((avant, apres) -> apres)
            .orElse(derniere);
    boolean issue =
        faits.lignes().stream()
            .anyMatch(
                l -> l.nature() == NatureFait.REJET || l.nature() == NatureFait.FIN_DE_CIRCUIT);
    messages.annoncer(faits, acte, issue);
  }
}
