package fr.paraphe.organisation.modele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.paraphe.organisation.ErreurOrganisation;
import fr.paraphe.socle.ErreurMetier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** La période d’une délégation, en jours de Paris. */
class PeriodeTest {

  private static final Instant MAINTENANT =
      Instant.parse("2026-11-24T22:30:00Z"); // 23 h 30 à Paris

  private static Optional<LocalDate> jour(String jour) {
    return Optional.of(LocalDate.parse(jour));
  }

  @Test
  void le_dernier_jour_est_compris_jusqu_a_minuit_a_paris() {
    Periode p = Periode.de(jour("2026-11-24"), jour("2026-11-24"), MAINTENANT);
    assertThat(p.debut()).isEqualTo("2026-11-23T23:00:00Z");
    assertThat(p.fin()).isEqualTo("2026-11-24T23:00:00Z");
    assertThat(p.du()).isEqualTo(p.au()).isEqualTo(LocalDate.parse("2026-11-24"));
  }

  @Test
  void le_jour_du_changement_d_heure_a_vingt_cinq_heures() {
    Periode p = Periode.de(jour("2027-10-31"), jour("2027-10-31"), MAINTENANT);
    assertThat(p.debut()).isEqualTo("2027-10-30T22:00:00Z");
    assertThat(p.fin()).isEqualTo("2027-10-31T23:00:00Z");
  }

  @Test
  void une_date_suffit_mais_il_en_faut_une() {
    assertThat(Periode.de(jour("2026-12-01"), Optional.empty(), MAINTENANT).fin()).isNull();
    assertThat(Periode.de(Optional.empty(), jour("2026-12-01"), MAINTENANT).debut()).isNull();
    refuse(ErreurOrganisation.DELEGATION_SANS_DATE, Optional.empty(), Optional.empty());
  }

  @Test
  void une_periode_a_rebours_ou_deja_finie_est_refusee() {
    refuse(ErreurOrganisation.DELEGATION_DATES, jour("2026-12-02"), jour("2026-12-01"));
    refuse(ErreurOrganisation.DELEGATION_DATES, jour("2026-11-01"), jour("2026-11-23"));
    refuse(ErreurOrganisation.DELEGATION_DATES, Optional.empty(), jour("2026-11-23"));
  }

  private static void refuse(
      ErreurOrganisation code, Optional<LocalDate> du, Optional<LocalDate> au) {
    assertThatThrownBy(() -> Periode.de(du, au, MAINTENANT))
        .isInstanceOfSatisfying(ErreurMetier.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
