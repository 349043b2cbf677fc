using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Languages;

/// <summary>Recognises Spanish by its common words, which make a fourth of a text, and less of a list of names.</summary>
public static class LanguageExtractor
{
    public static readonly ExtractorVersion Version = new("language", 1);

    private const int MinWords = 20;
    private const int MaxWords = 20_000;

    private static readonly HashSet<string> Spanish = WordSet.Of(
        """
        AL CON DE DEL EL EN ES LA LAS LO LOS PARA POR QUE SE SU SUS UN UNA Y COMO SOBRE NOMBRES
        APELLIDOS SEXO CARGO UNIDAD OFICINA
        """
    );

    // English, Portuguese, French, Quechua and Aymara words that Spanish does not have.
    private static readonly HashSet<string> Others = WordSet.Of(
        """
        THE OF AND TO FOR IS WITH ON THIS ARE DA DO EM COM UMA NAO LES DES ET DU AUX KAY HINA CHAY
        RUNAKUNA MANAM UKAT UKA
        """
    );

    public static LanguageFact Extract(IEnumerable<TextPiece> pieces)
    {
        var (words, spanish, others) = (0, 0, 0);
        foreach (var piece in pieces)
        {
            foreach (var token in Tokens.Words(piece.Folded))
            {
                words++;
                spanish += Spanish.Contains(token) ? 1 : 0;
                others += Others.Contains(token) ? 1 : 0;
            }

            if (words > MaxWords)
            {
                break;
            }
        }

        return words < MinWords
            ? new LanguageFact(null, words, spanish, [DoubtCode.TooLittleText])
            : new LanguageFact(spanish > others && spanish * 20 >= words, words, spanish, []);
    }
}
