package fr.paraphe.socle.infra;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;

/** EclipseLink 4 ne connaît pas {@code Instant} : une colonne timestamptz. */
@Converter(autoApply = true)
public class ConversionInstant implements AttributeConverter<Instant, Timestamp> {

  @Override
  public Timestamp convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  @Override
  public Instant convertToEntityAttribute(Timestamp colonne) {
    return colonne == null ? null : colonne.toInstant();
  }
}
