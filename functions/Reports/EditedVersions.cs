using Avance.Functions.Http;

namespace Avance.Functions.Reports;

/// <summary>Checks what is edited on the desk against the version that the editor saw.</summary>
internal static class EditedVersions
{
    /// <summary>Another version was made since (412); null if it is still that one.</summary>
    public static Error? Check(int version, int seen) =>
        version == seen
            ? null
            : new Error("edit-changed", StatusCodes.Status412PreconditionFailed, "If-Match", seen, version)
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["seenVersion"] = seen,
                    ["version"] = version,
                },
            };

    /// <summary>
    /// True if the request says what is stored, and was made by someone who saw that version, or the one before: then it is a
    /// repetition, and changes nothing.
    /// </summary>
    public static bool IsRepeated(int version, int seen) => version > 0 && (version == seen || version == seen + 1);
}
