package fr.paraphe.ws.soap.point;

import fr.paraphe.stockage.Depot;
import fr.paraphe.stockage.DepotEnCours;
import fr.paraphe.stockage.Limite;
import fr.paraphe.ws.soap.spool.Limites;
import fr.paraphe.ws.soap.spool.Versements;
import java.io.IOException;

/**
 * Les pièces vont au dépôt de documents ; ce qui les désigne ensuite est un {@link
 * fr.paraphe.stockage.DocumentDepose}.
 */
record VersementsDepot(Depot depot, Limites limites) implements Versements {

  @Override
  public Versement ouvrir() throws IOException {
    DepotEnCours cours = depot.commencer(new Limite(limites.document()));
    return new Versement() {
      @Override
      public void write(int octet) throws IOException {
        cours.write(octet);
      }

      @Override
      public void write(byte[] octets, int debut, int longueur) throws IOException {
        cours.write(octets, debut, longueur);
      }

      @Override
      public Object sceller() throws IOException {
        return cours.achever();
      }

      @Override
      public void close() {
        cours.close();
      }
    };
  }
}
