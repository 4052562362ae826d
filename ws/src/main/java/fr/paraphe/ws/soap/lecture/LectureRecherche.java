package fr.paraphe.ws.soap.lecture;

import fr.paraphe.dossier.CritereRecherche;
import fr.paraphe.ws.contrat.RechercherDossiersRequest;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** RechercherDossiers, de la requête aux critères ; un champ vide ne filtre pas. */
public final class LectureRecherche {

  private static final BigInteger MAXIMUM = BigInteger.valueOf(Integer.MAX_VALUE);

  private LectureRecherche() {}

  public static CritereRecherche critere(RechercherDossiersRequest r) {
    List<String> identifiants =
        r.getDossierID().stream().map(Champs::court).filter(id -> !id.isEmpty()).toList();
    return new CritereRecherche(
        Champs.filtre(r.getTypeTechnique()),
        Champs.filtre(r.getSousType()),
        Champs.filtre(r.getStatus()),
        Optional.ofNullable(r.getNombreDossiers())
            .filter(n -> n.signum() > 0)
            .map(n -> n.min(MAXIMUM).intValue()),
        identifiants);
  }
}
