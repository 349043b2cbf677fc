using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Finds numbers that stand beside women or men and count nobody who took part: that of an article, a whole of which a share is told, a ratio, a target.</summary>
internal static class UncountedNumbers
{
    private const int MaxWordsToShare = 5;
    private const int MaxTokensInRatio = 8;
    private const int MaxTokensJoined = 4;

    // What has a number for a name.
    private static readonly HashSet<string> Named = WordSet.Of(
        """
        ANEXO ART ARTICULO ARTICULOS CAPITULO CUADRO DECRETO DIRECTIVA DNI EXPEDIENTE FICHA FIGURA FORMATO GRAFICO
        INCISO INDICADOR INFORME ITEM LEY LITERAL LOTE MEMORANDO NRO NUM NUMERAL ODS OFICIO PAG PAGINA PISO PREGUNTA
        RESOLUCION RUC TABLA # № ° º Nº N°
        """
    );

    private static readonly HashSet<string> ToShare = WordSet.Of(
        "DE DEL EL ESAS ESOS ESTAS ESTOS LA LAS LOS SUS TODAS TODOS TOTAL"
    );

    private static readonly HashSet<string> Shares = WordSet.Of("CUARTA CUARTO MAYORIA MITAD PARTE TERCIO TERCIOS");

    /// <summary>True for the number of an article 5, and for the whole of which a share is told: el 60 % de las 30 mujeres.</summary>
    public static bool Has(List<Token> tokens, int index) => IsName(tokens, index) || IsWhole(tokens, index);

    /// <summary>The mentions that are no part of a ratio and no target.</summary>
    public static List<SexCount> Without(List<Token> tokens, List<SexCount> mentions)
    {
        var kept = new List<SexCount>(mentions.Count);
        var (ratio, before, participation) = ((int?)null, (SexCount?)null, Participation.Told);
        foreach (var mention in mentions)
        {
            if (IsInRatio(tokens, mention, ratio))
            {
                ratio = mention.LastIndex;
                continue;
            }

            // Se espera capacitar a 100 mujeres y 50 hombres.
            var goesOn = before is { } last && IsJoined(tokens, last.LastIndex, mention.Index);
            participation =
                goesOn && participation != Participation.Told ? participation : PlannedPeople.At(tokens, mention);
            before = mention;
            if (participation != Participation.Expected)
            {
                kept.Add(mention with { IsPlanned = participation == Participation.Unclear });
            }
        }

        return kept;
    }

    private static bool IsJoined(List<Token> tokens, int last, int next)
    {
        for (var i = last + 1; i < next; i++)
        {
            if (tokens[i].Kind == TokenKind.End || next - last > MaxTokensJoined)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsName(List<Token> tokens, int index)
    {
        var at = index - 1;
        // Art. 5, N.º 5
        at -= at > 0 && tokens[at].Text is "." or ":" && tokens[at].Kind != TokenKind.Word ? 1 : 0;
        return at >= 0
            && Named.Contains(tokens[at].Text ?? "")
            && !(tokens[at].Text is "TABLA" or "CUADRO" or "INDICADOR" && tokens[index - 1].Text == ":");
    }

    private static bool IsWhole(List<Token> tokens, int index)
    {
        var hasOf = false;
        for (var i = index - 1; i >= 0 && index - i <= MaxWordsToShare; i--)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Percent || Shares.Contains(token.Text ?? ""))
            {
                return hasOf;
            }

            hasOf |= token.Text is "DE" or "DEL";
            if (hasOf && token.Kind == TokenKind.Count && !token.InWords)
            {
                // 18 de las 30 mujeres
                return true;
            }

            if (!ToShare.Contains(token.Text ?? "") && !(token.InWords && token.Value == 1))
            {
                // El 60 por ciento de las 30.
                return hasOf && token is { InWords: true, Value: 100 } && i > 0 && tokens[i - 1].Text == "POR";
            }
        }

        return false;
    }

    /// <summary>Por cada 100 hombres, 85 mujeres; 7 de cada 10 mujeres; 85 mujeres por cada 100 hombres.</summary>
    /// <param name="before">Last token of the part before it of the same ratio.</param>
    private static bool IsInRatio(List<Token> tokens, SexCount mention, int? before)
    {
        if (mention.Index > 0 && tokens[mention.Index - 1].Text == "CADA")
        {
            return true;
        }

        if (IsPerOne(tokens, mention.Index))
        {
            return true;
        }

        // 3 mujeres por 1 hombre
        if (
            Tokens.Peek(tokens, mention.LastIndex + 1).Text == "POR"
            && SexWords.OfWord(
                Tokens
                    .Peek(
                        tokens,
                        mention.LastIndex + (Tokens.Peek(tokens, mention.LastIndex + 2).Kind == TokenKind.Count ? 3 : 2)
                    )
                    .Text
            )
                is not null
        )
        {
            return true;
        }

        for (var i = mention.LastIndex + 1; i < tokens.Count && i <= mention.LastIndex + 3; i++)
        {
            if (tokens[i].Text == "CADA" && tokens[i - 1].Text is "POR" or "DE" && i + 1 < tokens.Count)
            {
                return tokens[i + 1].Kind == TokenKind.Count;
            }
        }

        for (var i = mention.Index - 1; i >= 0 && mention.Index - i <= MaxTokensInRatio; i--)
        {
            if (tokens[i].Kind == TokenKind.End || tokens[i].Text is "(" or "TOTAL")
            {
                return false;
            }

            if (i == before || (IsCada(tokens, i) && HasPeople(tokens, i + 2, mention.Index)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Por cada hombre hay 2 mujeres.</summary>
    private static bool IsPerOne(List<Token> tokens, int index)
    {
        for (var i = index - 1; i >= 1 && index - i <= 4 && tokens[i].Kind != TokenKind.End; i--)
        {
            if (
                tokens[i].Text == "CADA"
                && tokens[i - 1].Text == "POR"
                && SexWords.OfWord(tokens[i + 1].Text) is not null
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCada(List<Token> tokens, int index) =>
        tokens[index].Text == "CADA" && index + 1 < tokens.Count && tokens[index + 1].Kind == TokenKind.Count;

    /// <summary>True for de cada 10 participantes, and for de cada 10, but not for cada 3 meses.</summary>
    private static bool HasPeople(List<Token> tokens, int index, int end) =>
        index >= end || tokens[index].Kind != TokenKind.Word || SentenceTotal.IsPeople(tokens[index]);
}
