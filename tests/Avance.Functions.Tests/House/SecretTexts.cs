using System.Text.Encodings.Web;
using System.Text.Json;

namespace Avance.Functions.Tests.House;

/// <summary>Tells which texts of a compiled template show a secret where they stand.</summary>
internal static class SecretTexts
{
    private static readonly string[] Listed = ["listKeys(", "listOutputsWithSecureValues("];

    /// <summary>Quotation marks as they are.</summary>
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static bool IsSecret(ArmTemplate template, string path, string text)
    {
        // A variable shows nothing by itself: what uses it may.
        if (!text.StartsWith('[') || path.StartsWith("/variables/", StringComparison.Ordinal))
        {
            return false;
        }

        return ShowsSecret(template, text) || SecretVariables(template).Any(name => ShowsVariable(text, name));
    }

    private static bool ShowsSecret(ArmTemplate template, string text) =>
        Listed.Any(function => text.Contains(function, StringComparison.OrdinalIgnoreCase))
        || template.Parameters.Any(parameter =>
            (string?)parameter.Value!["type"] == "securestring"
            && text.Contains($"parameters('{parameter.Key}')", StringComparison.Ordinal)
        );

    /// <summary>A list of secrets with their names: a loop over it that takes no <c>value</c> shows the names alone.</summary>
    private static bool ShowsVariable(string text, string name)
    {
        var reference = $"variables('{name}')";
        return text.Split("map(")
            .Where(loop => loop.Contains(reference, StringComparison.Ordinal))
            .Any(loop =>
                !loop.StartsWith(reference, StringComparison.Ordinal)
                || loop.Contains(".value", StringComparison.Ordinal)
            );
    }

    /// <summary>Those with a secret in them, and those made of these.</summary>
    private static List<string> SecretVariables(ArmTemplate template)
    {
        var texts = template.Variables.ToDictionary(item => item.Key, item => item.Value?.ToJsonString(Plain) ?? "");
        var secret = texts.Where(item => ShowsSecret(template, item.Value)).Select(item => item.Key).ToList();
        for (var i = 0; i < secret.Count; i++)
        {
            var reference = $"variables('{secret[i]}')";
            secret.AddRange(
                texts
                    .Where(item => item.Value.Contains(reference, StringComparison.Ordinal))
                    .Select(item => item.Key)
                    .Except(secret)
                    .ToArray()
            );
        }

        return secret;
    }
}
