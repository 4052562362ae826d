package fr.paraphe.web.accueil;

import fr.paraphe.dossier.BureauAccueil;
import fr.paraphe.dossier.Consultation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Mes bureaux et leurs pastilles : la page d’accueil, et le choix du bureau dans l’en-tête. */
@Named("bureaux")
@RequestScoped
public class Bureaux {
  private Consultation consultation;
  private List<BureauAccueil> tous;

  protected Bureaux() {}

  @Inject
  public Bureaux(Consultation consultation) {
    this.consultation = consultation;
  }

  public List<BureauAccueil> getTous() {
    if (tous == null) {
      tous = consultation.bureaux();
    }
    return tous;
  }

  public long getATraiter() {
    return getTous().stream().mapToLong(b -> b.pastilles().aTraiter()).sum();
  }

  public long getEnRetard() {
    return getTous().stream().mapToLong(b -> b.pastilles().enRetard()).sum();
  }

  public boolean isPeutCreer() {
    return !getCreables().isEmpty();
  }

  /** Ceux depuis lesquels je peux créer un dossier. */
  public List<BureauAccueil> getCreables() {
    return getTous().stream().filter(BureauAccueil::peutCreer).toList();
  }

  /** Le bureau de ce numéro, s’il est des miens ; sinon {@code null}. */
  public BureauAccueil un(int numero) {
    return getTous().stream().filter(b -> b.id().valeur() == numero).findFirst().orElse(null);
  }
}
