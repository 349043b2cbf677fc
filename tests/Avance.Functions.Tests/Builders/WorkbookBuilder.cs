using Avance.Functions.Plans;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Reports.Workbooks;

namespace Avance.Functions.Tests.Builders;

/// <summary>A compiled report with what is hard for a cell in it, as sheets.</summary>
public static class WorkbookBuilder
{
    /// <summary>Texts that a person may have written, the last one longer than a cell takes.</summary>
    public static readonly string[] Hostile =
    [
        "=cmd|'/c calc'!A1",
        "+1+1",
        "-2+3",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\r=1+1",
        "＝1+1",
        " con espacio; y \"comillas\"\ny otra línea ",
        "emoji 👩🏽‍💻 y \u0000\u0007\u001b controles \ud800 sueltos\uffff",
        "_x0041_ no es A, <b>&amp; tampoco",
        "",
        string.Concat(Enumerable.Repeat("año 👩 ", 5_000)),
    ];

    private static readonly DateTimeOffset Computed = new(2024, 1, 9, 3, 5, 0, TimeSpan.Zero);

    public static Plan Plan { get; } = new TestPlan().Activity(34, carriedOver: 70).Activity(35, "DTEG").Build();

    public static WorkbookSources Sources { get; } =
        new(
            TestPlan.Id,
            [Period(TestPlan.First), Period(TestPlan.Second)],
            new ReportDimensions(
                [new DimPlanRow("Plan de prueba", "MIMP", "MIMP", "CSIG-MIMP", "RM", 2022, 2023, 95, 75)],
                [new DimBodyRow("MIMP")],
                [new DimUnitRow("OGRH", "Oficina OGRH", "Ex ODTH", "Office")],
                [],
                [new DimActivityRow(34, "Actividad 34", "OGRH", "k", "", "", "Informe", "Informe", "Active", 0)]
            )
        );

    public static ValueList<ReportSheet> Sheets { get; } = new ReportSheets(PlanBuilder.Lima).Of(Sources);

    private static WorkbookPeriod Period(Period period) =>
        new(
            ReportCompiler.Compile(Plan, period, new ReportInputs([])) with
            {
                Factors =
                [
                    .. Hostile.Select(
                        (text, index) =>
                            new ReportFactorRow($"unit-{index:D2}", 34, "a", "OGRH", "u", "Problem", "Unit", text)
                    ),
                ],
            },
            "run-1",
            Computed
        );
}
