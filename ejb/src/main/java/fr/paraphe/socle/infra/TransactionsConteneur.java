package fr.paraphe.socle.infra;

import fr.paraphe.socle.Transactions;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** Les transactions du serveur d’application. */
@Stateless
@PermitAll
public class TransactionsConteneur implements Transactions {

  @Override
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public <T> T nouvelle(Supplier<T> travail) {
    return travail.get();
  }
}
