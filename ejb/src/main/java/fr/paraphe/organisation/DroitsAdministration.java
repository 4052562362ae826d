package fr.paraphe.organisation;

import fr.paraphe.socle.ErreurMetier;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Qui administre quoi : la seule fonction qui le décide, pour les pages comme pour les frontières.
 * Ce qui n’est pas donné ici est refusé. La portée est toujours la collectivité de l’acteur.
 */
public final class DroitsAdministration {

  private static final Set<Attribution> COLLECTIVITE =
      EnumSet.complementOf(EnumSet.of(Attribution.COLLECTIVITES));
  private static final Set<Attribution> CIRCUITS =
      EnumSet.of(Attribution.CIRCUITS, Attribution.TYPOLOGIE);

  private DroitsAdministration() {}

  /** Ce que l’acteur peut changer. */
  public static Set<Attribution> modifiables(Acteur acteur) {
    return switch (acteur.role()) {
      case SUPER_ADMIN -> EnumSet.allOf(Attribution.class);
      case ADMIN -> EnumSet.copyOf(COLLECTIVITE);
      case ADMIN_CIRCUITS -> EnumSet.copyOf(CIRCUITS);
      case ADMIN_FONCTIONNEL ->
          confies(acteur).isEmpty()
              ? EnumSet.noneOf(Attribution.class)
              : EnumSet.of(Attribution.BUREAUX, Attribution.DOSSIERS);
      case AUCUN -> EnumSet.noneOf(Attribution.class);
    };
  }

  /** Ce que l’acteur peut voir : ce qu’il peut changer, et les bureaux qu’il supervise. */
  public static Set<Attribution> visibles(Acteur acteur) {
    Set<Attribution> visibles = modifiables(acteur);
    if (!tenus(acteur, RoleBureau.SUPERVISEUR).isEmpty()) {
      visibles.add(Attribution.BUREAUX);
      visibles.add(Attribution.DOSSIERS);
    }
    return visibles;
  }

  /**
   * @throws ErreurMetier {@link ErreurOrganisation#ADMINISTRATION_INTERDITE}
   */
  public static void exigerVoir(Acteur acteur, Attribution attribution) {
    if (!visibles(acteur).contains(attribution)) {
      throw interdite();
    }
  }

  /**
   * @throws ErreurMetier {@link ErreurOrganisation#ADMINISTRATION_INTERDITE}
   */
  public static void exigerChanger(Acteur acteur, Attribution attribution) {
    if (!modifiables(acteur).contains(attribution)) {
      throw interdite();
    }
  }

  /** Vrai si l’acteur administre toute sa collectivité. */
  public static boolean administreTout(Acteur acteur) {
    return acteur.role() == RoleUtilisateur.ADMIN || acteur.role() == RoleUtilisateur.SUPER_ADMIN;
  }

  /**
   * Vrai si l’acteur peut changer ce bureau. L’appelant a vérifié qu’il est de sa collectivité : un
   * administrateur de collectivité les change tous.
   */
  public static boolean administre(Acteur acteur, BureauId bureau) {
    return administreTout(acteur) || confies(acteur).contains(bureau);
  }

  /** Les bureaux que l’acteur peut voir en administration ; vide : tous ceux de sa collectivité. */
  public static Optional<Set<BureauId>> bureauxVisibles(Acteur acteur) {
    if (administreTout(acteur)) {
      return Optional.empty();
    }
    Set<BureauId> bureaux = new java.util.HashSet<>(confies(acteur));
    bureaux.addAll(tenus(acteur, RoleBureau.SUPERVISEUR));
    return Optional.of(Collections.unmodifiableSet(bureaux));
  }

  /** Être administrateur d’un bureau ne vaut que pour un administrateur fonctionnel. */
  private static Set<BureauId> confies(Acteur acteur) {
    return acteur.role() == RoleUtilisateur.ADMIN_FONCTIONNEL
        ? tenus(acteur, RoleBureau.ADMINISTRATEUR)
        : Set.of();
  }

  private static Set<BureauId> tenus(Acteur acteur, RoleBureau role) {
    return acteur.bureaux().entrySet().stream()
        .filter(b -> b.getValue().contains(role))
        .map(java.util.Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static ErreurMetier interdite() {
    return new ErreurMetier(
        ErreurOrganisation.ADMINISTRATION_INTERDITE,
        "Cette partie de l’administration ne vous est pas ouverte.");
  }
}
