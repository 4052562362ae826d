package fr.paraphe.dossier.modele;

import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.organisation.DelegationActive;
import fr.paraphe.organisation.RoleBureau;
import fr.paraphe.organisation.RoleUtilisateur;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code unActeur("Claire Directrice").proprietaireDe("DGS").acteur()}. */
final class UnActeur {

  private final String nom;
  private CollectiviteId collectivite = LaMairie.DEMO;
  private RoleUtilisateur role = RoleUtilisateur.AUCUN;
  private final Map<BureauId, Set<RoleBureau>> bureaux = new HashMap<>();
  private final Set<BureauId> subordonnes = new HashSet<>();
  private final List<DelegationActive> delegations = new ArrayList<>();
  private Optional<BureauId> technique = Optional.empty();

  private UnActeur(String nom) {
    this.nom = nom;
  }

  static UnActeur unActeur(String nom) {
    return new UnActeur(nom);
  }

  /** Le propriétaire ordinaire d’un bureau. */
  static Acteur proprietaire(String nom, String bureau) {
    return unActeur(nom).proprietaireDe(bureau).acteur();
  }

  UnActeur proprietaireDe(String bureau) {
    return tenant(bureau, RoleBureau.PROPRIETAIRE);
  }

  UnActeur tenant(String bureau, RoleBureau titre) {
    bureaux
        .computeIfAbsent(LaMairie.bureau(bureau), b -> EnumSet.noneOf(RoleBureau.class))
        .add(titre);
    return this;
  }

  /** Possède un bureau placé au-dessus de celui-ci. */
  UnActeur dirigeant(String bureau) {
    subordonnes.add(LaMairie.bureau(bureau));
    return this;
  }

  UnActeur compteTechniqueDe(String bureau) {
    technique = Optional.of(LaMairie.bureau(bureau));
    return proprietaireDe(bureau);
  }

  UnActeur fonctionnel() {
    role = RoleUtilisateur.ADMIN_FONCTIONNEL;
    return this;
  }

  UnActeur administrateur() {
    role = RoleUtilisateur.ADMIN;
    return this;
  }

  UnActeur dansUneAutreCollectivite() {
    collectivite = LaMairie.AGGLO;
    return this;
  }

  /** Délégué de ce bureau, pour tout ce qui arrive à partir de cet instant. */
  UnActeur delegueDe(String bureau, Instant depuis) {
    return delegueDe(bureau, depuis, false, null, null);
  }

  UnActeur delegueDe(
      String bureau, Instant depuis, boolean enCours, Integer type, Integer sousType) {
    int id = 900 + delegations.size();
    delegations.add(
        new DelegationActive(
            id,
            LaMairie.bureau(bureau),
            LaMairie.bureau("Voirie"),
            depuis,
            enCours,
            type,
            sousType));
    return proprietaireDe("Voirie");
  }

  Acteur acteur() {
    String[] mots = nom.split(" ");
    return new Acteur(
        LaMairie.personne(nom),
        collectivite,
        mots[0].toLowerCase(java.util.Locale.ROOT) + "@demo",
        mots[0],
        mots[1],
        role,
        bureaux,
        subordonnes,
        delegations,
        technique);
  }
}
