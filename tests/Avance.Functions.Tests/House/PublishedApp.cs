namespace Avance.Functions.Tests.House;

/// <summary>The app that the tests were built with, published once for all tests of a class.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("avance-publish-").FullName;

    public async ValueTask InitializeAsync() =>
        await Tool.RunAsync("dotnet", "publish", "functions", "-c", "Release", "--no-build", "-o", Folder, "-nologo");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return default;
    }
}
