using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Functions;

namespace Avance.Testing.Drivers;

/// <summary>What the API answered.</summary>
public sealed record Answer(int Status, HttpResponseHeaders Headers, MediaTypeHeaderValue? ContentType, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonNode? this[string member] => Json[member];

    public int Version => Json["version"]!.GetValue<int>();

    public string? State => Json["state"]?.GetValue<string>();

    /// <summary>The code of a problem; null if it is none.</summary>
    public string? Code =>
        ContentType?.MediaType == "application/problem+json" ? Json["code"]!.GetValue<string>() : null;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public Answer ShouldBeOk()
    {
        Status.ShouldBe(200, Text);
        return this;
    }

    /// <summary>A problem as RFC 9457 describes it, with the title that the messages have for its code.</summary>
    public Answer ShouldBeProblem(int status, string code, string? field = null)
    {
        Status.ShouldBe(status, Text);
        ContentType?.MediaType.ShouldBe("application/problem+json");
        Json["code"]!.GetValue<string>().ShouldBe(code);
        Json["type"]!.GetValue<string>().ShouldBe($"urn:avance:{code}");
        Json["status"]!.GetValue<int>().ShouldBe(status);
        Json["title"]!.GetValue<string>().ShouldBe(Messages.Text($"{code}.title"));
        Json["detail"]!.GetValue<string>().ShouldNotContain("{");
        Json["field"]?.GetValue<string>().ShouldBe(field);
        (Json["field"] is null).ShouldBe(field is null, Text);
        return this;
    }

    /// <summary>The fields of a problem that lists several errors, in order.</summary>
    public IEnumerable<string> Fields =>
        Json["errors"]!.AsArray().Select(error => $"{error!["field"]} {error["code"]}");

    public override string ToString() => $"{Status} {Text}";

    public JsonElement Element => JsonSerializer.Deserialize<JsonElement>(Text);
}
