using Avance.Functions.Plans.Policies;

namespace Avance.Functions.Plans.Import;

/// <summary>The sheets Objetivos, Lineamientos and Servicios of a policy.</summary>
internal static class PolicySheets
{
    /// <summary>Longest code, in characters.</summary>
    public const int MaxCode = 30;

    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitle = 1_000;

    private const int MaxDocument = 300;

    public static List<PriorityObjective> Objectives(SheetReader sheet) =>
        Parse(
            sheet,
            (row, code) => new PriorityObjective(code, row.Text(PolicyColumns.ObjectiveTitle, MaxTitle)),
            objective => objective.Code
        );

    /// <param name="objectives">The codes that guidelines may name; null if they cannot be read.</param>
    public static List<Guideline> Guidelines(SheetReader sheet, HashSet<string>? objectives) =>
        Parse(
            sheet,
            (row, code) =>
                new Guideline(
                    code,
                    Reference(row, PolicyColumns.Objective, objectives, "objective-unknown"),
                    row.Text(PolicyColumns.GuidelineTitle, MaxTitle)
                ),
            guideline => guideline.Code
        );

    /// <param name="guidelines">The codes that services may name; null if they cannot be read.</param>
    /// <param name="objectives">Codes that a service may not have, since indicators name both.</param>
    public static List<Service> Services(
        SheetReader sheet,
        HashSet<string>? guidelines,
        HashSet<string>? objectives,
        UnitNames? units,
        BusinessCalendar calendar
    ) =>
        Parse(
            sheet,
            (row, code) =>
            {
                if (objectives?.Contains(code) == true)
                {
                    row.AddProblem(PolicyColumns.Code, "service-code-taken", code);
                }

                return ParseService(row, code, guidelines, units, calendar);
            },
            service => service.Code
        );

    /// <summary>The code in that cell, if it is one of those known; a problem and an empty text if not.</summary>
    public static string Reference(RowReader row, Column column, HashSet<string>? known, string problem)
    {
        var code = row.Text(column, MaxCode);
        if (code.Length == 0 || known is null)
        {
            return code;
        }

        if (known.TryGetValue(code, out var written))
        {
            return written;
        }

        row.AddProblem(column, problem, code);
        return code;
    }

    private static Service ParseService(
        RowReader row,
        string code,
        HashSet<string>? guidelines,
        UnitNames? units,
        BusinessCalendar calendar
    )
    {
        var protocol = row.IsEmpty(PolicyColumns.Protocol)
            ? ProtocolState.None
            : row.Choice(PolicyColumns.Protocol, ImportWords.Protocols);
        var document = row.Text(PolicyColumns.ProtocolDocument, MaxDocument, required: false);
        DateOnly? date = row.IsEmpty(PolicyColumns.ProtocolDate) ? null : row.Day(PolicyColumns.ProtocolDate, calendar);
        if (protocol is { } state and not ProtocolState.Approved && (document.Length > 0 || date is not null))
        {
            row.AddProblem(PolicyColumns.Protocol, "protocol-not-approved");
        }

        return new Service(
            code,
            Reference(row, PolicyColumns.Guideline, guidelines, "guideline-unknown"),
            row.Text(PolicyColumns.ServiceTitle, MaxTitle),
            row.Unit(PolicyColumns.ResponsibleBody, units) ?? default,
            protocol ?? ProtocolState.None,
            document,
            date
        );
    }

    private static List<T> Parse<T>(SheetReader sheet, Func<RowReader, string, T> parse, Func<T, string> code)
    {
        var items = new List<T>();
        var rows = new Dictionary<string, RowReader>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in sheet.Rows)
        {
            var item = parse(row, row.Text(PolicyColumns.Code, MaxCode));
            if (code(item).Length == 0)
            {
                continue;
            }

            if (rows.TryAdd(code(item), row))
            {
                items.Add(item);
            }
            else
            {
                row.AddProblem(PolicyColumns.Code, "repeated", rows[code(item)].Number);
            }
        }

        return items;
    }
}
