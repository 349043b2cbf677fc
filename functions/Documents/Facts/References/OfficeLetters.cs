using System.Text;
using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>The letters of bodies, offices and authors in a document number.</summary>
internal static class OfficeLetters
{
    // What follows a number after a dash without being an office.
    private static readonly HashSet<string> Words = WordSet.Of(
        """
        ACTA ADJUNTO ANEXO ANEXOS AREA CARGO CARTA CELULAR CON CORREO CORREOS DE DEL DIRECTIVA DIRECTORAL DIFUSION DNI EDAD EL
        ELECTRONICO ESCANEADO FINAL FIRMADA FIRMADO FOLIOS EN ENVIADO FECHA FIRMA GUIA INFORME INSTITUCIONAL LA LEY LISTA LISTADO LOS MASIVO
        MASIVOS MEMORANDO NOTA OFICIO PARA PERSONAL PLAN POR QUE REMITIDO REPORTE RESOLUCION SE
        SEXO SOBRE SUSTENTO TELEFONO UNIDAD Y
        """
    );

    private static readonly HashSet<string> FileTypes = WordSet.Of(
        "CSV DOC DOCX EML HTM HTML JPEG JPG MSG ODS ODT PDF PNG PPT PPTX RAR RTF TIF TIFF TXT XLS XLSX ZIP"
    );

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WordLookup = Words.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public static bool IsWord(ReadOnlySpan<char> folded) => WordLookup.Contains(folded);

    /// <summary>True for what stands after a point and does not go on with an office: the type of a file, a sentence.</summary>
    public static bool IsNoPart(ReadOnlySpan<char> folded) =>
        IsWord(folded) || FileTypes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);

    /// <summary>
    /// Without a doubled vowel inside, which acronyms do not have: MIIMP is MIMP. Doubled consonants stand for two words
    /// (DGNNA), II is a number, and short letters are a person's (SAA).
    /// </summary>
    public static string Corrected(string letters)
    {
        if (letters.Length < 5 || letters.AsSpan().IndexOfAnyExcept("IVX") < 0)
        {
            return letters;
        }

        var corrected = new StringBuilder(letters.Length);
        for (var i = 0; i < letters.Length; i++)
        {
            var c = letters[i];
            if (i <= 1 || i == letters.Length - 1 || letters[i - 1] != c || c is not ('A' or 'E' or 'I' or 'O' or 'U'))
            {
                corrected.Append(c);
            }
        }

        return corrected.ToString();
    }

    /// <summary>
    /// Each letter once where it is doubled, since typists double and halve letters alike. Figures stand alone and without
    /// leading zeros, and points do not matter: UGEL.05 is UGEL 5, and I.E. is IE.
    /// </summary>
    public static List<string> Comparable(IEnumerable<string> offices)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        foreach (var office in offices)
        {
            for (var i = 0; i < office.Length; i++)
            {
                var c = office[i];
                if (c == '.' ? !IsInitial(office, i) : part.Length > 0 && IsFigure(part[^1]) != IsFigure(c))
                {
                    End();
                }

                if (c != '.' && (part.Length == 0 || part[^1] != c || IsFigure(c)))
                {
                    part.Append(c);
                }
            }

            End();
        }

        return parts;

        void End()
        {
            if (part.Length > 0)
            {
                var text = part.ToString();
                parts.Add(IsFigure(text[0]) && text.TrimStart('0') is { Length: > 0 } figures ? figures : text);
                part.Clear();
            }
        }
    }

    /// <summary>True if the shorter list is the end of the longer one: <c>ODTH</c> is cited for <c>MIMP-ODTH</c>.</summary>
    /// <param name="left">Comparable.</param>
    /// <param name="right">Comparable.</param>
    public static bool IsSuffix(List<string> left, List<string> right)
    {
        var count = Math.Min(left.Count, right.Count);
        for (var i = 1; i <= count; i++)
        {
            if (left[^i] != right[^i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for the point after the one letter of a word: I.E.</summary>
    private static bool IsInitial(string office, int point) =>
        (point == 1 || (point > 1 && office[point - 2] == '.')) && char.IsLetter(office[point - 1]);

    private static bool IsFigure(char c) => char.IsAsciiDigit(c);
}
