using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

internal delegate void EdmWrite<in T>(Utf8JsonWriter writer, PropertyName name, T value);

internal delegate T EdmRead<out T>(ref Utf8JsonReader reader);

/// <summary>How a property of a class is written and read. The class says the type, whatever the payload says.</summary>
internal sealed record EdmType<T>(EdmWrite<T> Write, EdmRead<T> Read);

internal static class EdmType
{
    private static readonly Dictionary<Type, object> Known = new object[]
    {
        // Null where the column is no string, as the official client reads it.
        new EdmType<string?>(
            (writer, name, value) => EdmWriter.Write(writer, name, value!),
            (ref reader) => reader.TokenType == JsonTokenType.String ? reader.GetString() : null
        ),
        new EdmType<bool>(EdmWriter.Write, (ref reader) => reader.GetBoolean()),
        new EdmType<int>(EdmWriter.Write, (ref reader) => reader.GetInt32()),
        new EdmType<long>(EdmWriter.Write, ReadInt64),
        new EdmType<double>(EdmWriter.Write, ReadDouble),
        new EdmType<Guid>(EdmWriter.Write, (ref reader) => reader.GetGuid()),
        new EdmType<DateTimeOffset>(EdmWriter.Write, (ref reader) => reader.GetDateTimeOffset()),
        new EdmType<DateTime>(EdmWriter.Write, (ref reader) => reader.GetDateTimeOffset().UtcDateTime),
        new EdmType<byte[]>(EdmWriter.Write, (ref reader) => reader.GetBytesFromBase64()),
        new EdmType<BinaryData>(EdmWriter.Write, (ref reader) => new BinaryData(reader.GetBytesFromBase64())),
    }.ToDictionary(type => type.GetType().GenericTypeArguments[0]);

    /// <summary>How a property of the type is stored.</summary>
    /// <exception cref="NotSupportedException">A table has no such type.</exception>
    public static EdmType<T> Of<T>()
    {
        var type = typeof(T);
        if (Known.TryGetValue(type, out var known))
        {
            return (EdmType<T>)known;
        }

        var (maker, argument) = Nullable.GetUnderlyingType(type) is { } underlying
            ? (nameof(Optional), underlying)
            : (nameof(Enumeration), type);
        if (maker == nameof(Enumeration) && !type.IsEnum)
        {
            throw new NotSupportedException(
                $"{type} has no counterpart in a table: convert the property or mark it [IgnoreDataMember]."
            );
        }

        return (EdmType<T>)
            typeof(EdmType)
                .GetMethod(maker, BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(argument)
                .Invoke(obj: null, BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null)!;
    }

    public static double ReadDouble(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
            ? double.Parse(reader.GetString()!, CultureInfo.InvariantCulture)
            : reader.GetDouble();

    public static long ReadInt64(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
            ? long.Parse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : reader.GetInt64();

    private static EdmType<T?> Optional<T>()
        where T : struct
    {
        var (write, read) = Of<T>();
        return new((writer, name, value) => write(writer, name, value!.Value), (ref reader) => read(ref reader));
    }

    private static EdmType<T> Enumeration<T>()
        where T : struct, Enum =>
        new(
            (writer, name, value) => EdmWriter.Write(writer, name, value.ToString()),
            (ref reader) => Enum.Parse<T>(reader.GetString()!)
        );
}
