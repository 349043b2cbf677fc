using System.Text.RegularExpressions;

namespace Avance.Functions.Reports;

/// <summary>
/// Takes out of texts that people wrote what names a person beyond doubt, since report tables are read by many: addresses of
/// mail, and numbers of identity documents. A name cannot be told from other words and stays. Pure.
/// </summary>
public static partial class PersonalData
{
    /// <summary>The text with <c>[correo]</c> and <c>[DNI]</c> in place of addresses and of the 8 digits after "DNI".</summary>
    public static string Mask(string text) => Identity().Replace(Address().Replace(text, "[correo]"), "${label}[DNI]");

    [GeneratedRegex(@"[\p{L}\p{Nd}._%+\-]+@[\p{L}\p{Nd}\-]+(\.[\p{L}\p{Nd}\-]+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"(?<label>\bD\.?\s?N\.?\s?I\.?\s*(N\.?\s?[°ºo]\.?|:|#|-)?\s*:?\s*)\d{8}\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Identity();
}
