package fr.paraphe.architecture.violations.dossier;

import jakarta.ejb.Stateless;

/** Une frontière qui ne dit pas qui y entre. */
@Stateless
public class FrontiereOuverte {}
