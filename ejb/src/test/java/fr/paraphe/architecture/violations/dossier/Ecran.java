package fr.paraphe.architecture.violations.dossier;

/** Connaît l’écran. */
class Ecran {
  jakarta.faces.context.FacesContext contexte;
}
