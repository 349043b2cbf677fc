using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Bench.EmptyApp;

/// <summary>The one function: answers with files that it holds in memory, and does nothing else.</summary>
public static class AnswerFunction
{
    // A folder of files; each is answered at its path in there.
    private static readonly string? Folder = Environment.GetEnvironmentVariable("EMPTY_APP_FILES");

    private static readonly FrozenDictionary<string, byte[]> Files = (
        Folder is null ? [] : Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
    ).ToFrozenDictionary(file => $"/{Path.GetRelativePath(Folder!, file)}", File.ReadAllBytes, StringComparer.Ordinal);

    [Function("Answer")]
    public static IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request
    ) =>
        request.Path == "/" ? Results.Text("ok")
        : Files.TryGetValue(request.Path.Value!, out var file) ? Results.Bytes(file)
        : Results.NotFound();
}
