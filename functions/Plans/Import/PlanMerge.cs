namespace Avance.Functions.Plans.Import;

/// <summary>
/// Merges the plan of a file into the plan as it is. Nothing is removed, since reported progress refers to units,
/// activities and goals. Fields set by an amendment stay: the amendment is the newer law.
/// </summary>
public static class PlanMerge
{
    /// <param name="current">The plan as it is; null if it is new.</param>
    /// <param name="draft">The plan of the file.</param>
    /// <param name="calendar">Converts instants to days in the list of changes.</param>
    public static MergedPlan Merge(Plan? current, Plan draft, BusinessCalendar calendar)
    {
        var log = new ChangeLog();
        var units = MergeUnits(log, current?.Units ?? [], draft.Units);
        var (activities, goals, workPlan, withoutNumber) = draft.WorkPlan is { } work
            ? WorkPlanMerge.Merge(log, current, draft.Id, work, units)
            : MergeActivities(log, current, draft, units);
        var periods = MergeRows(
            log,
            PlanFormat.Periods,
            current?.Periods ?? [],
            draft.Periods,
            row => row.Id,
            key => key.ToString(),
            MergeFields.Period(calendar),
            row => row.AmendedFields
        );
        var header = MergeHeader(log, current, draft);
        var plan = new Plan(draft.Id, header, units, activities, goals, periods)
        {
            Policy = draft.Policy is { } policy ? PolicyMerge.Merge(log, current?.Policy, policy, units) : null,
            WorkPlan = workPlan,
        };
        return new MergedPlan(plan, log.ToChanges(), MergeChecks.Check(plan, draft.Header.Kind, withoutNumber));
    }

    private static MergedWork MergeActivities(ChangeLog log, Plan? current, Plan draft, ValueList<Unit> units)
    {
        var isPolicy = draft.Policy is not null;
        return new MergedWork(
            MergeRows(
                log,
                isPolicy ? PlanFormat.Indicators : PlanFormat.Activities,
                current?.Activities ?? [],
                [.. draft.Activities.Select(activity => WithPlanCodes(activity, units))],
                row => row.Number,
                key => key.ToString(),
                isPolicy ? MergeFields.IndicatorActivity : MergeFields.Activity,
                _ => []
            ),
            MergeRows(
                log,
                isPolicy ? PlanFormat.Targets : PlanFormat.Goals,
                current?.Goals ?? [],
                draft.Goals,
                row => (row.Activity, row.Year),
                key => $"{key.Activity} · {key.Year}",
                isPolicy ? MergeFields.Target : MergeFields.Goal,
                row => row.AmendedFields
            )
        );
    }

    private static PlanHeader MergeHeader(ChangeLog log, Plan? current, Plan draft)
    {
        var key = draft.Id.ToString();
        if (current is not null)
        {
            return log.Merge(
                PlanFormat.Plan,
                key,
                current.Header,
                WithKnownSettings(draft.Header, current.Header.Settings),
                MergeFields.Header,
                []
            );
        }

        log.Add(PlanFormat.Plan, key);
        return draft.Header;
    }

    /// <summary>Keeps the plan's reminder days and themes where the file gives none.</summary>
    private static PlanHeader WithKnownSettings(PlanHeader inFile, PlanSettings known) =>
        inFile with
        {
            Settings = inFile.Settings with
            {
                RemindBefore = inFile.Settings.RemindBefore ?? known.RemindBefore,
                RemindAfter = inFile.Settings.RemindAfter ?? known.RemindAfter,
                AchievementThemes = inFile.Settings.AchievementThemes ?? known.AchievementThemes,
            },
        };

    /// <summary>
    /// A unit of the file that the plan knows by an alias is that unit under a former name: its row is not merged, or a
    /// file from before the renaming would undo it.
    /// </summary>
    private static ValueList<Unit> MergeUnits(ChangeLog log, ValueList<Unit> current, ValueList<Unit> draft)
    {
        var former = draft
            .Where(unit => current.All(known => known.Code != unit.Code))
            .Select(unit =>
                (InFile: unit, Known: current.FirstOrDefault(known => known.IsCalled(unit.Code.ToString())))
            )
            .Where(pair => pair.Known is not null)
            .ToDictionary(pair => pair.InFile, pair => pair.Known!);
        foreach (var (inFile, known) in former)
        {
            var all = MergeFields.Unit.Select(field => field.Column.Name).ToList();
            log.Merge(
                PlanFormat.Units,
                known.Code.ToString(),
                known,
                inFile with
                {
                    Aliases = known.Aliases,
                    Contacts = known.Contacts,
                },
                MergeFields.Unit,
                all
            );
        }

        return MergeRows(
            log,
            PlanFormat.Units,
            current,
            [.. draft.Where(unit => !former.ContainsKey(unit)).Select(unit => WithKnownAliases(unit, current))],
            row => row.Code,
            key => key.ToString(),
            MergeFields.Unit,
            row => row.AmendedFields,
            isFormer: row => former.ContainsValue(row)
        );
    }

    /// <summary>Aliases are only ever added: documents go on using them. Contacts stay where the file names none.</summary>
    private static Unit WithKnownAliases(Unit inFile, IEnumerable<Unit> current) =>
        current.FirstOrDefault(unit => unit.Code == inFile.Code) is { } known
            ? inFile with
            {
                Aliases = [.. known.Aliases.Union(inFile.Aliases, StringComparer.OrdinalIgnoreCase)],
                Contacts = inFile.Contacts.Count > 0 ? inFile.Contacts : known.Contacts,
            }
            : inFile;

    private static Activity WithPlanCodes(Activity activity, ValueList<Unit> units) =>
        activity with
        {
            ResponsibleUnit = PlanCode(activity.ResponsibleUnit, units),
            SupportingUnits = [.. activity.SupportingUnits.Select(unit => PlanCode(unit, units)).Distinct()],
        };

    internal static UnitCode PlanCode(UnitCode inFile, ValueList<Unit> units) =>
        units.Any(unit => unit.Code == inFile)
            ? inFile
            : units.FirstOrDefault(unit => unit.IsCalled(inFile.ToString()))?.Code ?? inFile;

    internal static ValueList<TRow> MergeRows<TKey, TRow>(
        ChangeLog log,
        SheetFormat sheet,
        IReadOnlyList<TRow> current,
        IReadOnlyList<TRow> draft,
        Func<TRow, TKey> key,
        Func<TKey, string> name,
        IReadOnlyList<MergeField<TRow>> fields,
        Func<TRow, IReadOnlyList<string>> amended,
        Func<TRow, bool>? isFormer = null,
        IComparer<TKey>? order = null,
        IEqualityComparer<TKey>? same = null
    )
        where TKey : notnull
    {
        var merged = current.ToDictionary(key, same);
        foreach (var inFile in draft)
        {
            var id = key(inFile);
            if (merged.TryGetValue(id, out var row))
            {
                merged[id] = log.Merge(sheet, name(id), row, inFile, fields, amended(row));
            }
            else
            {
                merged.Add(id, inFile);
                log.Add(sheet, name(id));
            }
        }

        var inFileKeys = draft.Select(key).ToHashSet(same);
        foreach (var row in current.Where(row => !inFileKeys.Contains(key(row)) && isFormer?.Invoke(row) != true))
        {
            log.AddMissing(sheet, name(key(row)));
        }

        return [.. merged.OrderBy(pair => pair.Key, order).Select(pair => pair.Value)];
    }
}
