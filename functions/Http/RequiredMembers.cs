using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Avance.Functions.Http;

/// <summary>
/// Finds the required member that a JSON object lacks, or its missing or unknown discriminator. The serializer's error has
/// the path of the object, but the member only in its message.
/// </summary>
internal static class RequiredMembers
{
    /// <param name="path">The path of the object as the serializer writes it, for example <c>$.goals[1]</c>.</param>
    /// <returns>The first such member; null if there is no such object or member.</returns>
    public static string? FirstMissing(ReadOnlyMemory<byte> json, Type type, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Missing(document.RootElement, Json.Options.GetTypeInfo(type), "$")
                .Where(found => found.Object == path)
                .Select(found => found.Member)
                .FirstOrDefault();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Object, string Member)> Missing(
        JsonElement element,
        JsonTypeInfo info,
        string path
    )
    {
        if (element.ValueKind == JsonValueKind.Array && ItemType(info.Type) is { } item)
        {
            return element
                .EnumerateArray()
                .SelectMany((each, index) => Missing(each, Json.Options.GetTypeInfo(item), $"{path}[{index}]"));
        }

        return element.ValueKind != JsonValueKind.Object ? []
            : info.PolymorphismOptions is { } kinds ? MissingOfKind(element, kinds, path)
            : info.Properties.SelectMany(member => Missing(element, member, path));
    }

    private static IEnumerable<(string Object, string Member)> Missing(
        JsonElement element,
        JsonPropertyInfo member,
        string path
    ) =>
        Find(element, member.Name) is { } value
            ? Missing(value, Json.Options.GetTypeInfo(member.PropertyType), $"{path}.{member.Name}")
        : member.IsRequired ? [(path, member.Name)]
        : [];

    private static IEnumerable<(string Object, string Member)> MissingOfKind(
        JsonElement element,
        JsonPolymorphismOptions kinds,
        string path
    )
    {
        var word = Find(element, kinds.TypeDiscriminatorPropertyName) is { ValueKind: JsonValueKind.String } text
            ? text.GetString()
            : null;
        var kind = kinds.DerivedTypes.FirstOrDefault(kind => (string?)kind.TypeDiscriminator == word);
        return kind.DerivedType is { } type && word is not null
            ? Json.Options.GetTypeInfo(type).Properties.SelectMany(member => Missing(element, member, path))
            : [(path, kinds.TypeDiscriminatorPropertyName)];
    }

    private static Type? ItemType(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)
            ? type.GetGenericArguments()[0]
            : null;

    private static JsonElement? Find(JsonElement element, string name) =>
        element
            .EnumerateObject()
            .Where(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(member => (JsonElement?)member.Value)
            .LastOrDefault();
}
