package fr.paraphe.royaume;

/**
 * Ce que la base dit d’un compte au moment de l’essai.
 *
 * @param empreinte le mot de passe bcrypt, ou {@code null} si le compte n’en a pas
 * @param bloque vrai pendant le blocage qui suit trop d’échecs
 * @param echoue vrai si des échecs sont comptés, donc à effacer après une réussite
 */
record Compte(String empreinte, boolean bloque, boolean echoue) {}
