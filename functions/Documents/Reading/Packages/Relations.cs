namespace Avance.Functions.Documents.Reading.Packages;

/// <summary>Reads the relationships between the parts of an Office file.</summary>
internal static class Relations
{
    /// <summary>The main part: the document, the workbook, the presentation.</summary>
    public static string MainPart(Package package, string usual) =>
        Of(package, "").FirstOrDefault(relation => relation.Type.EndsWith("/officeDocument", StringComparison.Ordinal))
            is { Target: { } target }
        && package.Has(target)
            ? target
            : usual;

    /// <summary>The relationships of a part in their order. External targets are left out and never followed.</summary>
    /// <param name="part">Empty for the package itself.</param>
    public static IReadOnlyList<Relation> Of(Package package, string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = part[..(slash + 1)];
        using var xml = package.TryOpenXml($"{folder}_rels/{part[(slash + 1)..]}.rels");
        var relations = new List<Relation>();
        while (xml?.Read() == true)
        {
            if (
                xml is { IsStart: true, Name: "Relationship" }
                && xml.Attribute("TargetMode") != "External"
                && xml.Attribute("Target") is { } target
            )
            {
                relations.Add(
                    new Relation(xml.Attribute("Id") ?? "", xml.Attribute("Type") ?? "", Resolve(folder, target))
                );
            }
        }

        return relations;
    }

    /// <summary>A target is relative to the folder of its part. It is only used as a key, never as a path.</summary>
    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var steps = new List<string>();
        foreach (var step in (folder + target).Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not (".." or "." or ""))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
