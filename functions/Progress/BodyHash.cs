using System.Security.Cryptography;
using System.Text.Json;

namespace Avance.Functions.Progress;

/// <summary>Tells whether two requests ask for the same: blanks and the order of members do not count.</summary>
public static class BodyHash
{
    /// <returns>SHA-256 in 64 lower-case hexadecimal digits.</returns>
    public static string Of<T>(T request) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, Json.Options)));
}
