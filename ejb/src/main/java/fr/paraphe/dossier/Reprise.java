package fr.paraphe.dossier;

import fr.paraphe.dossier.infra.ReponsesDues;
import fr.paraphe.organisation.Acteur;
import fr.paraphe.organisation.ActeurCourant;
import fr.paraphe.organisation.Roles;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.socle.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Les actes d’un connecteur qui se répètent sans danger (contrat §J). L’acte et la réponse qu’on
 * lui doit s’écrivent ensemble ; tant que cette réponse n’est pas remise, la même demande du même
 * compte reçoit le même succès, et rien n’est refait.
 */
@Stateless
@RolesAllowed(Roles.UTILISATEUR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reprise {

  private ActeurCourant acteurs;
  private Instruction instruction;
  private ReponsesDues dues;
  private Transactions transactions;

  protected Reprise() {}

  @Inject
  public Reprise(
      ActeurCourant acteurs,
      Instruction instruction,
      ReponsesDues dues,
      Transactions transactions) {
    this.acteurs = acteurs;
    this.instruction = instruction;
    this.dues = dues;
    this.transactions = transactions;
  }

  /**
   * @throws ErreurMetier le refus de l’acte, sauf s’il est déjà fait et que sa réponse n’est pas
   *     arrivée
   */
  public void faire(ActeRejouable acte, IdentifiantDossier id) {
    try {
      transactions.nouvelle(
          () -> {
            accomplir(acte, id);
            dues.ajouter(acteurs.exiger(), acte, id);
            return null;
          });
    } catch (ErreurMetier refus) {
      if (!acte.sembleDejaFait(refus.code()) || !due(acte, id)) {
        throw refus;
      }
    }
  }

  private void accomplir(ActeRejouable acte, IdentifiantDossier id) {
    switch (acte) {
      case ARCHIVER -> instruction.archiver(id);
      case EFFACER_TERMINE -> instruction.effacerTermine(id);
      case EFFACER_REJETE -> instruction.effacerRejete(id);
      case RECUPERER -> instruction.recupererEmis(id);
    }
  }

  private boolean due(ActeRejouable acte, IdentifiantDossier id) {
    return transactions.nouvelle(() -> dues.contient(acteurs.exiger(), acte, id));
  }

  /** La réponse est arrivée : la même demande sera jugée pour elle-même. */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public void accuserReception(ActeRejouable acte, IdentifiantDossier id) {
    dues.oter(acteurs.exiger(), acte, id);
  }

  /** À exécuter, de n’importe quel fil, si la réponse n’est sans doute pas arrivée. */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public Runnable doute(ActeRejouable acte, IdentifiantDossier id) {
    Acteur acteur = acteurs.exiger();
    ReponsesDues noteur = dues;
    Transactions courtes = transactions;
    return () ->
        courtes.nouvelle(
            () -> {
              noteur.ajouter(acteur, acte, id);
              return null;
            });
  }
}
