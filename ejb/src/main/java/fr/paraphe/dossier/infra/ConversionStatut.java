package fr.paraphe.dossier.infra;

import fr.paraphe.dossier.Statut;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Le statut est conservé dans le mot du contrat. */
@Converter(autoApply = true)
public class ConversionStatut implements AttributeConverter<Statut, String> {

  @Override
  public String convertToDatabaseColumn(Statut statut) {
    return statut == null ? null : statut.mot();
  }

  @Override
  public Statut convertToEntityAttribute(String mot) {
    return mot == null ? null : Statut.duMot(mot);
  }
}
