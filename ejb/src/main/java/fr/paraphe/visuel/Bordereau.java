package fr.paraphe.visuel;

import fr.paraphe.dossier.Consultation;
import fr.paraphe.dossier.Contenu;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.organisation.Roles;
import fr.paraphe.stockage.Empreinte;
import fr.paraphe.visuel.infra.BordereauPdf;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;

/**
 * Le bordereau d’un dossier : qui l’a déposé, par où il est passé, qui a décidé quoi et quand, qui
 * a signé. Les connecteurs le reçoivent comme dernière annexe, et certains ôtent la dernière annexe
 * sans la regarder (soap-contract.md §B.9) : il doit donc toujours y être.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
public class Bordereau {

  /** Nom que les connecteurs attendent (soap-contract.md §B.9). */
  public static final String NOM = "iParapheur_impression_dossier.pdf";

  private static final String PDF = "application/pdf";

  private Consultation consultation;

  protected Bordereau() {}

  @Inject
  public Bordereau(Consultation consultation) {
    this.consultation = consultation;
  }

  /**
   * Rédige le bordereau de l’instant. @throws fr.paraphe.socle.ErreurMetier INTROUVABLE si
   * l’appelant ne peut pas lire le dossier
   */
  public Contenu rediger(IdentifiantDossier id) {
    byte[] pdf = BordereauPdf.rediger(consultation.fiche(id));
    return new Contenu(
        NOM,
        PDF,
        pdf.length,
        Empreinte.de(pdf).hex(),
        debut -> new ByteArrayInputStream(pdf, (int) debut, pdf.length - (int) debut));
  }
}
