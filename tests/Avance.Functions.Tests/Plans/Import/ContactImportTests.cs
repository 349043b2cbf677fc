using Avance.Functions.Plans;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Plans.Import;

public sealed class ContactImportTests(AzuriteFixture azurite)
{
    private static readonly string[] Header = ["Unidad", "Nombre", "Correo", "Rol", "Copias", "Grupo de Entra"];

    [Fact]
    public async Task Import_Contacts_AreOfTheirUnitsAndOnceOrTwiceIsTheSame()
    {
        var driver = new PlansDriver(azurite.NewAccount());
        var file = WithContacts();
        await driver.ImportAsync(file);

        (await driver.ImportAsync(file)).RowsWritten.ShouldBe(0);

        var unit = (await driver.ReadAsync()).Plan.FindUnit(new UnitCode("OGRH"))!;
        unit.Contacts.Select(contact => contact.ToString())
            .ShouldBe([
                "Ana Flores <aflores@mimp.example> (Enlace)",
                "Pedro Salas <psalas@mimp.example> (Jefatura, Copias)",
                "Equipo <0f8fad5b-d9cb-469f-a165-70867728950e> (Enlace)",
            ]);
    }

    [Fact]
    public async Task Import_FileWithoutTheSheet_LeavesContactsAsTheyAre()
    {
        var driver = new PlansDriver(azurite.NewAccount());
        await driver.ImportAsync(WithContacts());

        await driver.ImportAsync(new PlanFileBuilder().Set("Unidades", 4, 1, "Otro nombre"));

        (await driver.ReadAsync()).Plan.FindUnit(new UnitCode("OGRH"))!.Contacts.Count.ShouldBe(3);
    }

    [Fact]
    public void Parse_ContactsWithProblems_ReportsThem()
    {
        var file = new PlanFileBuilder()
            .Add("Contactos", Header)
            .Add("Contactos", "NADIE", "Ana", "ana@mimp.example", "", "", "")
            .Add("Contactos", "OGRH", "Ana", "ana@@mimp", "", "", "")
            .Add("Contactos", "OGRH", "Ana", "", "", "", "")
            .Add("Contactos", "OGRH", "Ana", "ana@mimp.example", "Amiga", "", "")
            .Add("Contactos", "OGRH", "Ana", "ana@mimp.example", "", "", "")
            .Add("Contactos", "OGRH", "Ana", "ANA@mimp.example", "", "", "");

        PlanBuilder
            .Read(file.ToCsv())
            .Problems.Select(problem => $"{problem.Row} {problem.Code}")
            .ShouldBe(["2 unit-unknown", "3 value", "4 address-or-group", "5 choice", "7 contact-repeated"]);
    }

    private static PlanFileBuilder WithContacts() =>
        new PlanFileBuilder()
            .Add("Contactos", Header)
            .Add("Contactos", "OGRH", "Ana Flores", "AFlores@mimp.example", "", "", "")
            .Add("Contactos", "OGRH", "Pedro Salas", "psalas@mimp.example", "Jefatura", "Sí", "")
            .Add("Contactos", "OGRH", "Equipo", "", "Enlace", "", "0f8fad5b-d9cb-469f-a165-70867728950e");
}
