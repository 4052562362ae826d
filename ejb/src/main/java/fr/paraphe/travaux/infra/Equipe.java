package fr.paraphe.travaux.infra;

import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.Transactions;
import fr.paraphe.travaux.EchecDefinitif;
import fr.paraphe.travaux.Empeche;
import fr.paraphe.travaux.Execution;
import fr.paraphe.travaux.Travail;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Prend les travaux un à un, les fait faire, et conclut. */
@Dependent
public class Equipe {

  private static final Logger JOURNAL = Logger.getLogger("fr.paraphe.travaux");

  /** Au-delà, un travail pris passe pour abandonné et un autre le prend. */
  public static final Duration BAIL = Duration.ofMinutes(10);

  private static final Duration PREMIER_REPORT = Duration.ofSeconds(30);
  private static final Duration REPORT_MAX = Duration.ofHours(1);
  private static final int DOUBLEMENTS_MAX = 7;

  private final FileRepository file;
  private final Transactions transactions;
  private final Horloge horloge;
  private final Map<String, Execution> executions;

  @Inject
  public Equipe(
      FileRepository file,
      Transactions transactions,
      Horloge horloge,
      Instance<Execution> executions) {
    this(file, transactions, horloge, executions.stream().toList());
  }

  /** Une équipe qui ne sait faire que cela. */
  public Equipe(
      FileRepository file,
      Transactions transactions,
      Horloge horloge,
      Collection<Execution> executions) {
    this.file = file;
    this.transactions = transactions;
    this.horloge = horloge;
    this.executions =
        executions.stream().collect(Collectors.toMap(Execution::genre, Function.identity()));
  }

  /** Fait le prochain travail dû. Faux s’il n’y en avait pas. */
  public boolean avancer() {
    Optional<Travail> pris = prendre();
    pris.ifPresent(this::faire);
    return pris.isPresent();
  }

  /** Prend le prochain travail dû, sans le faire : il est à l’appelant jusqu’à la fin du bail. */
  public Optional<Travail> prendre() {
    List<String> genres =
        executions.values().stream()
            .filter(Execution::disponible)
            .map(Execution::genre)
            .sorted()
            .toList();
    if (genres.isEmpty()) {
      return Optional.empty();
    }
    String prise = System.getProperty("jboss.node.name", "atelier") + "/" + UUID.randomUUID();
    Instant maintenant = horloge.maintenant();
    return transactions.nouvelle(
        () -> file.prendre(genres, prise, maintenant, maintenant.plus(BAIL)));
  }

  /** Fait un travail pris et conclut : fait, remis, ou bloqué. */
  public void faire(Travail travail) {
    if (travail.essai() > travail.essaisMax()) {
      bloquer(travail, null);
      return;
    }
    try {
      executions.get(travail.genre()).executer(travail);
      conclure(travail);
    } catch (Empeche empeche) {
      JOURNAL.log(Level.FINE, "PARA0402 travail empêché", empeche);
      remettre(travail, empeche.delai(), cause(empeche), false);
    } catch (EchecDefinitif echec) {
      bloquer(travail, cause(echec));
    } catch (RuntimeException echec) {
      reessayer(travail, echec);
    }
  }

  private void conclure(Travail travail) {
    if (!transactions.nouvelle(() -> file.terminer(travail))) {
      JOURNAL.log(
          Level.WARNING, "PARA0403 travail {0} fini après la fin de son bail", travail.id());
    }
  }

  private void reessayer(Travail travail, RuntimeException echec) {
    JOURNAL.log(
        Level.WARNING,
        echec,
        () ->
            "PARA0401 travail %d (%s) en échec, essai %d sur %d"
                .formatted(travail.id(), travail.genre(), travail.essai(), travail.essaisMax()));
    if (travail.essai() >= travail.essaisMax()) {
      bloquer(travail, cause(echec));
    } else {
      remettre(travail, report(travail.essai()), cause(echec), true);
    }
  }

  /** 30 s, 1 min, 2 min… au plus une heure. */
  static Duration report(int essai) {
    Duration report =
        PREMIER_REPORT.multipliedBy(1L << Math.min(Math.max(essai, 1) - 1, DOUBLEMENTS_MAX));
    return report.compareTo(REPORT_MAX) > 0 ? REPORT_MAX : report;
  }

  private void remettre(Travail travail, Duration delai, String cause, boolean essaiCompte) {
    transactions.nouvelle(
        () -> {
          file.remettre(travail, horloge.maintenant().plus(delai), cause, essaiCompte);
          return null;
        });
  }

  private void bloquer(Travail travail, String cause) {
    String connue =
        cause == null
            ? "Interrompu à chaque essai : le serveur s’est arrêté pendant qu’il le faisait."
            : cause;
    JOURNAL.log(
        Level.SEVERE,
        "PARA0404 travail {0} ({1}) bloqué : {2}",
        new Object[] {String.valueOf(travail.id()), travail.genre(), connue});
    transactions.nouvelle(
        () -> {
          file.bloquer(travail, horloge.maintenant(), connue);
          return null;
        });
  }

  private static String cause(RuntimeException echec) {
    return echec.getMessage() == null ? echec.getClass().getSimpleName() : echec.getMessage();
  }
}
