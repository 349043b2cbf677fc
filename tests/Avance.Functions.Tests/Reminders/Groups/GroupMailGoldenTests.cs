using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Content;
using Avance.Functions.Tests.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Reminders.Groups;

/// <summary>Each mail of a group as its recipients read it.</summary>
public sealed class GroupMailGoldenTests : IDisposable
{
    private static readonly WorkingGroup Group = TestGroup.Registered(TestPlan.Id);
    private static readonly Caller Secretariat = new(Role.Secretariat, TestPlan.Id, null, "cuenta-1");
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2023-12-11T10:00:00-05:00");
    private static readonly Recipient Rosa = new(new("rosa@entidad.example"), "Rosa Prueba", RecipientRole.Member);

    private readonly ServiceProvider services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<MailWriter>()
        .BuildServiceProvider();

    private MailWriter Writer => services.GetRequiredService<MailWriter>();

    [Theory]
    [InlineData("call", 1, GroupSessionState.Called)]
    [InlineData("call-changed", 2, GroupSessionState.Called)]
    [InlineData("call-cancelled", 3, GroupSessionState.Cancelled)]
    public async Task Write_Call_ReadsAsItShould(string name, int sequence, GroupSessionState state)
    {
        var session = Session(TestGroup.Planned with { Link = "https://reunion.example/sala" }) with { State = state };

        var content = await Writer.WriteAsync(ModelOf(session, sequence), Now);

        $"Subject: {content.Subject}\n\n{content.Text}\n{content.Calendar}".ShouldMatchGolden($"{name}.txt");
        content.Html.ShouldMatchGolden($"{name}.html");
    }

    [Fact]
    public async Task Write_Call_HasTheRecipientsAddressAndNobodyElses()
    {
        var content = await Writer.WriteAsync(ModelOf(Session(TestGroup.Planned), 1), Now);

        var entry = Ical.Net.Calendar.Load(content.Calendar!)!.Events.ShouldHaveSingleItem();
        entry.Attendees.ShouldHaveSingleItem().Value!.ToString().ShouldBe("mailto:rosa@entidad.example");
        entry.Organizer!.Value!.ToString().ShouldBe("mailto:sara@entidad.example");
        (content.Calendar + content.Text + content.Html).ShouldNotContain("dora@");
    }

    [Fact]
    public async Task Write_TextsOfAGroup_AreEncoded()
    {
        var session = Session(TestGroup.Planned with { Agenda = ["<script>\r\nMETHOD:CANCEL"], Place = "<b>Sala</b>" });
        var group = Group with { Name = "Comité\r\nBcc: x" };

        var content = await Writer.WriteAsync(ModelOf(session, 1) with { Group = group }, Now);

        content.Html.ShouldNotContain("<script");
        content.Html.ShouldNotContain("<b>");
        content.Subject.ShouldNotContain("\n");
        content.Calendar!.Split("\r\n").ShouldNotContain(line => line.StartsWith("METHOD:CANCEL"));
    }

    [Theory]
    [InlineData("agreement", 7)]
    [InlineData("agreement-overdue", -7)]
    public async Task Write_Agreement_ReadsAsItShould(string name, int daysLeft)
    {
        var agreement = TestGroup.Held.Agreements![1];

        var content = await Writer.WriteAsync(
            new AgreementModel(Group, "Acta 002-2023-CSIG", agreement, Rosa, agreement.Due!.Value, daysLeft)
        );

        $"Subject: {content.Subject}\n\n{content.Text}".ShouldMatchGolden($"{name}.txt");
        content.Html.ShouldMatchGolden($"{name}.html");
    }

    [Fact]
    public async Task Write_Duty_ReadsAsItShould()
    {
        var to = new Recipient(new("sara@entidad.example"), "", RecipientRole.Secretariat);

        var content = await Writer.WriteAsync(new DutyModel(Group, Group.Duties[0], to, new DateOnly(2024, 1, 31), 30));

        $"Subject: {content.Subject}\n\n{content.Text}".ShouldMatchGolden("duty.txt");
        content.Html.ShouldMatchGolden("duty.html");
    }

    public void Dispose() => services.Dispose();

    private static CallModel ModelOf(GroupSession session, int sequence) =>
        new(
            Group,
            session,
            Rosa,
            PlanBuilder.Lima.InstantOf(session.StartsAt),
            "sara@entidad.example",
            "CSIG-MIMP-2023-002",
            sequence
        );

    private static GroupSession Session(GroupSessionRequest request) =>
        GroupSessionRules
            .Save(Group, null, TestGroup.Session, 0, request, new DateTime(2023, 12, 11), Secretariat, Now)
            .ShouldSucceed();
}
