package fr.paraphe.journal;

import fr.paraphe.dossier.FaitsDossier;
import fr.paraphe.journal.infra.JournalRepository;
import fr.paraphe.journal.modele.LigneChainee;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** La tenue du journal : écrit les faits d’un dossier dans la transaction qui les a établis. */
@Dependent
public class Tenue {

  private final JournalRepository journal;

  @Inject
  public Tenue(JournalRepository journal) {
    this.journal = journal;
  }

  void noter(@Observes FaitsDossier faits) {
    JournalRepository.Tete tete = journal.tete(faits.dossier());
    List<LigneChainee> lignes = new ArrayList<>();
    int rang = tete.rang();
    for (FaitsDossier.Ligne fait : faits.lignes()) {
      lignes.add(ligne(faits, fait, ++rang));
    }
    journal.ajouter(tete, lignes);
  }

  private static LigneChainee ligne(FaitsDossier faits, FaitsDossier.Ligne fait, int rang) {
    return new LigneChainee(
        faits.dossier(),
        rang,
        fait.instant(),
        faits.collectivite().valeur(),
        fait.acteur().valeur(),
        fait.bureau().valeur(),
        fait.delegation(),
        fait.etape(),
        fait.nature().name(),
        fait.statut().mot(),
        fait.acteurNom(),
        fait.annotation(),
        fait.visible());
  }
}
