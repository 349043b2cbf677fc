using System.Text;
using System.Text.Json.Serialization;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Microsoft.AspNetCore.Http;

namespace Avance.Functions.Tests.Http;

public sealed class JsonBodyTests
{
    public enum Colour
    {
        Red,
        DarkGreen,
        DarkBlue,
    }

    public sealed record Body(
        Colour Colour,
        ValueList<Inner> Items,
        ValueList<string>? Texts = null,
        Period? Period = null,
        ActivityNumber? Activity = null,
        string Note = ""
    );

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(Round), "round")]
    [JsonDerivedType(typeof(Square), "square")]
    public abstract record Shape;

    public sealed record Round(Inner Middle) : Shape;

    public sealed record Square : Shape
    {
        public required int Side { get; init; }
    }

    public sealed record Inner(int Number, ValueList<Inner>? Items = null);

    [Fact]
    public async Task Read_Body_IsRead()
    {
        var body = await ReadAsync(
            """{"items":[{"number":1,"items":[{"number":2}]}],"colour":"darkGREEN","texts":["a"],"period":"2023-II","activity":34}"""
        );

        body.Value!.Colour.ShouldBe(Colour.DarkGreen);
        body.Value.Items[0].Items![0].Number.ShouldBe(2);
        body.Value.Texts.ShouldBe(["a"]);
        body.Value.Period.ShouldBe(new Period(2023, 2));
        body.Value.Activity.ShouldBe(new ActivityNumber(34));
    }

    [Theory]
    [InlineData("""{"colour":"red","items":[],"texts":["a",null]}""", "texts[1]", 1)]
    [InlineData("""{"colour":"red","items":[],"texts":[["a"]]}""", "texts[0]", 1)]
    [InlineData("""{"colour":"darkGreen,darkBlue","items":[]}""", "colour", 1)]
    [InlineData("""{"colour":" red","items":[]}""", "colour", 1)]
    [InlineData("""{"colour":null,"items":[]}""", "colour", 1)]
    [InlineData("""{"colour":"red","items":[],"period":"2023-III"}""", "period", 1)]
    [InlineData("""{"colour":"red","items":[],"activity":1000}""", "activity", 1)]
    [InlineData("""{"colour":"red","items":[],"activity":1.5}""", "activity", 1)]
    [InlineData("""{"colour":"red","items":[],"period":[2023]}""", "period", 1)]
    [InlineData(
        "{\"colour\":\"red\",\n\"items\":\n[{\"number\":1},\n\n{\"number\":2,\"items\":\n[\n{\"number\":\n\"x\"}]}]}",
        "items[1].items[0].number",
        8
    )]
    [InlineData("{}", "colour", 1)]
    [InlineData("""{"colour":"red"}""", "items", 1)]
    [InlineData("""{"COLOUR":"red"}""", "items", 1)]
    [InlineData("""{"items":[]}""", "colour", 1)]
    [InlineData("{\"colour\":\"red\",\"items\":\n[{\"number\":1},\n{}]}", "items[1].number", 3)]
    [InlineData(
        """{"colour":"red","items":[{"number":1,"items":[{"number":2},{"items":[]}]}]}""",
        "items[0].items[1].number",
        1
    )]
    [InlineData("""{"colour":"red","items":[],"note":null}""", "note", 1)]
    [InlineData("""{"colour":"red","items":[],"note":{"a":1}}""", "note", 1)]
    [InlineData("""{"colour":"red","items":{"number":1}}""", "items", 1)]
    [InlineData("""{"colour":"red","items":null}""", "items", 1)]
    [InlineData("""{"colour":"red","items":[],"unknown":1}""", "unknown", 1)]
    [InlineData("{\"colour\":\"red\",\n\"items\":[{\"number\":1},\n", null, 3)]
    [InlineData("{\"colour\":\"red\",\n\"items\":[{\"number\":1},\n{\"number\":x}]}", "items", 3)]
    public async Task Read_SomethingWrong_NamesItsFieldAndLine(string json, string? field, int line)
    {
        var error = (await ReadAsync(json)).Error!;

        (error.Code, error.Status).ShouldBe(("invalid-json", 400));
        if (field is not null)
        {
            error.Field.ShouldBe(field);
        }

        Problem.Details(error).Detail!.ShouldContain($"línea {line})");
    }

    [Theory]
    [InlineData("""{"kind":"square"}""", "side")]
    [InlineData("""{"kind":"round"}""", "middle")]
    [InlineData("""{"kind":"round","middle":{}}""", "middle.number")]
    [InlineData("""{"kind":"square","side":"x"}""", "side")]
    [InlineData("""{"kind":"oval"}""", "kind")]
    [InlineData("""{"kind":7}""", "kind")]
    [InlineData("""{"side":1}""", "kind")]
    public async Task Read_KindThatLacksAMember_NamesIt(string json, string field) =>
        (await ReadAsync<Shape>(Encoding.UTF8.GetBytes(json))).Error!.Field.ShouldBe(field);

    [Theory]
    [InlineData("{\"texts\":[\"\ufffd\"]}", "\ufffd")]
    public async Task Read_TextThatIsNotUtf8_IsRefused(string json, string broken)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        bytes[bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(broken))] = 0xC3;

        (await ReadAsync(bytes)).Error!.Code.ShouldBe("invalid-json");
    }

    [Fact]
    public async Task Read_DeepNesting_IsRefused() =>
        (await ReadAsync(string.Concat(Enumerable.Repeat("{\"items\":[", 500)))).Error!.Code.ShouldBe("invalid-json");

    [Fact]
    public async Task Read_LargestBody_IsReadAndOneByteMoreIsNot()
    {
        var json = """{"colour":"red","items":[]}""";

        (await ReadAsync(json.PadRight(JsonBody.MaxBytes))).Value.ShouldNotBeNull();
        (await ReadAsync(json.PadRight(JsonBody.MaxBytes + 1))).Error!.Status.ShouldBe(413);
    }

    [Fact]
    public void Write_Enumerations_AreWordsThatAreReadBack()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(Enum.GetValues<Colour>(), Json.Options);

        json.ShouldBe("""["red","darkGreen","darkBlue"]""");
        System.Text.Json.JsonSerializer.Deserialize<Colour[]>(json, Json.Options).ShouldBe(Enum.GetValues<Colour>());
    }

    private static Task<Result<Body>> ReadAsync(string json) => ReadAsync(Encoding.UTF8.GetBytes(json));

    private static Task<Result<Body>> ReadAsync(byte[] json) => ReadAsync<Body>(json);

    private static Task<Result<T>> ReadAsync<T>(byte[] json)
        where T : notnull
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = "application/json; charset=utf-8";
        http.Request.Body = new MemoryStream(json);
        return http.Request.ReadJsonAsync<T>(TestContext.Current.CancellationToken);
    }
}
