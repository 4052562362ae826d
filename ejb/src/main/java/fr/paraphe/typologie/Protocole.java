package fr.paraphe.typologie;

/** Protocole de télétransmission d’un type. */
public enum Protocole {
  AUCUN,
  ACTES,
  HELIOS
}
