using Avance.FunctionsHost.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Tests.House;

/// <summary>Everything that the app asks of its container is there.</summary>
public sealed class ContainerTests
{
    private const string Storage = "UseDevelopmentStorage=true";
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UnixEpoch);

    public static TheoryData<Type> FunctionClasses =>
        [
            .. HttpFunction
                .FunctionMethods.Where(method => !method.IsStatic)
                .Select(method => method.DeclaringType!)
                .Distinct(),
        ];

    /// <summary>In Development the container itself checks every service and scope while it is built.</summary>
    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public void FunctionClass_FromTheContainer_IsConstructed(Type type)
    {
        using var app = AppDriver.Build(Storage, clock);
        using var scope = app.Services.CreateScope();

        ActivatorUtilities.CreateInstance(scope.ServiceProvider, type).ShouldNotBeNull();
    }

    [Fact]
    public void Build_ServiceThatCannotBeMade_Fails() =>
        Should.Throw<AggregateException>(() =>
            AppDriver.Build(Storage, clock, configure: builder => builder.Services.AddSingleton<NeedsAnInt>())
        );

    [Fact]
    public void TimeProvider_RegisteredBefore_IsTheOnlyOne()
    {
        using var app = AppDriver.Build(Storage, clock);

        app.Services.GetServices<TimeProvider>().ShouldBe([clock]);
    }

    [Fact]
    public async Task Start_UnknownTimeZone_StopsWithTheSettingsName()
    {
        using var app = AppDriver.Build(
            Storage,
            clock,
            configure: builder =>
                builder.Configuration.AddInMemoryCollection([
                    KeyValuePair.Create("Calendar:TimeZone", (string?)"America/Atlantis"),
                ]),
            start: new WorkerStart(
                new Uri("http://127.0.0.1:1"),
                "worker",
                AppContext.BaseDirectory,
                new Dictionary<string, string?>(StringComparer.Ordinal)
            )
        );

        var error = await Should.ThrowAsync<OptionsValidationException>(() =>
            app.StartAsync(TestContext.Current.CancellationToken)
        );

        error.Message.ShouldContain("Calendar:TimeZone");
    }

    [Fact]
    public void Build_WithoutStorage_SaysWhichSettingIsMissing()
    {
        using var app = AppDriver.Build("", clock);

        Should
            .Throw<InvalidOperationException>(() =>
                app.Services.GetRequiredService<Azure.Data.Tables.TableServiceClient>()
            )
            .Message.ShouldContain("DataStorage__tableServiceUri");
    }

    private sealed record NeedsAnInt(int Number);
}
