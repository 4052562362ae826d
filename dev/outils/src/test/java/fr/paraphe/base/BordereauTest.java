package fr.paraphe.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Contenu;
import fr.paraphe.dossier.CreerDossier;
import fr.paraphe.dossier.ErreurDossier;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.MetadonneeVue;
import fr.paraphe.typologie.NatureMetadonnee;
import fr.paraphe.visuel.Bordereau;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Le bordereau, relu par pdftotext. */
class BordereauTest {

  @TempDir static Path donnees;
  private static Mairie mairie;

  @BeforeAll
  static void ouvrir() {
    mairie = Mairie.ouvrir(donnees);
  }

  @AfterAll
  static void fermer() throws Exception {
    mairie.fermerSaine();
  }

  @Test
  void il_dit_qui_a_decide_quoi_et_pourquoi() throws Exception {
    IdentifiantDossier id =
        mairie.deposer("ws@demo", "Visa", "simple", "bordereau-1", "").identifiant();
    mairie.faire(
        "dgs@demo",
        () ->
            mairie.instruction().rejeter(id, Avis.publique("Pièce manquante : l’avis du service")));

    Contenu bordereau =
        mairie.lire("ws@demo", () -> mairie.atelier.bean(Bordereau.class).rediger(id));

    assertThat(bordereau.nom()).isEqualTo("iParapheur_impression_dossier.pdf");
    assertThat(texte(bordereau))
        .contains(
            "bordereau-1",
            "Visa › simple",
            "Claire Directrice",
            "Rejeté",
            "« Pièce manquante : l’avis du service »",
            "essai.txt");
  }

  @Test
  void une_metadonnee_porte_son_nom_long_dans_la_fiche_et_le_bordereau() throws Exception {
    Commune.executer(
        mairie.base,
        "INSERT INTO metadonnee (id, collectivite_id, nom_court, nom_long, nature) VALUES (1, 1, 'mt', 'Montant TTC', 'DECIMAL');"
            + "INSERT INTO sous_type_metadonnee (collectivite_id, sous_type_id, metadonnee_id, ordre) VALUES (1, 2, 1, 1)");
    CreerDossier c =
        mairie.commande(
            "Visa", "simple", "bordereau-3", "", null, true, mairie.texte("agent@demo"));
    IdentifiantDossier id =
        mairie
            .creer(
                "agent@demo",
                new CreerDossier(
                    c.identifiant(),
                    c.titre(),
                    c.type(),
                    c.sousType(),
                    c.visibilite(),
                    c.dateLimite(),
                    c.principaux(),
                    c.visuel(),
                    c.annexes(),
                    Map.of("mt", "18400.50"),
                    c.annotationPublique(),
                    c.annotationPrivee(),
                    c.bureauEmetteur(),
                    c.courrielEmetteur(),
                    c.origine(),
                    c.emettre()))
            .identifiant();

    assertThat(mairie.lire("agent@demo", () -> mairie.consultation().fiche(id)).metadonnees())
        .containsExactly(new MetadonneeVue("Montant TTC", NatureMetadonnee.DECIMAL, "18400.50"));
    assertThat(
            texte(
                mairie.lire("agent@demo", () -> mairie.atelier.bean(Bordereau.class).rediger(id))))
        .contains("Montant TTC");
  }

  @Test
  void il_ne_se_redige_que_pour_qui_peut_lire_le_dossier() {
    IdentifiantDossier id =
        mairie.deposer("agent@demo", "Visa", "simple", "bordereau-2", "").identifiant();
    for (String login : new String[] {"adjoint@demo", "agent@agglo"}) {
      Mairie.refuse(
          ErreurDossier.INTROUVABLE,
          "Dossier bordereau-2 introuvable.",
          () -> mairie.lire(login, () -> mairie.atelier.bean(Bordereau.class).rediger(id)));
    }
  }

  private static String texte(Contenu contenu) throws Exception {
    Path fichier = donnees.resolve("bordereau.pdf");
    try (InputStream flux = contenu.source().ouvrir(0)) {
      Files.copy(flux, fichier, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(Files.size(fichier)).isEqualTo(contenu.taille());
    Process pdftotext = new ProcessBuilder("pdftotext", "-layout", fichier.toString(), "-").start();
    return new String(pdftotext.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .replaceAll("\\s+", " ");
  }
}
