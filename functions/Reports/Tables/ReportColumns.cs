using System.Reflection;
using Azure.Data.Tables;

namespace Avance.Functions.Reports.Tables;

/// <summary>The columns of a row type, read once from its properties.</summary>
internal static class ReportColumns<TRow>
    where TRow : IReportRow
{
    private static readonly ConstructorInfo Constructor = typeof(TRow).GetConstructors().Single();
    private static readonly ParameterInfo[] Parameters = Constructor.GetParameters();

    /// <summary>In their order.</summary>
    public static IReadOnlyList<(string Name, Type Type, Func<TRow, object> Get)> All { get; } =
    [
        .. Parameters.Select(parameter =>
            (parameter.Name!, parameter.ParameterType, Getter(typeof(TRow).GetProperty(parameter.Name!)!))
        ),
    ];

    /// <summary>Their names and types, in order.</summary>
    public static string Types { get; } =
        string.Join(',', Parameters.Select(column => $"{column.Name}:{column.ParameterType.Name}"));

    public static TableEntity ToEntity(string partition, string rowKey, TRow row, ReportCommonColumns common)
    {
        var entity = new TableEntity(partition, rowKey);
        if (common.Plan is { } plan)
        {
            entity["Plan"] = plan;
        }

        if (common.Period is { } period)
        {
            entity["Period"] = period.ToString();
            entity["Year"] = period.Year;
            entity["Semester"] = period.Semester;
        }

        entity["RunId"] = common.RunId;
        entity["ComputedAt"] = common.ComputedAt;
        foreach (var (name, _, get) in All)
        {
            entity[name] = get(row);
        }

        return entity;
    }

    /// <summary>The row as it was written; a column that an earlier version of the app did not have is empty or 0.</summary>
    public static TRow FromEntity(TableEntity entity) =>
        (TRow)
            Constructor.Invoke([
                .. Parameters.Select(column =>
                    entity.TryGetValue(column.Name!, out var value) ? value : EmptyOf(column.ParameterType)
                ),
            ]);

    private static object EmptyOf(Type type) => type == typeof(string) ? "" : Activator.CreateInstance(type)!;

    private static Func<TRow, object> Getter(PropertyInfo property) =>
        row => property.GetValue(row) ?? throw new InvalidOperationException($"{property.Name} is null.");
}
