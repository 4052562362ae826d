package fr.paraphe.stockage;

class StockageMemoireTest implements StockageContrat {

  private final Stockage sujet = new StockageMemoire();

  @Override
  public Stockage sujet() {
    return sujet;
  }
}
