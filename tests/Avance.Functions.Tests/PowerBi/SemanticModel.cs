using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>The semantic model of <c>power-bi/</c>.</summary>
internal sealed partial class SemanticModel
{
    public const string Folder = "power-bi/Avance.SemanticModel";

    private SemanticModel()
    {
        Model = Read("model").All("model").Single();
        References = [.. Read("model").All("ref").Select(reference => Unquoted(reference.Name["table ".Length..]))];
        Annotations = [.. Read("model").All("annotation")];
        Expressions = Read("expressions").All("expression").ToDictionary(one => one.Name);
        Tables =
        [
            .. Directory
                .GetFiles(RepositoryRoot.File($"{Folder}/definition/tables"))
                .Order(StringComparer.Ordinal)
                .Select(file => TableOf(file, TmdlReader.Read(File.ReadAllText(file)).All("table").Single())),
        ];
        RelationshipNodes = [.. Read("relationships").All("relationship")];
        Relationships = [.. RelationshipNodes.Select(RelationshipOf)];
    }

    public static SemanticModel Instance { get; } = new();

    public TmdlNode Model { get; }

    public IReadOnlyList<TmdlNode> Annotations { get; }

    /// <summary>The tables that the model names.</summary>
    public IReadOnlyList<string> References { get; }

    public IReadOnlyDictionary<string, TmdlNode> Expressions { get; }

    public IReadOnlyList<ModelTable> Tables { get; }

    public IReadOnlyList<TmdlNode> RelationshipNodes { get; }

    public IReadOnlyList<ModelRelationship> Relationships { get; }

    public IEnumerable<ModelMeasure> Measures => Tables.SelectMany(table => table.Measures);

    public ModelTable? Find(string table) => Tables.FirstOrDefault(one => one.Name == table);

    private static TmdlNode Read(string file) =>
        TmdlReader.Read(File.ReadAllText(RepositoryRoot.File($"{Folder}/definition/{file}.tmdl")));

    private static ModelTable TableOf(string file, TmdlNode node)
    {
        node.Name.ShouldBe(Path.GetFileNameWithoutExtension(file));
        var partition = node.All("partition").Single();
        partition.Name.ShouldBe(node.Name);
        return new ModelTable(
            node.Name,
            TableQuery.Parse(partition.Get("source")!),
            [
                .. node.All("column")
                    .Select(column => new ModelColumn(
                        column.Name,
                        column.Get("dataType")!,
                        column.Get("sourceColumn")!,
                        column.Has("isHidden"),
                        column
                    )),
            ],
            [
                .. node.All("measure")
                    .Select(measure => new ModelMeasure(node.Name, measure.Name, measure.Value, measure)),
            ],
            node
        );
    }

    private static ModelRelationship RelationshipOf(TmdlNode node)
    {
        var (from, to) = (Ends.Match(node.Get("fromColumn")!), Ends.Match(node.Get("toColumn")!));
        return new ModelRelationship(
            Unquoted(from.Groups["table"].Value),
            Unquoted(from.Groups["column"].Value),
            Unquoted(to.Groups["table"].Value),
            Unquoted(to.Groups["column"].Value)
        );
    }

    private static string Unquoted(string name) => name.Trim('\'');

    [GeneratedRegex(@"^(?<table>'[^']+'|[^.']+)\.(?<column>'[^']+'|[^.']+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ends { get; }
}
