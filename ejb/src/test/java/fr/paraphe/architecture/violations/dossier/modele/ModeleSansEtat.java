package fr.paraphe.architecture.violations.dossier.modele;

import jakarta.ejb.Stateless;

/** Un modèle géré par le conteneur. */
@Stateless
class ModeleSansEtat {}
