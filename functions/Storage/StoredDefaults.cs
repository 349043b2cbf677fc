using System.Text.Json.Serialization.Metadata;

namespace Avance.Functions.Storage;

/// <summary>
/// The defaults of members that a stored object lacks, unless its record gives its own: an empty text or list, zero, false,
/// null. Identifiers, enumerations and nested records have none: an object without one is an error, since any default would
/// give it a wrong meaning.
/// </summary>
internal static class StoredDefaults
{
    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var empty = new List<(JsonPropertyInfo Member, object Value)>();
        foreach (var member in type.Properties)
        {
            var value = EmptyOf(member.PropertyType);
            member.IsRequired = member.IsRequired && value is null && !IsOptional(member);
            if (value is not null && member is { IsSetNullable: false, Get: not null, Set: not null })
            {
                empty.Add((member, value));
            }
        }

        if (empty.Count > 0)
        {
            // The serializer leaves null where a parameter of a constructor is missing.
            type.OnDeserialized = read =>
            {
                foreach (var (member, value) in empty)
                {
                    if (member.Get!(read) is null)
                    {
                        member.Set!(read, value);
                    }
                }
            };
        }
    }

    private static bool IsOptional(JsonPropertyInfo member) =>
        member.IsSetNullable
        || (member.PropertyType is { IsValueType: true, IsEnum: false } && !IsText(member.PropertyType));

    private static bool IsText(Type type) =>
        Array.Exists(
            type.GetInterfaces(),
            one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ITextValue<>)
        );

    private static object? EmptyOf(Type type) =>
        type == typeof(string) ? ""
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)
            ? Activator.CreateInstance(type, Array.CreateInstance(type.GetGenericArguments()[0], 0))
        : null;
}
