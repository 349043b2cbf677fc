using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>
/// Words for people that have an ending for each sex. The one for men is used of everyone as well: it counts men only
/// beside the one for women.
/// </summary>
internal static class SexNouns
{
    private static readonly HashSet<string> Women = WordSet.Of(
        "BENEFICIARIAS COLABORADORAS FUNCIONARIAS SERVIDORAS TRABAJADORAS USUARIAS"
    );

    private static readonly HashSet<string> Men = WordSet.Of(
        "BENEFICIARIOS COLABORADORES FUNCIONARIOS SERVIDORES TRABAJADORES USUARIOS"
    );

    public static Sex? Of(string folded) =>
        Women.Contains(folded) ? Sex.Woman
        : Men.Contains(folded) ? Sex.Man
        : null;

    /// <summary>The sex of a word that does not stand for both: not servidores/as, not servidoras y servidores.</summary>
    public static Sex? At(List<Token> tokens, int index)
    {
        var next = index + 1 < tokens.Count ? tokens[index + 1].Text : "";
        var both =
            next == "/"
            || (
                next == "("
                && index + 2 < tokens.Count
                && tokens[index + 2].Text is "A" or "AS" or "O" or "OS" or "RAS" or "ES"
            )
            || (next is "Y" or "O" or "E" && index + 2 < tokens.Count && Of(tokens[index + 2].Text) is not null);
        return both ? null : Of(tokens[index].Text);
    }
}
