package fr.paraphe.ws.soap.reponse;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Retient la réponse de Metro au lieu de l’envoyer : l’enveloppe y est petite, les documents n’y
 * sont que des repères.
 */
public final class ReponseCapturee extends HttpServletResponseWrapper {

  private final ByteArrayOutputStream corps = new ByteArrayOutputStream(4096);
  private final PrintWriter ecrivain = new PrintWriter(corps, true, StandardCharsets.UTF_8);
  private int statut = SC_OK;

  public ReponseCapturee(HttpServletResponse reponse) {
    super(reponse);
  }

  public byte[] corps() {
    ecrivain.flush();
    return corps.toByteArray();
  }

  public boolean aboutie() {
    return statut == SC_OK && corps.size() > 0;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public void write(int octet) {
        corps.write(octet);
      }

      @Override
      public void write(byte[] octets, int debut, int longueur) {
        corps.write(octets, debut, longueur);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener ecouteur) {
        throw new IllegalStateException("écriture asynchrone non prévue");
      }
    };
  }

  @Override
  public PrintWriter getWriter() {
    return ecrivain;
  }

  @Override
  public void setStatus(int nouveau) {
    statut = nouveau;
  }

  @Override
  public int getStatus() {
    return statut;
  }

  @Override
  public void sendError(int nouveau) {
    statut = nouveau;
  }

  @Override
  public void sendError(int nouveau, String message) {
    statut = nouveau;
  }

  @Override
  public void setContentType(String type) {
    // Le type est celui de la forme de la réponse
  }

  @Override
  public void setHeader(String nom, String valeur) {
    // Aucun en-tête de Metro ne part
  }

  @Override
  public void addHeader(String nom, String valeur) {
    // Aucun en-tête de Metro ne part
  }

  @Override
  public void setContentLength(int longueur) {
    // Recalculée à l’envoi
  }

  @Override
  public void setContentLengthLong(long longueur) {
    // Recalculée à l’envoi
  }

  @Override
  public void flushBuffer() {
    // Rien ne part avant l’envoi
  }

  @Override
  public boolean isCommitted() {
    return false;
  }
}
