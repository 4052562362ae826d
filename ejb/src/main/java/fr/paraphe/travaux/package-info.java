/**
 * Travaux : ce qui se fait plus tard, et que rien ne perd. Une file en base ({@code travail}),
 * prise par bail : tout nœud peut s’en saisir, un nœud tué rend ce qu’il tenait, un échec est
 * retenté puis gardé avec sa cause (design §3). On écrit le travail dans la transaction de l’acte
 * qui le demande.
 */
package fr.paraphe.travaux;
