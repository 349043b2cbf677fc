using DocumentFormat.OpenXml.Packaging;

namespace Avance.Functions.Reports.Word;

/// <summary>Ids of relations that are the same each time: those that are made up would differ between two files of one report.</summary>
internal static class PartIds
{
    /// <summary>An id that no part of this one has.</summary>
    public static string Next(OpenXmlPartContainer owner)
    {
        var taken = owner.Parts.Select(part => part.RelationshipId).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(number => $"part{number}").First(id => !taken.Contains(id));
    }
}
