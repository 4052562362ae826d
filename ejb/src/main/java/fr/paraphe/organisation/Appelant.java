package fr.paraphe.organisation;

import java.util.Optional;

/**
 * Port : le login que le serveur a authentifié pour l’appel en cours, forme {@code
 * identifiant@domaine}.
 */
public interface Appelant {

  Optional<String> login();
}
