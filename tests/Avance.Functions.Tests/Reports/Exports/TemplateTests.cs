using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Avance.Functions.Reports.Exports;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Tests.Reports.Exports;

/// <summary>The Word template of a body.</summary>
public sealed class TemplateTests(AzuriteFixture azurite)
{
    private const string Path = "/api/plans/plan-de-prueba/report-template";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Put_Template_IsGivenBackAndTakenAway()
    {
        await using var app = await StartAsync();
        var content = WordBuilder.Build();

        (await PutAsync(app, content)).ShouldBeOk()["size"]!.GetValue<int>().ShouldBe(content.Length);
        (await PutAsync(app, content)).ShouldBeOk();

        (await app.Get<ReportTemplates>().FindAsync(TestPlan.Id, Cancel))!.ToArray().ShouldBe(content);
        var got = await app.As($"reader {TestPlan.Id}").GetAsync(Path);
        (got.Status, got.ContentType?.MediaType).ShouldBe((200, ReportTemplates.ContentType));
        (await app.Secretariat().SendAsync(HttpMethod.Delete, Path)).Status.ShouldBe(204);
        (await app.Secretariat().SendAsync(HttpMethod.Delete, Path)).Status.ShouldBe(204);
        (await app.Secretariat().GetAsync(Path)).ShouldBeProblem(404, "template-unknown");
        // What changed nothing is not in the audit.
        (await StoredAudit.ReadAsync(app))
            .Select(entry => entry.Action)
            .ShouldBe(["setReportTemplate", "deleteReportTemplate"], ignoreOrder: true);
    }

    [Fact]
    public async Task Put_NoDocument_IsRefusedAndNothingIsKept()
    {
        await using var app = await StartAsync();

        (await PutAsync(app, new byte[TemplateRules.MaxBytes + 1])).ShouldBeProblem(413, "template-too-large");
        (await PutAsync(app, Encoding.UTF8.GetBytes("hola"))).ShouldBeProblem(422, "template-unreadable");
        (await app.Secretariat().PutAsync(Path, null, "{}")).ShouldBeProblem(415, "unsupported-media-type");
        (await app.Secretariat().GetAsync(Path)).ShouldBeProblem(404, "template-unknown");
    }

    [Fact]
    public void Check_DocumentWithLetterheadAndLinksToClickOn_IsTaken() =>
        TemplateRules
            .Check(
                WordBuilder.Build(main =>
                    main.AddHyperlinkRelationship(new Uri("https://www.gob.pe/mimp"), isExternal: true)
                )
            )
            .ShouldBeNull();

    [Fact]
    public void Check_WhatRuns_IsRefused()
    {
        Code(WordBuilder.Build(main => Fill(main.AddNewPart<VbaProjectPart>()))).ShouldBe("template-macros");
        Code(WordBuilder.Build(main => Fill(main.AddNewPart<EmbeddedObjectPart>("application/bin"))))
            .ShouldBe("template-macros");
        Code(WordBuilder.Build(type: WordprocessingDocumentType.MacroEnabledDocument)).ShouldBe("template-macros");
        Code(
                WordBuilder.Build(main =>
                    Fill(main.AddNewPart<HeaderPart>().AddNewPart<EmbeddedPackagePart>("application/bin"))
                )
            )
            .ShouldBe("template-macros");
    }

    [Fact]
    public void Check_WhatLoadsFromElsewhere_IsRefused()
    {
        Code(WordBuilder.Build(main => main.AddExternalRelationship("image", new Uri("https://malo.example/a.png"))))
            .ShouldBe("template-links");
        Code(
                WordBuilder.Build(main =>
                {
                    var header = main.AddNewPart<HeaderPart>();
                    header.Header = new Header(new Paragraph());
                    header.AddExternalRelationship("image", new Uri("file://servidor/a.png"));
                })
            )
            .ShouldBe("template-links");
        Code(WordBuilder.Build(main => main.AddHyperlinkRelationship(new Uri("file:///c:/x.exe"), isExternal: true)))
            .ShouldBe("template-links");
        // Spread over two elements, as Word does it.
        Code(
                WordBuilder.Build(main =>
                    main.Document!.Body!.Append(
                        new Paragraph(
                            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
                            new Run(new FieldCode(" INCLUDE")),
                            new Run(new FieldCode("PICTURE \"https://malo.example\"")),
                            new Run(new FieldChar { FieldCharType = FieldCharValues.End })
                        )
                    )
                )
            )
            .ShouldBe("template-links");
        Code(
                WordBuilder.Build(main =>
                    main.Document!.Body!.Append(new Paragraph(new SimpleField { Instruction = "DDEAUTO c:\\x" }))
                )
            )
            .ShouldBe("template-links");
    }

    [Fact]
    public void Check_DamagedFiles_AreRefusedAndThrowNothing()
    {
        var content = WordBuilder.Build();
        for (var cut = 0; cut < content.Length; cut += 37)
        {
            Code(content[..cut]).ShouldBe("template-unreadable");
        }

        var random = new Random(1);
        for (var times = 0; times < 300; times++)
        {
            var damaged = content.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 + random.Next(255));
            Should.NotThrow(() => TemplateRules.Check(damaged));
        }

        Code(Zip("word/document.xml", "<a/>")).ShouldBe("template-unreadable");
        Code(WordBuilder.Build(type: WordprocessingDocumentType.Template)).ShouldBe("template-unreadable");
        Code(Zip("bomba.xml", new string(' ', 101 * 1_048_576))).ShouldBe("template-unreadable");
    }

    private async Task<AppDriver> StartAsync()
    {
        var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(1).Build());
        return app;
    }

    private static async Task<Answer> PutAsync(AppDriver app, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(ReportTemplates.ContentType);
        return await app.Secretariat().SendAsync(HttpMethod.Put, Path, content: body);
    }

    private static string? Code(byte[] content) => TemplateRules.Check(content)?.Code;

    private static void Fill(OpenXmlPart part)
    {
        using var content = new MemoryStream([1, 2, 3]);
        part.FeedData(content);
    }

    private static byte[] Zip(string name, string content)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var text = new StreamWriter(archive.CreateEntry(name).Open());
            text.Write(content);
        }

        return output.ToArray();
    }
}
