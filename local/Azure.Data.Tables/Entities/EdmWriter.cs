using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>
/// Writes a value with the annotation of its type, which the service needs wherever JSON alone does not say it.
/// </summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations</remarks>
internal static class EdmWriter
{
    private static readonly JsonEncodedText Int64 = JsonEncodedText.Encode("Edm.Int64");
    private static readonly JsonEncodedText Double = JsonEncodedText.Encode("Edm.Double");
    private static readonly JsonEncodedText Guid = JsonEncodedText.Encode("Edm.Guid");
    private static readonly JsonEncodedText DateTime = JsonEncodedText.Encode("Edm.DateTime");
    private static readonly JsonEncodedText Binary = JsonEncodedText.Encode("Edm.Binary");

    public static void Write(Utf8JsonWriter writer, PropertyName name, string value) =>
        writer.WriteString(name.Encoded, value);

    public static void Write(Utf8JsonWriter writer, PropertyName name, bool value) =>
        writer.WriteBoolean(name.Encoded, value);

    public static void Write(Utf8JsonWriter writer, PropertyName name, int value) =>
        writer.WriteNumber(name.Encoded, value);

    // As a string, because JSON numbers lose digits in many readers.
    public static void Write(Utf8JsonWriter writer, PropertyName name, long value)
    {
        Span<byte> text = stackalloc byte[20];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        writer.WriteString(name.Annotation, Int64);
        writer.WriteString(name.Encoded, text[..length]);
    }

    public static void Write(Utf8JsonWriter writer, PropertyName name, double value)
    {
        writer.WriteString(name.Annotation, Double);
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name.Encoded, value);
        }
        else
        {
            writer.WriteString(name.Encoded, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static void Write(Utf8JsonWriter writer, PropertyName name, Guid value)
    {
        writer.WriteString(name.Annotation, Guid);
        writer.WriteString(name.Encoded, value);
    }

    public static void Write(Utf8JsonWriter writer, PropertyName name, DateTimeOffset value) =>
        Write(writer, name, value.UtcDateTime);

    /// <summary>Writes an instant, to 100 ns.</summary>
    /// <exception cref="NotSupportedException">The kind is not UTC: the official client does not guess either.</exception>
    public static void Write(Utf8JsonWriter writer, PropertyName name, DateTime value)
    {
        if (value.Kind != DateTimeKind.Utc)
        {
            throw new NotSupportedException($"DateTime {value:O} has a Kind of {value.Kind}, only UTC is stored.");
        }

        Span<byte> text = stackalloc byte[28];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        writer.WriteString(name.Annotation, DateTime);
        writer.WriteString(name.Encoded, text[..length]);
    }

    public static void Write(Utf8JsonWriter writer, PropertyName name, byte[] value) =>
        Write(writer, name, value.AsSpan());

    public static void Write(Utf8JsonWriter writer, PropertyName name, BinaryData value) =>
        Write(writer, name, value.ToMemory().Span);

    /// <summary>Writes a value of a dictionary; null writes nothing, because the service stores no nulls.</summary>
    /// <exception cref="NotSupportedException">The service has no such type.</exception>
    public static void Write(Utf8JsonWriter writer, PropertyName name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                Write(writer, name, text);
                break;
            case bool flag:
                Write(writer, name, flag);
                break;
            case int number:
                Write(writer, name, number);
                break;
            case long number:
                Write(writer, name, number);
                break;
            case double number:
                Write(writer, name, number);
                break;
            case Guid guid:
                Write(writer, name, guid);
                break;
            case DateTimeOffset instant:
                Write(writer, name, instant);
                break;
            case DateTime instant:
                Write(writer, name, instant);
                break;
            case byte[] bytes:
                Write(writer, name, bytes.AsSpan());
                break;
            case BinaryData bytes:
                Write(writer, name, bytes);
                break;
            case Enum constant:
                Write(writer, name, constant.ToString());
                break;
            default:
                throw new NotSupportedException($"{name.Encoded} is {value.GetType()}, which a table cannot store.");
        }
    }

    private static void Write(Utf8JsonWriter writer, PropertyName name, ReadOnlySpan<byte> value)
    {
        writer.WriteString(name.Annotation, Binary);
        writer.WriteBase64String(name.Encoded, value);
    }
}
