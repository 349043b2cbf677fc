namespace Avance.Functions.Plans.Import;

/// <summary>
/// The import format: what its sheets and columns are called. The names are part of files that people keep, not
/// messages: a published name stays valid, a better one is added beside it.
/// </summary>
public static class PlanFormat
{
    public static SheetFormat Plan { get; } =
        new(
            "plan",
            "Plan",
            PlanColumns.Name,
            PlanColumns.Body,
            PlanColumns.WorkingGroup,
            PlanColumns.LegalBasis,
            PlanColumns.FirstYear,
            PlanColumns.LastYear,
            PlanColumns.FirstPeriod,
            PlanColumns.GreenFrom,
            PlanColumns.AmberFrom,
            PlanColumns.CapPercents,
            PlanColumns.RemindBefore,
            PlanColumns.RemindAfter
        );

    public static SheetFormat Units { get; } =
        new("units", "Unidades", UnitColumns.Code, UnitColumns.Name, UnitColumns.Aliases, UnitColumns.Kind);

    public static SheetFormat Activities { get; } =
        new(
            "activities",
            "Actividades",
            ActivityColumns.Number,
            ActivityColumns.Title,
            ActivityColumns.ResponsibleUnit,
            ActivityColumns.SubUnit,
            ActivityColumns.SupportingUnits,
            ActivityColumns.UnitOfMeasure,
            ActivityColumns.EvidenceRequirement
        );

    public static SheetFormat Goals { get; } =
        new(
            "goals",
            "Metas",
            GoalColumns.Activity,
            GoalColumns.Year,
            GoalColumns.Target,
            GoalColumns.Measure,
            GoalColumns.CarriedTo
        );

    public static SheetFormat Periods { get; } =
        new("periods", "Periodos", PeriodColumns.Id, PeriodColumns.Opens, PeriodColumns.Due, PeriodColumns.Closes);

    public static SheetFormat Contacts { get; } =
        new(
            "contacts",
            "Contactos",
            ContactColumns.Unit,
            ContactColumns.Name,
            ContactColumns.Address,
            ContactColumns.Role,
            ContactColumns.Copies,
            ContactColumns.Group
        )
        {
            IsOptional = true,
        };

    public static IReadOnlyList<SheetFormat> Sheets { get; } = [Plan, Units, Activities, Goals, Periods, Contacts];

    /// <summary>The sheet Plan has one row a field, for a person to fill in: the header of the fields' names.</summary>
    public static Column Field { get; } = new("field", "Campo");

    /// <summary>The header of their values there.</summary>
    public const string Value = "Valor";

    /// <summary>A sheet that templates have and the import does not read.</summary>
    public const string Instructions = "Instrucciones";

    /// <summary>True if the import knows the sheet, or knows not to read it.</summary>
    public static bool Has(string sheet) =>
        HeaderText.Normal(sheet) == HeaderText.Normal(Instructions) || Sheets.Any(format => format.IsCalled(sheet));
}
