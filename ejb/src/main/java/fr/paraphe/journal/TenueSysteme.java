package fr.paraphe.journal;

import fr.paraphe.journal.infra.JournalSystemeRepository;
import fr.paraphe.journal.modele.LigneSysteme;
import fr.paraphe.organisation.Changements.Changement;
import fr.paraphe.organisation.FaitAdministration;
import fr.paraphe.socle.Horloge;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;

/** Écrit les faits d’administration dans la transaction qui les a établis. */
@Dependent
public class TenueSysteme {

  private final JournalSystemeRepository journal;
  private final Horloge horloge;

  @Inject
  public TenueSysteme(JournalSystemeRepository journal, Horloge horloge) {
    this.journal = journal;
    this.horloge = horloge;
  }

  void noter(@Observes FaitAdministration fait) {
    int collectivite = fait.collectivite().valeur();
    JournalSystemeRepository.Tete tete = journal.tete(collectivite);
    journal.ajouter(
        tete,
        new LigneSysteme(
            collectivite,
            tete.rang() + 1,
            horloge.maintenant(),
            fait.nature(),
            fait.acteur().valeur(),
            fait.acteurNom(),
            null,
            fait.nom(),
            journal.canonique(json(fait.changements()))));
  }

  private static String json(List<Changement> changements) {
    JsonArrayBuilder lignes = Json.createArrayBuilder();
    for (Changement c : changements) {
      lignes.add(
          Json.createObjectBuilder()
              .add("champ", c.champ())
              .add("avant", c.avant())
              .add("apres", c.apres()));
    }
    return lignes.build().toString();
  }
}
