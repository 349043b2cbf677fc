using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Reports.Minutes;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Tests.Reports.Minutes;

/// <summary>The minutes of a session as people sign them.</summary>
public sealed class MinutesTests(AzuriteFixture azurite)
{
    private static readonly WorkingGroup Group = TestGroup.Registered(TestPlan.Id);
    private static readonly GroupSession Session = GroupSessionRules
        .Save(
            Group,
            null,
            TestGroup.Session,
            0,
            TestGroup.Held,
            new DateTime(2023, 12, 11),
            new Caller(Role.Secretariat, TestPlan.Id, null, "cuenta-1"),
            TestPlan.WhileOpen
        )
        .ShouldSucceed();

    [Fact]
    public void Compose_HeldSession_ReadsAsItShould()
    {
        using var word = new WordFile(MinutesComposer.Compose(Group, Session, withPeople: true));

        word.Text.ShouldMatchGolden("minutes.txt");
        word.Errors(FileFormatVersions.Microsoft365).ShouldBeEmpty();
        // It begins below its title, without a table of contents.
        word.Body.Descendants<SdtBlock>().ShouldBeEmpty();
        word.Body.Descendants<PageBreakBefore>().ShouldBeEmpty();
    }

    [Fact]
    public void Compose_OfficersWhoAreMembers_SignOnceAndOnlyIfTheyCame()
    {
        var members = Group.Members;
        var group = Group with
        {
            // OGPPM came itself; of OGRH the alternate did.
            Chair = new GroupOffice("OGRH", members[0].Person),
            Secretariat = new GroupOffice("OGPPM", members[1].Person),
        };

        using var word = new WordFile(MinutesComposer.Compose(group, Session, withPeople: true));

        var signatures = word.Text[word.Text.LastIndexOf("Firma", StringComparison.Ordinal)..];
        signatures.ShouldNotContain(members[0].Person);
        signatures.ShouldContain(members[0].Alternate);
        signatures.Split(members[1].Person).Length.ShouldBe(2);
    }

    [Fact]
    public void Compose_ForReaders_NamesOrganisationsAlone()
    {
        using var word = new WordFile(MinutesComposer.Compose(Group, Session, withPeople: false));

        word.Text.ShouldContain("OGPPM");
        word.Text.ShouldNotContain("Prueba");
        word.Text.ShouldNotContain("Ejemplo");
    }

    [Fact]
    public void Compose_SessionOfFew_SaysThatThereIsNoQuorum()
    {
        var session = Session with { Attendance = [Session.Attendance[0]], Agreements = [], Agenda = [] };

        using var word = new WordFile(MinutesComposer.Compose(Group, session, withPeople: true));

        word.Text.ShouldContain("No hay quórum: asistieron 1 de 3 integrantes con voto, y se necesitan 2.");
        word.Text.ShouldContain("La sesión no tomó acuerdos.");
        word.Text.ShouldContain("Sin registrar");
    }

    [Fact]
    public async Task Get_Minutes_IsAWordFileOnceTheSessionWasHeld()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(31).Build());
        var group = $"{AppDriver.Plan()}/group";
        (await app.Secretariat().PutAsync(group, 0, TestGroup.Json(TestGroup.Request))).ShouldBeOk();
        var path = $"{group}/sessions/2023-002";
        (await app.Secretariat().PutAsync(path, 0, TestGroup.Json(TestGroup.Planned))).ShouldBeOk();
        (await app.Secretariat().GetAsync($"{path}/minutes")).ShouldBeProblem(409, "minutes-not-held");
        (await app.Secretariat().PutAsync(path, 1, TestGroup.Json(TestGroup.Held))).ShouldBeOk();

        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Add("X-Avance-Caller", $"secretariat {TestPlan.Id}");
        using var answer = await client.GetAsync($"{path}/minutes", TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Acta 002-2023-CSIG.docx");
        await using var content = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, TestContext.Current.CancellationToken);
        using var word = WordprocessingDocument.Open(memory, isEditable: false);
        word.MainDocumentPart!.Document!.Body!.InnerText.ShouldContain("Suspender la actividad 62");
    }
}
