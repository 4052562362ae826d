package fr.paraphe.web.dossier;

import fr.paraphe.dossier.Avis;
import fr.paraphe.dossier.Consultation;
import fr.paraphe.dossier.DossierResume;
import fr.paraphe.dossier.IdentifiantDossier;
import fr.paraphe.dossier.Instruction;
import fr.paraphe.dossier.Redaction;
import fr.paraphe.dossier.SignatureDossiers;
import fr.paraphe.socle.Lot;
import fr.paraphe.socle.Tranche;
import fr.paraphe.web.commun.Annonces;
import fr.paraphe.web.commun.Mots;
import fr.paraphe.web.corbeille.Contexte;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Les boutons d’un dossier : un appel de frontière, l’annonce du résultat, puis le dossier suivant
 * de la même liste (L21).
 */
@Named("decision")
@RequestScoped
public class Decisions {
  private PageDossier page;
  private Instruction instruction;
  private Redaction redaction;
  private SignatureDossiers signatures;
  private Consultation consultation;
  private Annonces annonces;
  private Mots mots;
  private String motif = "";

  protected Decisions() {}

  @Inject
  public Decisions(
      PageDossier page,
      Instruction instruction,
      Redaction redaction,
      SignatureDossiers signatures,
      Consultation consultation,
      Annonces annonces,
      Mots mots) {
    this.page = page;
    this.instruction = instruction;
    this.redaction = redaction;
    this.signatures = signatures;
    this.consultation = consultation;
    this.annonces = annonces;
    this.mots = mots;
  }

  public void viser() {
    decider(instruction::viser, "annonce.vise");
  }

  public void transmettre() {
    decider(instruction::transmettre, "annonce.transmis");
  }

  public void cacheter() {
    decider(signatures::cacheter, "annonce.cachete");
  }

  /** Le motif est obligatoire ; il devient l’annotation publique. */
  public void rejeter() {
    decider((id, avis) -> instruction.rejeter(id, page.avisDeRejet(motif)), "annonce.rejete");
  }

  public void archiver() {
    decider((id, avis) -> instruction.archiver(id), "annonce.archive");
  }

  /** Le dossier repris reste ouvert : c’est pour le corriger qu’on le reprend. */
  public void recuperer() {
    instruction.recuperer(page.identifiant(), page.avis());
    annonces.deposer(mots.dire("annonce.recupere", page.titre()));
    Adresses.aller(page.getLienPleinePage());
  }

  /** Le dossier rejeté redevient un brouillon, ouvert pour être corrigé. */
  public void corriger() {
    redaction.corriger(page.identifiant());
    annonces.deposer(mots.dire("annonce.corrige", page.titre()));
    Adresses.aller(page.getLienModifier());
  }

  public void effacer() {
    decider((id, avis) -> instruction.effacer(id), "annonce.efface");
  }

  /** La page vient de faire signer ce dossier par le certificat de la personne. */
  public void suivreSignature() {
    suivre("annonce.signe");
  }

  public List<String> getMotifsFrequents() {
    return List.of(
        "rejet.motif.piece",
        "rejet.motif.montant",
        "rejet.motif.destinataire",
        "rejet.motif.reformuler");
  }

  /** Vrai si le rejet vient d’être refusé faute de motif : le dialogue se rouvre sur sa faute. */
  public boolean isMotifRefuse() {
    return FacesContext.getCurrentInstance().isValidationFailed();
  }

  public String getMotif() {
    return motif;
  }

  public void setMotif(String motif) {
    this.motif = motif;
  }

  private void decider(BiConsumer<IdentifiantDossier, Avis> acte, String annonce) {
    acte.accept(page.identifiant(), page.avis());
    suivre(annonce);
  }

  private void suivre(String annonce) {
    annonces.deposer(mots.dire(annonce, page.titre()));
    Adresses.aller(suite());
  }

  /** Le dossier qui a pris la place de celui-ci dans la liste ; la liste, s’il n’y en a plus. */
  private String suite() {
    Contexte liste = page.contexte();
    if (!liste.connu()) {
      return "bureaux.xhtml";
    }
    int place = (int) Math.max(page.place(), 1) - 1;
    Lot<DossierResume> apres = consultation.corbeille(liste.demande(new Tranche(place, 1)));
    if (apres.lignes().isEmpty() && apres.total() > 0) {
      place = (int) apres.total() - 1;
      apres = consultation.corbeille(liste.demande(new Tranche(place, 1)));
    }
    if (apres.lignes().isEmpty()) {
      return "corbeille.xhtml?" + liste.question();
    }
    return Adresses.dossier(page.vue(), liste, apres.lignes().get(0).id());
  }
}
