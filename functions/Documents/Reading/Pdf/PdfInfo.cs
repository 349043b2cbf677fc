using System.Globalization;
using System.Text.RegularExpressions;

namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>Parses the output of <c>pdfinfo -f FIRST -l LAST</c>.</summary>
internal static partial class PdfInfo
{
    private const int MaxSizes = 100_000;

    /// <summary>The pages with a size, by their number.</summary>
    public static Dictionary<int, PdfPage> Sizes(string output)
    {
        var pages = new Dictionary<int, PdfPage>();
        foreach (Match match in Size.Matches(output).Take(MaxSizes))
        {
            if (
                int.TryParse(match.Groups["page"].Value, CultureInfo.InvariantCulture, out var number)
                && double.TryParse(match.Groups["width"].Value, CultureInfo.InvariantCulture, out var width)
                && double.TryParse(match.Groups["height"].Value, CultureInfo.InvariantCulture, out var height)
            )
            {
                pages[number] = new PdfPage(number, width, height);
            }
        }

        return pages;
    }

    [GeneratedRegex(
        @"^Page\s+(?<page>\d{1,9}) size:\s+(?<width>[\d.]{1,20}) x (?<height>[\d.]{1,20}) pts",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Size { get; }
}
