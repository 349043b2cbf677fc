using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Http;

public sealed class UnknownAddressTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Theory]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/api/planes")]
    [InlineData("/api/plans/psig-2022-2023/nada")]
    [InlineData("/api/plans/psig-2022-2023/periods/2023-II/activities/34/progress/versions/1")]
    public async Task Get_AddressThatIsNone_IsAProblem(string path) =>
        (await shared.App.Secretariat().GetAsync(path)).ShouldBeProblem(404, "address-unknown");

    [Theory]
    [InlineData("DELETE", "/api/plans", "GET")]
    [InlineData("POST", "/api/health", "GET")]
    [InlineData("PUT", "/api/plans/psig-2022-2023/reports", "GET, POST")]
    [InlineData("POST", "/api/plans/psig-2022-2023/periods/2023-II/activities/34/progress", "GET, PUT")]
    public async Task Send_MethodThatTheAddressDoesNotTake_IsAProblemThatSaysWhichItTakes(
        string method,
        string path,
        string allowed
    )
    {
        // Whoever asks: it tells nothing that the documentation does not.
        var answer = await shared.App.As(null).SendAsync(new HttpMethod(method), path);

        answer.ShouldBeProblem(405, "method-not-allowed");
        answer["detail"]!.GetValue<string>().ShouldContain(allowed);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Get_TheBareAddress_LeadsToWhereSessionsBegin(string method)
    {
        var answer = await shared.App.As(null).SendAsync(new HttpMethod(method), "/");

        answer.Status.ShouldBe(302, answer.Text);
        answer.Header("Location").ShouldBe("/inicio");
        answer.Header("Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task Post_TheBareAddress_IsAProblem() =>
        (await shared.App.As(null).SendAsync(HttpMethod.Post, "/")).ShouldBeProblem(404, "address-unknown");

    [Fact]
    public async Task Get_WithoutSigningIn_SaysHowToSignIn()
    {
        var answer = await shared.App.As(null).GetAsync("/api/plans");

        answer.ShouldBeProblem(401, "not-signed-in");
        answer.Header("WWW-Authenticate").ShouldBe("Bearer");
    }
}
