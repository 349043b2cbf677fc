using System.Text.RegularExpressions;

namespace Avance.Functions.Reports;

/// <summary>
/// Takes out of texts that people wrote what names a person beyond doubt, since report tables are read by many: addresses of
/// mail, and numbers of identity documents. A name cannot be told from other words and stays. Pure.
/// </summary>
public static partial class PersonalData
{
    /// <summary>The text with <c>[correo]</c> and <c>[DNI]</c> in place of addresses and of the 8 or 9 digits after "DNI" or another name of an identity document.</summary>
    public static string Mask(string text) =>
        Identities(Personal().Replace(Address().Replace(text, "[correo]"), "/personal/[correo]/"));

    /// <summary>One number may follow another: each round finds those behind what the one before has masked.</summary>
    private static string Identities(string text)
    {
        for (var masked = Identity().Replace(text, "${label}[DNI]"); masked != text; )
        {
            (text, masked) = (masked, Identity().Replace(masked, "${label}[DNI]"));
        }

        return text;
    }

    /// <summary>A shared folder of a person, whose name is the address: /personal/ana_perez_mimp_gob_pe/.</summary>
    [GeneratedRegex("/personal/[^/\\s]+/", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Personal();

    [GeneratedRegex(@"[\p{L}\p{Nd}._%+\-]+@[\p{L}\p{Nd}\-]+(\.[\p{L}\p{Nd}\-]+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"(?<label>(\bD\.?\s?N\.?\s?I\.?\s?s?|\bdocumentos?\s+(nacional(es)?\s+)?de\s+identidad|\bcarn[eé]s?\s+de\s+extranjer[ií]a|\[DNI\]\s*(,|;|y|e|/))\s*(N\.?\s?[°ºo]\.?s?|n[uú]m(ero)?s?\.?|:|#|-)?\s*:?\s*)\d{8,9}\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Identity();
}
