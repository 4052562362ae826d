package fr.paraphe.outils.demo;

import static fr.paraphe.outils.demo.Scene.courrier;
import static fr.paraphe.outils.demo.Scene.lu;
import static fr.paraphe.outils.demo.Scene.rejette;
import static fr.paraphe.outils.demo.Scene.signe;
import static fr.paraphe.outils.demo.Scene.vise;

import fr.paraphe.outils.demo.Scene.Acte;
import fr.paraphe.outils.demo.Scene.Genre;
import fr.paraphe.outils.demo.Scene.Geste;
import java.util.List;
import java.util.stream.Stream;

/** Les dossiers de la Ville de Démo : chaque pastille de chacun y montre quelque chose. */
final class Scenes {

  private static final String SIMPLE = "Courrier simple";
  private static final String MAARCH = "Courrier Maarch";
  private static final String DEFINITIF = "Courrier definitif";

  private Scenes() {}

  static List<Scene> toutes() {
    return Stream.of(
            brouillons(),
            auVisa(),
            aSignerAuParapheur(),
            aSignerSansVisa(),
            visasSeuls(),
            cachets(),
            retournes(),
            finsDeParcours())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Scene> brouillons() {
    return List.of(
        courrier("agent", SIMPLE, "Invitation à l’inauguration de la médiathèque", 1, null)
            .brouillon(),
        courrier("agent", SIMPLE, "Réponse à M. Bernard — stationnement rue des Tilleuls", 2, 6)
            .brouillon());
  }

  private static List<Scene> auVisa() {
    return List.of(
        courrier("agent", SIMPLE, "Convention de prêt de matériel — Comité des fêtes", 2, 5),
        courrier("agent", SIMPLE, "Remerciements aux bénévoles de la banque alimentaire", 1, 9)
            .annotee("À envoyer avant le conseil."),
        courrier("ws", SIMPLE, "Relance — dossier de subvention du club de judo", 8, -2),
        courrier("agent", MAARCH, "Demande d’arrêté de voirie — rue Haute", 3, 4),
        courrier("agent", MAARCH, "Réponse au collectif du quartier Nord", 5, -1),
        courrier(
            "ws", MAARCH, "Accusé de réception — permis de construire", 4, 3, vise("chef", "")));
  }

  private static List<Scene> aSignerAuParapheur() {
    return List.of(
        courrier(
            "agent",
            MAARCH,
            "Réponse à l’association Les Amis du Lavoir",
            5,
            2,
            vise("chef", "Conforme à la demande du service technique."),
            vise("dgs", "Montant vérifié avec les finances.")),
        courrier(
            "agent",
            SIMPLE,
            "Courrier d’attribution — accueil de loisirs d’hiver",
            4,
            6,
            vise("dgs", "")),
        courrier(
            "agent",
            SIMPLE,
            "Mise en demeure — dépôt sauvage chemin du Moulin",
            12,
            -3,
            vise("dgs", "Urgent."),
            lu("maire")),
        courrier("ws", SIMPLE, "Réponse à la préfecture — recensement", 3, 1, vise("dgs", "")));
  }

  private static List<Scene> aSignerSansVisa() {
    return List.of(
        courrier("ws", DEFINITIF, "Attestation de scolarité — cantine municipale", 2, 8),
        courrier("ws", DEFINITIF, "Certificat d’affichage — enquête publique", 6, -1),
        new Scene(
            "agent",
            "Helios",
            "PES",
            "Bordereau de mandats nº 214",
            Genre.PES,
            5,
            -1,
            true,
            "",
            List.of()),
        courrier(
                "ws",
                "Deliberation",
                "Délibération 2026-118 — Règlement du marché de Noël",
                6,
                -3,
                vise("dgs", ""))
            .de("Actes", Genre.ACTE),
        courrier("agent", "Deliberation", "Délibération 2026-119 — Tarifs de la médiathèque", 2, 7)
            .de("Actes", Genre.ACTE));
  }

  private static List<Scene> visasSeuls() {
    return List.of(
        courrier("agent", "Visa simple", "Devis de réfection de la toiture de l’école", 2, 3)
            .de("Visa", Genre.LETTRE),
        courrier("ws", "Visa simple", "Note de service — télétravail", 1, null)
            .de("Visa", Genre.LETTRE),
        courrier(
                "ws",
                "Visa simple",
                "Bon de commande — fournitures scolaires",
                9,
                null,
                vise("dgs", ""))
            .de("Visa", Genre.LETTRE));
  }

  private static List<Scene> cachets() {
    return List.of(
        courrier(
                "agent", "Cachet manuel", "Copie conforme — règlement intérieur du cimetière", 2, 4)
            .de("Cachet", Genre.ACTE),
        courrier("ws", "Cachet automatique", "Attestation d’hébergement nº 32", 1, 5)
            .de("Cachet", Genre.ACTE),
        courrier(
                "ws",
                "Cachet automatique",
                "Attestation d’hébergement nº 31",
                7,
                null,
                vise("dgs", ""))
            .de("Cachet", Genre.ACTE));
  }

  private static List<Scene> retournes() {
    return List.of(
        courrier(
            "agent",
            SIMPLE,
            "Réponse à Mme Petit — bruit de voisinage",
            6,
            2,
            rejette("dgs", "L’adresse du destinataire est incomplète.")),
        courrier(
            "agent",
            SIMPLE,
            "Offre de location — salle polyvalente",
            10,
            null,
            vise("dgs", ""),
            lu("maire"),
            rejette("maire", "Le tarif n’est plus le bon : voir la délibération du 12 octobre.")),
        courrier(
            "ws",
            SIMPLE,
            "Réponse au délégataire de l’eau",
            9,
            null,
            rejette("dgs", "À revoir avec le service juridique.")));
  }

  private static List<Scene> finsDeParcours() {
    return List.of(
        courrier(
            "agent",
            SIMPLE,
            "Félicitations aux lauréats du fleurissement",
            9,
            null,
            vise("dgs", ""),
            signe("maire")),
        courrier(
            "ws", DEFINITIF, "Attestation d’emploi — service technique", 11, null, signe("maire")),
        new Scene(
            "agent",
            "Cachet",
            "Cachet manuel",
            "Copie conforme — arrêté de circulation",
            Genre.ACTE,
            8,
            null,
            true,
            "",
            List.of(new Geste("agent", Acte.CACHETER, ""))));
  }
}
