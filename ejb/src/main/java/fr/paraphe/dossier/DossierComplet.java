package fr.paraphe.dossier;

import fr.paraphe.typologie.Protocole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ce que GetDossier rend (contrat §B.9) ; les contenus se lisent en flux. Annexes dans l’ordre de
 * dépôt.
 */
public record DossierComplet(
    IdentifiantDossier id,
    String titre,
    String type,
    String sousType,
    Protocole protocole,
    String annotationPublique,
    String annotationPrivee,
    Visibilite visibilite,
    LocalDate dateLimite,
    List<Contenu> principaux,
    Optional<Contenu> visuel,
    List<Contenu> annexes,
    List<Contenu> signatures,
    String xpath,
    Map<String, String> metadonnees) {}
