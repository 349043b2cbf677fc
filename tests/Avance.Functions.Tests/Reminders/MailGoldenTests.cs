using System.Text;
using Avance.Functions.Access;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Content;
using Avance.Functions.Tests.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Tests.Reminders;

/// <summary>Each mail as its recipients read it.</summary>
public sealed class MailGoldenTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddLogging()
        .AddSingleton(PlanBuilder.Lima)
        .AddSingleton<MailWriter>()
        .AddSingleton<MailComposer>()
        .BuildServiceProvider();

    private static readonly Plan Plan = Named(
        "Plan Sectorial de Igualdad de Género 2022-2023 del Ministerio de la Mujer y Poblaciones Vulnerables",
        new TestPlan()
            .Activity(34)
            .Activity(35)
            .Activity(36, "DTEG")
            .Contacts("OGRH", "ana@entidad.example", "jefa@entidad.example*")
            .Contacts("OGPPM", UnitKind.Secretariat, "sara@entidad.example")
            .Build()
    );

    public static TheoryData<string, string> Stages =>
        new()
        {
            { "opening", "2023-12-01" },
            { "before-30", "2023-12-15" },
            { "before-15", "2023-12-29" },
            { "before-7", "2024-01-08" },
            { "before-3", "2024-01-12" },
            { "before-1", "2024-01-14" },
            { "before-0", "2024-01-15" },
            { "overdue-1", "2024-01-16" },
            { "overdue-7", "2024-01-22" },
            { "returned", "2024-01-09" },
            { "manual", "2024-01-10" },
            { "digest", "2024-01-08" },
        };

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Compose_EachStage_ReadsAsItShould(string stage, string day)
    {
        var content = await ComposeAsync(Plan, ReminderStage.Parse(stage, null), day);

        $"Subject: {content.Subject}\n\n{content.Text}\n{content.Calendar}".ShouldMatchGolden($"{stage}.txt");
        content.Html.ShouldMatchGolden($"{stage}.html");
    }

    [Fact]
    public async Task Compose_Receipt_ReadsAsItShould()
    {
        var content = await ReceiptAsync("Se capacitó a <script>");

        $"Subject: {content.Subject}\n\n{content.Text}".ShouldMatchGolden("receipt.txt");
        content.Html.ShouldMatchGolden("receipt.html");
        content.Html.ShouldNotContain("<script");
        content.Subject.ShouldNotContain("\n");
    }

    [Fact]
    public async Task Compose_TextsOfAPlan_AreEncoded()
    {
        var plan = Named("Plan de <script>\r\nBcc: x", Plan);

        var content = await ComposeAsync(plan, ReminderStage.Before(7), "2024-01-08");

        content.Html.ShouldNotContain("<script");
        content.Html.ShouldContain("&lt;script&gt;");
        content.Text.ShouldContain("<script>");
        content.Subject.ShouldNotContain("\n");
    }

    [Fact]
    public async Task Compose_Calendar_SaysTheDayAndReplacesAnEarlierOne()
    {
        var plan = Named("Plan; «de» \\ todas,\r\nMETHOD:CANCEL y niñas, niños y adolescentes de todo el país", Plan);

        var text = (await ComposeAsync(plan, ReminderStage.Before(7), "2024-01-08")).Calendar!;

        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n'));
        text.Split("\r\n").ShouldContain("METHOD:PUBLISH");
        text.Split("\r\n").ShouldNotContain(line => line.StartsWith("METHOD:CANCEL"));
        var item = Ical.Net.Calendar.Load(text)!.Events.ShouldHaveSingleItem();
        item.Uid.ShouldBe("plan-de-prueba-2023-II-OGRH@avance");
        item.DtStamp!.AsUtc.ShouldBe(new DateTime(2024, 1, 8, 15, 0, 0, DateTimeKind.Utc));
        (item.Start!.HasTime, item.Start.Date).ShouldBe((false, new DateOnly(2024, 1, 15)));
        (item.End!.HasTime, item.End.Date).ShouldBe((false, new DateOnly(2024, 1, 16)));
        item.Summary!.ReplaceLineEndings(" ").ShouldEndWith(plan.Header.Name.ReplaceLineEndings(" "));
    }

    public void Dispose() => services.Dispose();

    private Task<MailContent> ReceiptAsync(string reason)
    {
        var activity = Plan.FindActivity(new ActivityNumber(34))!;
        var address = new ProgressAddress(Plan.Id, TestPlan.Second, activity.Number);
        var receipt = new SubmissionReceipt(
            "2023-II-034-0003",
            Plan.Header.Name,
            Plan.Header.Body,
            UnitView.Of(Plan.FindUnit(activity.ResponsibleUnit)!),
            activity,
            TestPlan.Second,
            DateTimeOffset.Parse("2024-01-16T23:59:58-05:00"),
            Late: true,
            Again: true,
            [
                new GoalEntry(2022, Outcome.NotQuantified, Reason: reason),
                new GoalEntry(2023, Outcome.Reported, 1250.5m),
            ],
            [
                new(EvidenceOf(0), "Informe de capacitación <final>.pdf", 2_345_678, new string('a', 64)),
                new(EvidenceOf(1), "lista.csv", 780, new string('b', 64)),
            ]
        );
        var to = new Recipient(new("ana@entidad.example"), "Ana Flores", RecipientRole.Liaison);
        return services.GetRequiredService<MailWriter>().WriteAsync(new ReceiptModel(receipt, to));

        EvidenceId EvidenceOf(int place) => EvidenceId.Of(address, Guid.Empty, place);
    }

    private Task<MailContent> ComposeAsync(Plan plan, ReminderStage stage, string day)
    {
        var now = DateTimeOffset.Parse($"{day}T10:00:00-05:00");
        var number = new ActivityNumber(35);
        var returned = new ReturnedVersion(
            number,
            2,
            now.AddDays(-1),
            "Adjunte la lista de asistencia por sexo: el archivo "
                + "lista_de_asistencia_a_la_capacitacion_en_prevencion_del_hostigamiento_sexual_laboral.pdf no se puede abrir."
        );
        ActivityProgressStatus[] statuses =
        [
            new(number, ProgressState.Returned, 2, now.AddDays(-1), returned),
            new(new ActivityNumber(36), ProgressState.Submitted, 1, now.AddDays(-2)),
        ];
        var finding = Avance.Functions.Findings.Finding.Raise(
            new Avance.Functions.Findings.ClaimAddress(TestPlan.Second, number),
            new Avance.Functions.Findings.Rules.NothingSubmittedRule(),
            new Avance.Functions.Findings.RaisedFinding("", ["35", "2023-II"]),
            now
        );
        var period = plan.FindPeriod(TestPlan.Second)!;
        var status = new PeriodStatus(
            plan,
            period,
            statuses,
            OutstandingWorkRules.Of(plan, TestPlan.Second, statuses, [finding]),
            new PeriodReminders(plan, [], [])
        );
        var unit = stage.Kind == StageKind.Digest ? (UnitCode?)null : new UnitCode("OGRH");
        var to = RecipientOf(stage);
        var mail = Mail.New("20240108", plan.Id, period.Id, new SentReminder(unit, stage, "x", []), to, now);
        return services
            .GetRequiredService<MailComposer>()
            .ComposeAsync(
                status,
                mail,
                to.Role == RecipientRole.Secretariat
                    ? null
                    : new SignedLink(new Uri("https://avance.example/entrar#TOKEN"), now.AddDays(14)),
                [new EmailAddress("devuelto@entidad.example")],
                now
            );
    }

    private static Recipient RecipientOf(ReminderStage stage) =>
        stage switch
        {
            { Kind: StageKind.Overdue, Days: 1 } => new(new("jefa@entidad.example"), "Elena Ríos", RecipientRole.Head),
            { Kind: StageKind.Overdue or StageKind.Digest } => new(
                new("sara@entidad.example"),
                "Sara Paredes",
                RecipientRole.Secretariat
            ),
            _ => new(new("ana@entidad.example"), "Ana Flores", RecipientRole.Liaison),
        };

    private static Plan Named(string name, Plan plan) =>
        plan with
        {
            Header = plan.Header with { Name = name },
            Units =
            [
                .. plan.Units.Select(unit =>
                    unit with
                    {
                        Name = unit.Code.ToString() == "OGRH" ? "Oficina General de Recursos Humanos" : unit.Name,
                    }
                ),
            ],
            Activities =
            [
                .. plan.Activities.Select(activity =>
                    activity with
                    {
                        Title = activity.Number.Value switch
                        {
                            34 => "Capacitar a servidoras y servidores en prevención del hostigamiento sexual laboral",
                            35 => "Difundir las licencias y los permisos para la corresponsabilidad en el cuidado",
                            _ => "Asistir a los gobiernos regionales en la transversalización del enfoque de género",
                        },
                    }
                ),
            ],
        };
}
