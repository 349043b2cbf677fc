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
            PlanColumns.Kind,
            PlanColumns.Policy,
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
            PlanColumns.RemindAfter,
            PlanColumns.AchievementThemes
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

    public static SheetFormat Objectives { get; } =
        new("objectives", "Objetivos", PolicyColumns.Code, PolicyColumns.ObjectiveTitle);

    public static SheetFormat Guidelines { get; } =
        new("guidelines", "Lineamientos", PolicyColumns.Code, PolicyColumns.Objective, PolicyColumns.GuidelineTitle)
        {
            IsOptional = true,
        };

    public static SheetFormat Services { get; } =
        new(
            "services",
            "Servicios",
            PolicyColumns.Code,
            PolicyColumns.Guideline,
            PolicyColumns.ServiceTitle,
            PolicyColumns.ResponsibleBody,
            PolicyColumns.Protocol,
            PolicyColumns.ProtocolDocument,
            PolicyColumns.ProtocolDate
        )
        {
            IsOptional = true,
        };

    public static SheetFormat Indicators { get; } =
        new(
            "indicators",
            "Indicadores",
            ActivityColumns.Number,
            IndicatorColumns.Code,
            IndicatorColumns.Of,
            IndicatorColumns.Title,
            IndicatorColumns.ResponsibleBody,
            ActivityColumns.UnitOfMeasure,
            IndicatorColumns.Direction,
            IndicatorColumns.Method,
            IndicatorColumns.Baseline,
            IndicatorColumns.BaselineYear,
            IndicatorColumns.IsBaselineInferred,
            IndicatorColumns.Source,
            ActivityColumns.EvidenceRequirement
        );

    public static SheetFormat Targets { get; } =
        new("targets", "Logros esperados", IndicatorColumns.Indicator, IndicatorColumns.Year, IndicatorColumns.Target);

    public static SheetFormat Published { get; } =
        new(
            "published",
            "Porcentajes publicados",
            IndicatorColumns.Indicator,
            IndicatorColumns.Year,
            IndicatorColumns.Published
        )
        {
            IsOptional = true,
        };

    public static SheetFormat Products { get; } =
        new(
            "products",
            "Productos",
            ProductColumns.Number,
            ProductColumns.Objective,
            ProductColumns.Activity,
            ProductColumns.Title,
            ProductColumns.Bodies,
            ProductColumns.Semesters,
            ProductColumns.EvidenceRequirement
        );

    /// <summary>The sheets of a plan of that kind, in the order in which samples have them.</summary>
    public static IReadOnlyList<SheetFormat> SheetsOf(PlanKind kind) =>
        kind switch
        {
            PlanKind.Policy =>
            [
                Plan,
                Units,
                Objectives,
                Guidelines,
                Services,
                Indicators,
                Targets,
                Published,
                Periods,
                Contacts,
            ],
            PlanKind.WorkPlan => [Plan, Units, Products, Periods, Contacts],
            _ => [Plan, Units, Activities, Goals, Periods, Contacts],
        };

    /// <summary>All sheets, each once.</summary>
    public static IReadOnlyList<SheetFormat> Sheets { get; } =
    [.. Enum.GetValues<PlanKind>().SelectMany(SheetsOf).Distinct()];

    /// <summary>The sheet Plan has one row a field, for a person to fill in: the header of the fields' names.</summary>
    public static Column Field { get; } = new("field", "Campo");

    /// <summary>The header of their values there.</summary>
    public const string Value = "Valor";

    /// <summary>A sheet that templates have and the import does not read.</summary>
    public const string Instructions = "Instrucciones";

    /// <summary>True if the sheet is one of those, or one that the import does not read.</summary>
    public static bool Has(IEnumerable<SheetFormat> sheets, string sheet) =>
        HeaderText.Normal(sheet) == HeaderText.Normal(Instructions) || sheets.Any(format => format.IsCalled(sheet));
}
