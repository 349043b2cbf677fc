using System.Text.Json.Nodes;
using Avance.Functions.Backups;
using Avance.Functions.Persons;

namespace Avance.Functions.Tests.Persons;

public sealed class PersonColumnsTests
{
    private static readonly Guid Account = new("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static readonly Person Ana = new(new EmailAddress("ana@entidad.example"), Account);
    private static readonly Pseudonym Pseudonym = new(new Guid("7c9e6679-7425-40de-944b-e07fc1f90ae7"));

    [Theory]
    [InlineData("Según ana@entidad.example.", true)]
    [InlineData("ANA@Entidad.Example", true)]
    [InlineData("<ana@entidad.example>", true)]
    [InlineData("mariana@entidad.example", false)]
    [InlineData("ana@entidad.example.pe", false)]
    [InlineData("j.ana@entidad.example", false)]
    [InlineData("entra:0F8FAD5B-D9CB-469F-A165-70867728950E", true)]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e-2", false)]
    [InlineData("Ana", false)]
    public void IsIn_AddressOrAccount_CountsWhole(string text, bool expected) => Ana.IsIn(text).ShouldBe(expected);

    [Fact]
    public void Replace_TextsAndJson_PutsThePseudonymInPlaceOfAddressAccountAndName()
    {
        var row = Row(
            ("By", $"entra:{Account:D}"),
            ("Version", 3),
            (
                "Content",
                """{"to":{"address":"ana@entidad.example","name":"Ana Invent"},"cc":[{"address":"sara@entidad.example","name":"Sara"}]}"""
            )
        );

        var columns = PersonColumns.Replace(row, Ana, Pseudonym).ShouldNotBeNull();

        ((string)columns["By"]!).ShouldBe("entra:persona-7c9e66797425");
        columns["Version"]!.GetValue<int>().ShouldBe(3);
        ((string)columns["Content"]!).ShouldBe(
            """{"to":{"address":"persona-7c9e66797425@suprimida.invalid","name":"persona-7c9e66797425"},"cc":[{"address":"sara@entidad.example","name":"Sara"}]}"""
        );
    }

    [Fact]
    public void Replace_InAGroup_LeavesNoAddress()
    {
        var row = Row(
            (
                "Content",
                """{"members":[{"alternate":"Ana Invent","alternateAddress":"ana@entidad.example","person":"Sara"}]}"""
            )
        );

        var columns = PersonColumns.Replace(row, Ana, Pseudonym, keepsAddress: false).ShouldNotBeNull();

        ((string)columns["Content"]!).ShouldBe(
            """{"members":[{"alternate":"persona-7c9e66797425","alternateAddress":null,"person":"Sara"}]}"""
        );
    }

    /// <summary>The address may lie across the end of a column.</summary>
    [Theory]
    [InlineData(31_990)]
    [InlineData(70_000)]
    public void Replace_TextOfSeveralColumns_IsReadAndWrittenWhole(int before)
    {
        var text = new string('x', before) + " ana@entidad.example y más";
        var row = Row([
            .. text.Chunk(32_000)
                .Select((part, at) => (at == 0 ? "Text" : $"Text{at + 1}", (JsonNode)new string(part))),
        ]);

        var columns = PersonColumns.Replace(row, Ana, Pseudonym).ShouldNotBeNull();

        string.Concat(columns.Select(column => (string)column.Value!))
            .ShouldBe(text.Replace("ana@entidad.example", $"{Pseudonym.Address}"));
        columns.ShouldAllBe(column => ((string)column.Value!).Length <= 32_000);
        PersonColumns.Find("texts", row, Ana).ShouldHaveSingleItem().Column.ShouldBe("Text");
    }

    [Fact]
    public void Replace_RowOfOthers_IsLeft() =>
        PersonColumns
            .Replace(Row(("Content", """{"address":"sara@entidad.example"}""")), Ana, Pseudonym)
            .ShouldBeNull();

    private static BackupRow Row(params (string Name, JsonNode Value)[] columns) =>
        new(
            "psig",
            "row",
            new JsonObject(columns.Select(column => KeyValuePair.Create(column.Name, (JsonNode?)column.Value)))
        );
}
