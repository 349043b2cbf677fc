using System.Security.Cryptography;
using Avance.Functions.Http;

namespace Avance.Functions.Evidence;

/// <summary>The body of the request that makes a file of its parts.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Size">In bytes, of all parts together.</param>
/// <param name="Parts">
/// SHA-256 of each part in hexadecimal, in their order: the file is made of these parts only. Null takes all parts that have
/// arrived, which is an error if a part arrived with two contents.
/// </param>
public sealed record UploadCompletion(string Name, long Size, ValueList<string>? Parts = null)
{
    private const int HashDigits = 2 * SHA256.HashSizeInBytes;

    /// <returns>Null if the list is well-formed or missing.</returns>
    public Error? CheckParts()
    {
        var count = EvidenceLimits.PartsOf(Size);
        if (Parts is null)
        {
            return null;
        }

        if (Parts.Count != count)
        {
            return Error.Invalid("upload-part-list", "parts", count);
        }

        var wrong = Parts.ToList().FindIndex(hash => hash.Length != HashDigits || !hash.All(char.IsAsciiHexDigit));
        return wrong < 0 ? null : Error.Invalid("upload-part-list", $"parts[{wrong}]", count);
    }
}
