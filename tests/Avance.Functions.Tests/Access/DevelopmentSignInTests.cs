using System.Net;
using Avance.Functions.Access;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Avance.Functions.Tests.Access;

public sealed class DevelopmentSignInTests(AzuriteFixture azurite)
{
    private const string Header = "secretariat plan-de-prueba";

    [Theory]
    [InlineData("national-secretariat", Role.NationalSecretariat, null, null)]
    [InlineData("secretariat mi-plan", Role.Secretariat, "mi-plan", null)]
    [InlineData(" reader  mi-plan ", Role.Reader, "mi-plan", null)]
    [InlineData("unit-reporter mi-plan ogrh", Role.UnitReporter, "mi-plan", "OGRH")]
    public void Parse_Header_NamesTheCaller(string header, Role role, string? plan, string? unit)
    {
        var caller = DevelopmentSignIn.Parse(header)!;

        (caller.Role, caller.Plan?.ToString(), caller.Unit?.ToString()).ShouldBe((role, plan, unit));
        caller.Name.ShouldStartWith("dev:");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("secretariat")]
    [InlineData("Secretariat mi-plan")]
    [InlineData("secretariat MI_PLAN")]
    [InlineData("secretariat mi-plan otro-plan")]
    [InlineData("secretariat mi-plan,secretariat mi-plan")]
    [InlineData("national-secretariat mi-plan")]
    [InlineData("unit-reporter mi-plan")]
    [InlineData("unit-reporter mi-plan O/RH")]
    [InlineData("0 mi-plan")]
    public void Parse_AnythingElse_IsNobody(string? header) => DevelopmentSignIn.Parse(header).ShouldBeNull();

    [Theory]
    [InlineData("Development", "127.0.0.1", "127.0.0.1", "localhost", true)]
    [InlineData("Development", "127.0.0.1", "127.0.0.1", "localhost:7071", true)]
    [InlineData("Development", "127.0.0.1", "127.0.0.1", "127.0.0.1:7071", true)]
    [InlineData("Development", "::1", "::1", "[::1]:7071", true)]
    [InlineData("Development", "::ffff:127.0.0.1", "::ffff:127.0.0.1", "localhost", true)]
    [InlineData("Development", "127.0.0.1", "127.0.0.1", "localhost.evil.example", false)]
    [InlineData("Development", "127.0.0.1", "127.0.0.1", "rebound.example:7071", false)]
    [InlineData("Development", "127.0.0.1", "127.0.0.1", "", false)]
    [InlineData("Development", "10.0.0.5", "127.0.0.1", "localhost", false)]
    [InlineData("Development", "127.0.0.1", "10.0.0.7", "localhost", false)]
    [InlineData("Development", null, "127.0.0.1", "localhost", false)]
    [InlineData("Development", "127.0.0.1", null, "localhost", false)]
    [InlineData("Production", "127.0.0.1", "127.0.0.1", "localhost", false)]
    [InlineData("Staging", "127.0.0.1", "127.0.0.1", "localhost", false)]
    public void Identify_RequestFromSomewhere_IsTrustedOnThisMachineOnly(
        string environment,
        string? local,
        string? remote,
        string hostName,
        bool trusted
    )
    {
        var http = new DefaultHttpContext();
        http.Connection.LocalIpAddress = local is null ? null : IPAddress.Parse(local);
        http.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        http.Request.Host = new HostString(hostName);
        http.Request.Headers[DevelopmentSignIn.Header] = Header;
        http.Request.Headers["X-Forwarded-For"] = "127.0.0.1";

        (SignIn(environment).Identify(http) is not null).ShouldBe(trusted);
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost:7071", true)]
    [InlineData("[::1]:50312", "127.0.0.1", true)]
    [InlineData("203.0.113.9", "localhost", false)]
    [InlineData("127.0.0.1, 203.0.113.9", "localhost", false)]
    [InlineData("unknown", "localhost", false)]
    [InlineData("127.0.0.1", "avance.example", false)]
    public void Identify_PassedOnByAHost_IsTrustedWhereItCameFrom(string from, string hostName, bool trusted)
    {
        var http = Local();
        http.Request.Headers["X-Forwarded-For"] = from;
        http.Request.Headers["X-Forwarded-Host"] = hostName;

        (SignIn().Identify(http) is not null).ShouldBe(trusted);
    }

    [Theory]
    [InlineData("WEBSITE_INSTANCE_ID")]
    [InlineData("CONTAINER_APP_NAME")]
    public void Identify_InAzure_IsNobodyWhateverTheEnvironmentIsCalled(string setByAzure) =>
        SignIn(setByAzure: setByAzure).Identify(Local()).ShouldBeNull();

    private static DefaultHttpContext Local()
    {
        var http = new DefaultHttpContext();
        http.Connection.LocalIpAddress = IPAddress.Loopback;
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Request.Host = new HostString("localhost");
        http.Request.Headers[DevelopmentSignIn.Header] = Header;
        return http;
    }

    private static DevelopmentSignIn SignIn(string environment = "Development", string? setByAzure = null) =>
        new(
            new DeveloperMachine(
                new Named(environment),
                new ConfigurationBuilder()
                    .AddInMemoryCollection(setByAzure is null ? [] : [KeyValuePair.Create(setByAzure, (string?)"abc")])
                    .Build()
            )
        );

    [Theory]
    [InlineData("localhost", 404)]
    [InlineData("127.0.0.1", 404)]
    [InlineData("[::1]", 404)]
    [InlineData("avance.example", 401)]
    public async Task Request_HostName_MustBeOfTheLoopback(string hostName, int status)
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());

        var answer = await app.As(Header).SendAsync(HttpMethod.Get, AppDriver.Plan(), hostName: hostName);

        answer.Status.ShouldBe(status);
        answer.Code.ShouldBe(status == 401 ? "not-signed-in" : "plan-not-found");
    }

    private sealed class Named(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
