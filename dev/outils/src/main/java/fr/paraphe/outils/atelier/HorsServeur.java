package fr.paraphe.outils.atelier;

import fr.paraphe.organisation.infra.AppelantConteneur;
import fr.paraphe.socle.Horloge;
import fr.paraphe.socle.infra.Persistance;
import fr.paraphe.socle.infra.TransactionsConteneur;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/** Écarte les adaptateurs qui ne vivent que dans le serveur ; l’atelier a les siens. */
public class HorsServeur implements Extension {

  void sansTransactions(@Observes ProcessAnnotatedType<TransactionsConteneur> type) {
    type.veto();
  }

  void sansAppelant(@Observes ProcessAnnotatedType<AppelantConteneur> type) {
    type.veto();
  }

  void sansPersistance(@Observes ProcessAnnotatedType<Persistance> type) {
    type.veto();
  }

  void sansHorlogeFixe(@Observes ProcessAnnotatedType<Horloge> type) {
    if (type.getAnnotatedType().getJavaClass() == Horloge.class) {
      type.veto();
    }
  }
}
