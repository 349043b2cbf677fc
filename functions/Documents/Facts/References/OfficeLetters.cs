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
        ELECTRONICO EN ENVIADO FECHA FIRMA GUIA INFORME INSTITUCIONAL LA LEY LISTA LISTADO LOS MASIVO
        MASIVOS MEMORANDO NOTA OFICIO PARA PERSONAL PLAN POR QUE REMITIDO REPORTE RESOLUCION SE
        SEXO SOBRE SUSTENTO TELEFONO UNIDAD Y
        """
    );

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WordLookup = Words.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public static bool IsWord(ReadOnlySpan<char> folded) => WordLookup.Contains(folded);

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

    /// <summary>Each letter once where it is doubled: typists double and halve letters alike.</summary>
    public static string Comparable(string letters)
    {
        var comparable = new StringBuilder(letters.Length);
        foreach (var c in letters)
        {
            if (comparable.Length == 0 || comparable[^1] != c)
            {
                comparable.Append(c);
            }
        }

        return comparable.ToString();
    }

    /// <summary>True if the shorter list is the end of the longer one: <c>ODTH</c> is cited for <c>MIMP-ODTH</c>.</summary>
    public static bool IsSuffix(ValueList<string> left, ValueList<string> right)
    {
        var count = Math.Min(left.Count, right.Count);
        for (var i = 1; i <= count; i++)
        {
            if (Comparable(left[^i]) != Comparable(right[^i]))
            {
                return false;
            }
        }

        return true;
    }
}
