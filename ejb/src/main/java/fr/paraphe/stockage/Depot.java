package fr.paraphe.stockage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reçoit les documents, de quelque canal qu’ils viennent. Le contenu est lu hors de toute
 * transaction, chiffré au fil de l’eau, et sa ligne ajoutée dans une transaction courte. Un dépôt
 * que rien ne rattache à un dossier est effacé après un jour.
 */
@Stateless
@RolesAllowed("UTILISATEUR")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Depot {

  private final Coffre coffre;
  private final Deposant deposant;

  @Inject
  public Depot(Coffre coffre, Deposant deposant) {
    this.coffre = coffre;
    this.deposant = deposant;
  }

  protected Depot() {
    this(null, null);
  }

  /**
   * Garde ce contenu pour la collectivité de l’appelant.
   *
   * @param nom nom donné par l’expéditeur, nettoyé ici
   * @param contenu lu jusqu’au bout, pas fermé
   * @throws fr.paraphe.socle.ErreurMetier {@link ErreurStockage#FICHIER_TROP_GROS}, {@link
   *     ErreurStockage#FICHIER_VIDE} ou {@link ErreurStockage#STOCKAGE_PLEIN} ; rien ne reste
   */
  public DocumentDepose deposer(String nom, InputStream contenu, Limite limite) throws IOException {
    String propre = NomFichier.nettoyer(nom);
    BufferedInputStream lisible = new BufferedInputStream(contenu, TypeContenu.APERCU);
    String type = TypeContenu.reconnaitre(lisible, propre);
    BlobRef blob = coffre.deposer(deposant.collectivite(), lisible, type, limite);
    return new DocumentDepose(blob.id(), propre, type, blob.taille(), blob.sha256());
  }

  /**
   * Commence un document reçu par morceaux, pour la collectivité de l’appelant. Rien n’est gardé
   * avant {@link DepotEnCours#achever}.
   *
   * @throws fr.paraphe.socle.ErreurMetier {@link ErreurStockage#FICHIER_TROP_GROS} ou {@link
   *     ErreurStockage#STOCKAGE_PLEIN}, ici ou à l’écriture
   */
  public DepotEnCours commencer(Limite limite) throws IOException {
    return new DepotEnCours(coffre, coffre.ecrire(deposant.collectivite(), limite));
  }
}
