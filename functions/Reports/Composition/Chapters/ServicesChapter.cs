using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>All services with their protocols, then a section for each that is evaluated.</summary>
internal static class ServicesChapter
{
    private const string Words = "report-services";

    public static IEnumerable<ReportSection> Compose(ReportSources sources) =>
        [
            new ReportSection(
                "services",
                Messages.Text($"{Words}.Heading"),
                1,
                [ReportParts.Paragraph(Messages.Text($"{Words}.Intro")), Table(sources.Latest.Services)],
                IsLandscape: true
            ),
            .. sources
                .Latest.Services.Where(service => service.Evaluated == 1)
                .Select(service => Section(sources, service)),
        ];

    private static ReportBlock Table(IEnumerable<ReportServiceRow> services) =>
        ReportParts.TableOr(
            Messages.Text($"{Words}.None"),
            Messages.Text($"{Words}.Caption"),
            [
                new(Messages.Text($"{Words}.Code"), 12),
                new(Messages.Text($"{Words}.Service"), 60),
                new(Messages.Text($"{Words}.Body"), 20),
                new(Messages.Text($"{Words}.Protocol"), 40),
                new(Messages.Text($"{Words}.Evaluated"), 18),
                new(Messages.Text($"{Words}.Indicators"), 20, IsNumber: true),
                new(ReportParts.Word("report-policy", "Exceeded"), 20, IsNumber: true),
                new(ReportParts.Word("report-policy", "NotMet"), 20, IsNumber: true),
                new(ReportParts.Word("report-policy", "NoInformation"), 20, IsNumber: true),
            ],
            services.Select(Row)
        );

    private static ReportTableRow Row(ReportServiceRow service) =>
        new([
            [service.Service],
            [service.Title],
            [service.Unit],
            service.ProtocolDocument.Length == 0
                ? [ReportParts.Word("report-protocol", service.Protocol)]
                : [ReportParts.Word("report-protocol", service.Protocol), service.ProtocolDocument],
            [Messages.Text(service.Evaluated == 1 ? $"{Words}.Yes" : $"{Words}.No")],
            [ReportFigures.Number(service.Indicators)],
            [ReportFigures.Number(service.Exceeded)],
            [ReportFigures.Number(service.NotMet)],
            [ReportFigures.Number(service.NoInformation)],
        ]);

    private static ReportSection Section(ReportSources sources, ReportServiceRow service) =>
        new(
            $"service-{service.Service.ToLowerInvariant()}",
            ReportParts.Word("report-objectives", "Objective", service.Service, service.Title),
            2,
            [
                IndicatorTable.Of(
                    Messages.Text($"{Words}.Of", service.Service),
                    sources.Latest.Indicators.Where(row => row.Service == service.Service)
                ),
            ],
            IsLandscape: true
        );
}
