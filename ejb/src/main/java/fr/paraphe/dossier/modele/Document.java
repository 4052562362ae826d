package fr.paraphe.dossier.modele;

import fr.paraphe.dossier.NatureDocument;
import fr.paraphe.dossier.Piece;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.UUID;

/**
 * Un document du dossier : le blob d’origine reste, le blob courant est remplacé à chaque
 * signature.
 */
@Entity
@Table(name = "document")
@SequenceGenerator(name = "seq_document", sequenceName = "seq_document", allocationSize = 50)
public class Document {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seq_document")
  private long id;

  @Version private int version;

  @ManyToOne(optional = false)
  @JoinColumn(name = "dossier_id")
  private Dossier dossier;

  @Column(name = "collectivite_id")
  private int collectiviteId;

  @Enumerated(EnumType.STRING)
  private NatureDocument nature;

  private short ordre;
  private String nom;
  private Integer pages;
  private UUID ref;

  @Column(name = "blob_id")
  private long blobId;

  @Column(name = "blob_origine_id")
  private long blobOrigineId;

  @Column(name = "visuel_blob_id")
  private Long visuelBlobId;

  protected Document() {}

  Document(Dossier dossier, NatureDocument nature, int ordre, Piece piece, Integer pages) {
    this.dossier = dossier;
    this.collectiviteId = dossier.collectivite().valeur();
    this.nature = nature;
    this.ordre = (short) ordre;
    this.nom = piece.nom();
    this.pages = pages;
    this.ref = UUID.randomUUID();
    this.blobId = piece.blob();
    this.blobOrigineId = piece.blob();
  }

  /** Une autre pièce prend sa place ; ce qui en a été signé reste aux preuves. */
  void remplacer(Piece piece, Integer sesPages) {
    if (piece.blob() != blobId) {
      blobId = piece.blob();
      blobOrigineId = piece.blob();
      visuelBlobId = null;
      pages = sesPages;
    }
    nom = piece.nom();
  }

  /** Les signatures d’un tour refusé quittent le document. */
  void revenirALOrigine() {
    blobId = blobOrigineId;
  }

  void visuel(long blob) {
    visuelBlobId = blob;
  }

  /** Remplace le contenu courant par sa version signée ; l’origine est gardée. */
  public void signer(long blobSigne) {
    blobId = blobSigne;
  }

  public long id() {
    return id;
  }

  public NatureDocument nature() {
    return nature;
  }

  public String nom() {
    return nom;
  }

  public UUID ref() {
    return ref;
  }

  public long blob() {
    return blobId;
  }

  public int ordre() {
    return ordre;
  }

  public int version() {
    return version;
  }

  public Optional<Long> visuel() {
    return Optional.ofNullable(visuelBlobId);
  }
}
