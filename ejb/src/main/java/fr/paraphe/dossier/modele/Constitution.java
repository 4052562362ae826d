package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.Origine;
import fr.paraphe.dossier.Piece;
import fr.paraphe.dossier.Visibilite;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.typologie.Cadre;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ce dont un dossier est fait, une fois contrôlé.
 *
 * @param signatures signatures détachées reçues avec le document principal
 * @param xpath nœud XML à signer, ou vide
 * @param empreinte SHA-256 du dépôt (contrat §J), ou {@code null} hors d’une machine
 * @param pages nombre de pages de chaque PDF, par blob
 */
public record Constitution(
    CollectiviteId collectivite,
    Cadre cadre,
    String titre,
    Visibilite visibilite,
    LocalDate dateLimite,
    Origine origine,
    String courrielEmetteur,
    List<Piece> principaux,
    Optional<Piece> visuel,
    List<Piece> annexes,
    List<Piece> signatures,
    String xpath,
    Map<String, String> metadonnees,
    byte[] empreinte,
    Map<Long, Integer> pages) {}
