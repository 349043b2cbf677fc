namespace Avance.Functions.Tests.PowerBi;

/// <param name="Query">Null for a table that reads no storage.</param>
internal sealed record ModelTable(
    string Name,
    TableQuery? Query,
    IReadOnlyList<ModelColumn> Columns,
    IReadOnlyList<ModelMeasure> Measures,
    TmdlNode Node
)
{
    public ModelColumn? Find(string column) => Columns.FirstOrDefault(one => one.Name == column);
}
