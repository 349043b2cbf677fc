namespace Avance.Samples.Evidence.Formats;

/// <summary>The parts that all Office documents have.</summary>
internal static class OfficeParts
{
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static string Types(params (string Part, string Type)[] parts) =>
        $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{string.Concat(parts.Select(part => $"<Override PartName=\"/{part.Part}\" ContentType=\"{part.Type}\"/>"))}</Types>""";

    /// <summary>Their ids are r1, r2 and so on.</summary>
    public static string Relations(params (string Type, string Target)[] relations) =>
        $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="{Package}/relationships">{string.Concat(relations.Select((relation, index) => $"<Relationship Id=\"r{index + 1}\" Type=\"{Office}/{relation.Type}\" Target=\"{relation.Target}\"/>"))}</Relationships>""";
}
