namespace Avance.Functions.Plans.Import;

/// <summary>Which unit a text of the file means: one of the file by code, by alias, or one that the plan already has.</summary>
internal sealed class UnitNames(IReadOnlyList<Unit> units, Plan? current)
{
    private readonly Dictionary<string, UnitCode?> found = new(StringComparer.Ordinal);

    public UnitCode? Find(string text)
    {
        if (!found.TryGetValue(text, out var code))
        {
            code = FindIn(units, text) ?? FindIn(current?.Units ?? [], text);
            found.Add(text, code);
        }

        return code;
    }

    private static UnitCode? FindIn(IReadOnlyList<Unit> units, string text) =>
        (
            units.FirstOrDefault(unit => unit.Code.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? units.FirstOrDefault(unit => unit.IsCalled(text))
        )?.Code;
}
