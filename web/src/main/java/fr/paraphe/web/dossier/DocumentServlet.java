package fr.paraphe.web.dossier;

import fr.paraphe.dossier.Consultation;
import fr.paraphe.dossier.Contenu;
import fr.paraphe.socle.ErreurMetier;
import fr.paraphe.web.erreur.Incident;
import fr.paraphe.web.erreur.Refus;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * Le contenu d’un document, en flux et par intervalles, sous les en-têtes d’ASVS 5.0 V3.2.1 : rien
 * de ce qu’un tiers a déposé ne peut agir dans nos pages. La frontière seule dit qui peut lire.
 * {@code /app/document/{ref}} le document ({@code ?enregistrer} pour le télécharger), {@code
 * /app/visuel/{ref}} ce que la visionneuse en montre.
 */
@WebServlet({"/app/document/*", "/app/visuel/*"})
public class DocumentServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int TAMPON = 64 * 1024;

  @Inject private transient Consultation consultation;

  @Override
  protected void doGet(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
    Optional<UUID> ref = reference(requete.getPathInfo());
    if (ref.isEmpty()) {
      reponse.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      servir(
          visuel(requete) ? consultation.visuel(ref.get()) : consultation.contenu(ref.get()),
          requete,
          reponse);
    } catch (RuntimeException e) {
      refuser(requete, reponse, e);
    }
  }

  private static boolean visuel(HttpServletRequest requete) {
    return requete.getServletPath().equals("/app/visuel");
  }

  private static void servir(
      Contenu contenu, HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
    String etag = '"' + contenu.empreinte() + '"';
    entetes(contenu, etag, requete, reponse);
    if (etag.equals(requete.getHeader("If-None-Match"))) {
      reponse.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    String condition = requete.getHeader("If-Range");
    Optional<Intervalle> part =
        condition == null || condition.equals(etag)
            ? Intervalle.lire(requete.getHeader("Range"), contenu.taille())
            : Optional.empty();
    if (part.isPresent() && !part.get().satisfaisable(contenu.taille())) {
      reponse.setHeader("Content-Range", "bytes */" + contenu.taille());
      reponse.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      return;
    }
    Intervalle servi = part.orElse(new Intervalle(0, contenu.taille() - 1));
    if (part.isPresent()) {
      reponse.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
      reponse.setHeader(
          "Content-Range", "bytes " + servi.debut() + "-" + servi.fin() + "/" + contenu.taille());
    }
    reponse.setContentLengthLong(servi.longueur());
    if (!requete.getMethod().equals("HEAD")) {
      copier(contenu, servi, reponse.getOutputStream());
    }
  }

  private static void entetes(
      Contenu contenu, String etag, HttpServletRequest requete, HttpServletResponse reponse) {
    boolean affichable =
        "application/pdf".equals(contenu.typeMime()) && requete.getParameter("enregistrer") == null;
    reponse.setContentType(affichable ? "application/pdf" : "application/octet-stream");
    reponse.setHeader(
        "Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    reponse.setHeader("Content-Disposition", Disposition.de(affichable, contenu.nom()));
    reponse.setHeader("Cache-Control", "private, no-cache");
    reponse.setHeader("Accept-Ranges", "bytes");
    reponse.setHeader("ETag", etag);
  }

  private static void copier(Contenu contenu, Intervalle part, OutputStream sortie)
      throws IOException {
    byte[] tampon = new byte[TAMPON];
    long reste = part.longueur();
    try (InputStream source = contenu.source().ouvrir(part.debut())) {
      int lus = 0;
      while (reste > 0 && (lus = source.read(tampon, 0, (int) Math.min(TAMPON, reste))) >= 0) {
        sortie.write(tampon, 0, lus);
        reste -= lus;
      }
    }
  }

  private static void refuser(
      HttpServletRequest requete, HttpServletResponse reponse, RuntimeException e)
      throws IOException {
    Optional<ErreurMetier> refus = Refus.dans(e);
    if (refus.isEmpty()) {
      requete.setAttribute(Incident.ATTRIBUT, Incident.consigner(requete.getServletPath(), e));
    }
    if (!reponse.isCommitted()) {
      reponse.reset();
      reponse.sendError(
          refus
              .map(r -> Refus.statut(r.code().nature()))
              .orElse(HttpServletResponse.SC_INTERNAL_SERVER_ERROR));
    }
  }

  private static Optional<UUID> reference(String chemin) {
    try {
      return chemin == null ? Optional.empty() : Optional.of(UUID.fromString(chemin.substring(1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
