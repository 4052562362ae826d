package fr.paraphe.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Mesure les sources avec l’analyseur du compilateur : lignes par fichier, par corps, paramètres.
 */
final class Mesure {

  static final int LIGNES_PAR_FICHIER = 400;
  static final int LIGNES_PAR_METHODE = 40;
  static final int PARAMETRES = 6;

  private Mesure() {}

  /**
   * Les dépassements, un par ligne lisible. Un record et un constructeur injecté sont dispensés.
   */
  static List<String> depassements(List<Path> sources) {
    JavaCompiler compilateur = ToolProvider.getSystemJavaCompiler();
    List<String> depassements = new ArrayList<>();
    try (StandardJavaFileManager fichiers =
        compilateur.getStandardFileManager(null, null, java.nio.charset.StandardCharsets.UTF_8)) {
      JavacTask analyse =
          (JavacTask)
              compilateur.getTask(
                  null,
                  fichiers,
                  diagnostic -> {},
                  List.of("-proc:none"),
                  null,
                  fichiers.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(analyse).getSourcePositions();
      for (CompilationUnitTree unite : analyse.parse()) {
        new Balayage(unite, positions, depassements).scan(unite, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return depassements;
  }

  private static final class Balayage extends TreePathScanner<Void, Void> {

    private final CompilationUnitTree unite;
    private final SourcePositions positions;
    private final List<String> depassements;

    Balayage(CompilationUnitTree unite, SourcePositions positions, List<String> depassements) {
      this.unite = unite;
      this.positions = positions;
      this.depassements = depassements;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree tree, Void rien) {
      long lignes = ligne(positions.getEndPosition(unite, unite));
      noter(lignes, LIGNES_PAR_FICHIER, "lignes", "");
      return super.visitCompilationUnit(tree, rien);
    }

    @Override
    public Void visitMethod(MethodTree methode, Void rien) {
      String nom = "." + methode.getName();
      if (methode.getBody() != null && fin(methode.getBody()) >= 0) {
        long lignes =
            fin(methode.getBody()) - ligne(positions.getStartPosition(unite, methode.getBody()));
        noter(lignes + 1, LIGNES_PAR_METHODE, "lignes de corps", nom);
      }
      if (!dispensee(methode)) {
        noter(methode.getParameters().size(), PARAMETRES, "paramètres", nom);
      }
      return super.visitMethod(methode, rien);
    }

    private boolean dispensee(MethodTree methode) {
      boolean deRecord =
          getCurrentPath().getParentPath().getLeaf() instanceof ClassTree c
              && c.getKind() == Tree.Kind.RECORD
              && methode.getName().contentEquals("<init>");
      return deRecord
          || methode.getModifiers().getAnnotations().stream()
              .anyMatch(a -> a.getAnnotationType().toString().equals("Inject"));
    }

    private long fin(Tree arbre) {
      return ligne(positions.getEndPosition(unite, arbre));
    }

    private long ligne(long position) {
      return position < 0 ? -1 : unite.getLineMap().getLineNumber(position);
    }

    private void noter(long mesure, int limite, String unites, String nom) {
      if (mesure > limite) {
        String fichier = Path.of(unite.getSourceFile().toUri()).getFileName().toString();
        depassements.add(fichier + nom + " : " + mesure + " " + unites);
      }
    }
  }
}
