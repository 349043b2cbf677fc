using Avance.Functions.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Tests.Access;

public sealed class AccessOptionsTests
{
    [Fact]
    public void Defaults_WhatIsNotSet_IsShortLivedAndTrustsNobody()
    {
        using var app = AppDriver.Build("UseDevelopmentStorage=true", new FakeTimeProvider(DateTimeOffset.UnixEpoch));

        app.Services.GetRequiredService<IOptions<AccessOptions>>()
            .Value.ShouldBe(
                new AccessOptions
                {
                    Address = new Uri("http://localhost:7071"),
                    LinkDays = 14,
                    SessionHours = 12,
                    RequestsPerMinute = 300,
                    TrustPlatformAuthentication = false,
                    ContainerAppsAuthentication = false,
                }
            );
    }

    [Theory]
    [InlineData("LinkDays", "0")]
    [InlineData("LinkDays", "61")]
    [InlineData("SessionHours", "0")]
    [InlineData("SessionHours", "25")]
    [InlineData("RequestsPerMinute", "9")]
    [InlineData("TrustPlatformAuthentication", "yes")]
    public void Build_ValueOutOfRange_StopsTheStartWithTheSettingsName(string name, string value)
    {
        using var app = AppDriver.Build(
            "UseDevelopmentStorage=true",
            new FakeTimeProvider(DateTimeOffset.UnixEpoch),
            configure: builder => builder.Configuration[$"Access:{name}"] = value
        );

        var error = Should.Throw<Exception>(() => app.Services.GetRequiredService<IStartupValidator>().Validate());

        error.Message.ShouldContain(name);
    }
}
