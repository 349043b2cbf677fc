using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>A column's name and the name of its type annotation, encoded once.</summary>
internal sealed class PropertyName
{
    public const string AnnotationSuffix = "@odata.type";

    // Names that come from data rather than from code must not fill the memory.
    private const int MostKept = 4_096;
    private static readonly ConcurrentDictionary<string, PropertyName> Known = new(StringComparer.Ordinal);

    private PropertyName(string name)
    {
        Encoded = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        Annotation = JsonEncodedText.Encode(name + AnnotationSuffix, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }

    public JsonEncodedText Encoded { get; }

    public JsonEncodedText Annotation { get; }

    public static PropertyName Of(string name)
    {
        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        var made = new PropertyName(name);
        return Known.Count < MostKept ? Known.GetOrAdd(name, made) : made;
    }
}
