using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Reports.Word;

/// <summary>Captions above tables and charts: a field counts those of each kind.</summary>
internal sealed class WordCaptions(WordBody body)
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Add(string kind, string text)
    {
        var number = counts[kind] = counts.GetValueOrDefault(kind) + 1;
        body.Add(
            new Paragraph([
                body.Style("Caption"),
                WordText.Run($"{kind} "),
                .. WordText.Field($@"SEQ {kind} \* ARABIC", number.ToString(CultureInfo.InvariantCulture)),
                WordText.Run($". {text}"),
            ])
        );
    }
}
