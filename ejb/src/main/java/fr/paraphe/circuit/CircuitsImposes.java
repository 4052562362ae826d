package fr.paraphe.circuit;

import fr.paraphe.circuit.infra.BureauxNommes;
import fr.paraphe.organisation.BureauId;
import fr.paraphe.organisation.CollectiviteId;
import fr.paraphe.socle.ErreurMetier;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Le circuit qu’une demande de création impose à la place de celui du sous-type. */
@Dependent
public class CircuitsImposes {

  private static final Set<ActionDemandee> POSSIBLES =
      EnumSet.of(ActionDemandee.VISA, ActionDemandee.SIGNATURE, ActionDemandee.CACHET);

  private final BureauxNommes bureaux;

  @Inject
  public CircuitsImposes(BureauxNommes bureaux) {
    this.bureaux = bureaux;
  }

  /**
   * Les étapes et leurs bureaux, tous de cette collectivité ; sans fin de circuit, elle est au
   * bureau émetteur.
   *
   * @param cachet vrai si le sous-type a un cachet : une étape de cachet est alors possible
   * @throws ErreurMetier ETAPE_IMPOSEE_REFUSEE, en nommant le bureau ou l’étape
   */
  public List<EtapeResolue> resoudre(
      CollectiviteId collectivite, List<EtapeImposee> imposees, BureauId emetteur, boolean cachet) {
    List<EtapeImposee> etapes = new ArrayList<>(imposees);
    boolean finDonnee = etapes.get(etapes.size() - 1).action() == ActionDemandee.ARCHIVAGE;
    BureauId fin = finDonnee ? bureau(collectivite, etapes.remove(etapes.size() - 1)) : emetteur;
    if (etapes.isEmpty()) {
      throw refus("Le circuit imposé (CircuitObligatoire) n’a pas d’étape à accomplir.", "");
    }
    List<EtapeResolue> resolues = new ArrayList<>();
    for (EtapeImposee etape : etapes) {
      exigerPossible(etape, cachet);
      resolues.add(new EtapeResolue(etape.action(), bureau(collectivite, etape)));
    }
    resolues.add(new EtapeResolue(ActionDemandee.ARCHIVAGE, fin));
    return resolues;
  }

  private static void exigerPossible(EtapeImposee etape, boolean cachet) {
    boolean sansCachet = etape.action() == ActionDemandee.CACHET && !cachet;
    if (!POSSIBLES.contains(etape.action()) || sansCachet) {
      throw refus(
          "Le circuit imposé (CircuitObligatoire) comporte une étape impossible ici : "
              + etape.action()
              + ".",
          etape.action());
    }
  }

  private BureauId bureau(CollectiviteId collectivite, EtapeImposee etape) {
    return bureaux
        .chercher(collectivite, etape.bureau())
        .orElseThrow(
            () ->
                refus(
                    "Le circuit imposé (CircuitObligatoire) passe par un bureau inconnu : « "
                        + etape.bureau()
                        + " ».",
                    etape.bureau()));
  }

  private static ErreurMetier refus(String phrase, Object valeur) {
    return new ErreurMetier(ErreurCircuit.ETAPE_IMPOSEE_REFUSEE, phrase).avec(valeur);
  }
}
