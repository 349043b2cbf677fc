using System.Globalization;
using System.Resources;

namespace Avance.Functions;

/// <summary>Everything that a user reads, in Spanish, from <c>Messages.resx</c>.</summary>
public static class Messages
{
    private static readonly ResourceManager Resources = new("Avance.Functions.Messages", typeof(Messages).Assembly);

    /// <summary>Dates and numbers are written as in Peru: <c>1,250.5</c> and <c>15/07/2023</c>.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("es-PE");

    /// <exception cref="MissingManifestResourceException">No message has that key: a test finds this first.</exception>
    public static string Text(string key, params object?[] arguments)
    {
        var text =
            Resources.GetString(key, CultureInfo.InvariantCulture)
            ?? throw new MissingManifestResourceException($"Messages.resx has no '{key}'.");
        return arguments.Length == 0 ? text : string.Format(Culture, text, arguments);
    }
}
