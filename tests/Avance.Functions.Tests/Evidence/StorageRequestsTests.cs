using Avance.Functions.Evidence;
using Avance.Functions.Tests.Documents.Reading.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Evidence;

/// <summary>How many requests to the storage a document costs: they take most of its time.</summary>
public sealed class StorageRequestsTests(AzuriteFixture azurite)
{
    private const int MaxRequests = 24;

    private static readonly string[] Lines =
    [
        "INFORME N° D000149-2023-MIMP-OGRH",
        "A: Secretaria Tecnica del CSIG",
        "Asunto: Informe de ejecucion de la actividad del plan sectorial para la igualdad de genero",
        "Se ejecutaron las acciones previstas para el segundo semestre: se revisaron los documentos de gestion,",
        "se incorporo el lenguaje inclusivo en las comunicaciones internas y se difundio la guia entre las",
        "oficinas del ministerio, con la participacion de la oficina de comunicaciones.",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAndExamine_PdfThatTheClaimCites_TakesFewRequests()
    {
        await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
        await WarmUpAsync(driver);
        var id = await driver.UploadAsync(22, "informe.pdf", TestPdf.OfText(Lines));
        var submission = SentProgress.Submission(Guid.NewGuid(), 8, documentsCited: [Lines[0]]);
        (await driver.App.Reporter().PutAsync(AppDriver.Progress(22), 0, submission)).ShouldBeOk();
        driver.Faults.Reset();

        (await driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(22), id, Cancel)).ShouldBeTrue();
        (await driver.ExamineAsync(22)).ShouldBeTrue();

        string[] requests = [.. driver.Faults.Requests];
        (await driver.CodesAsync(22)).ShouldNotBeEmpty();
        requests.Length.ShouldBeLessThanOrEqualTo(MaxRequests, string.Join('\n', requests));
    }

    /// <summary>Tables and containers are made at the first document.</summary>
    private static async Task WarmUpAsync(EvidenceDriver driver)
    {
        await driver.UploadAndReadAsync(42, "acta.txt", "Acta de la reunión.");
        await driver.DrainAsync();
    }
}
