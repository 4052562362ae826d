package fr.paraphe.circuit;

import fr.paraphe.organisation.BureauId;

/** Une étape du circuit dont le bureau est connu. */
public record EtapeResolue(ActionDemandee action, BureauId bureau) {}
