package fr.paraphe.organisation.infra;

import fr.paraphe.organisation.Appelant;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import java.util.Optional;

/**
 * L’appelant tel que le conteneur le connaît. {@code anonymous} est le nom que WildFly donne à
 * personne.
 */
@Stateless
@PermitAll
public class AppelantConteneur implements Appelant {

  private static final String PERSONNE = "anonymous";

  @Resource private SessionContext contexte;

  @Override
  public Optional<String> login() {
    return Optional.ofNullable(contexte.getCallerPrincipal())
        .map(java.security.Principal::getName)
        .filter(nom -> !PERSONNE.equals(nom));
  }
}
