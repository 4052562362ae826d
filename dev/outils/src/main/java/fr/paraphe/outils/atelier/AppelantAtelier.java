package fr.paraphe.outils.atelier;

import fr.paraphe.organisation.Appelant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** L’appelant que l’atelier déclare, fil par fil. */
@ApplicationScoped
public class AppelantAtelier implements Appelant {

  private final ThreadLocal<String> login = new ThreadLocal<>();

  @Override
  public Optional<String> login() {
    return Optional.ofNullable(login.get());
  }

  void devenir(String nouveau) {
    login.set(nouveau);
  }
}
