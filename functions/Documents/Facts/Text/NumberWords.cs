namespace Avance.Functions.Documents.Facts.Text;

/// <summary>Numbers written in words, folded, up to 999,999.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Values = Build();

    /// <summary>
    /// The number that the words from an index spell, and how many of them it takes; null if they spell none.
    /// </summary>
    public static (int Value, int Words)? At(IReadOnlyList<Token> tokens, int index)
    {
        var (thousands, sum, last, at) = (0, 0, 1000, index);
        while (at < tokens.Count && tokens[at].Kind == TokenKind.Word)
        {
            // TREINTA Y CINCO
            var joined = tokens[at].Text == "Y" && last is >= 30 and <= 90;
            var next = joined ? at + 1 : at;
            if (next >= tokens.Count || tokens[next].Kind != TokenKind.Word)
            {
                break;
            }

            var word = tokens[next].Text;
            if (word == "MIL" && thousands == 0 && !joined)
            {
                thousands = Math.Max(1, sum);
                (sum, last, at) = (0, 1000, at + 1);
                continue;
            }

            if (!Values.TryGetValue(word, out var value) || !Follows(last, value, joined))
            {
                break;
            }

            (sum, last, at) = (sum + value, value, next + 1);
        }

        return at == index ? null : ((thousands * 1000) + sum, at - index);
    }

    /// <summary>Hundreds, then tens, then ones; ones come after tens only with Y.</summary>
    private static bool Follows(int last, int value, bool joined) =>
        joined ? value < 10 : last == 1000 || (last >= 100 && last % 100 == 0 && value < 100);

    private static Dictionary<string, int> Build()
    {
        string[] ones =
        [
            "UNO DOS TRES CUATRO CINCO SEIS SIETE OCHO NUEVE DIEZ ONCE DOCE TRECE CATORCE QUINCE DIECISEIS",
            "DIECISIETE DIECIOCHO DIECINUEVE VEINTE VEINTIUNO VEINTIDOS VEINTITRES VEINTICUATRO VEINTICINCO",
            "VEINTISEIS VEINTISIETE VEINTIOCHO VEINTINUEVE",
        ];
        var values = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["UN"] = 1,
            ["UNA"] = 1,
            ["VEINTIUN"] = 21,
            ["VEINTIUNA"] = 21,
            ["CIEN"] = 100,
            ["CIENTO"] = 100,
        };
        foreach (var word in string.Join(' ', ones).Split(' '))
        {
            values[word] = values.Count - 5;
        }

        var tens = "TREINTA CUARENTA CINCUENTA SESENTA SETENTA OCHENTA NOVENTA".Split(' ');
        for (var i = 0; i < tens.Length; i++)
        {
            values[tens[i]] = (i + 3) * 10;
        }

        var hundreds = "DOSCIENT TRESCIENT CUATROCIENT QUINIENT SEISCIENT SETECIENT OCHOCIENT NOVECIENT".Split(' ');
        for (var i = 0; i < hundreds.Length; i++)
        {
            values[hundreds[i] + "OS"] = values[hundreds[i] + "AS"] = (i + 2) * 100;
        }

        return values;
    }
}
