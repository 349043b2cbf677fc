using System.Collections.Immutable;
using Avance.Functions.Access;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Avance.Functions.Tests.Access;

/// <summary>Calls of which the middleware sees no request.</summary>
public sealed class AccessMiddlewareTests : IDisposable
{
    private readonly Microsoft.Extensions.Hosting.IHost app = AppDriver.Build(
        "UseDevelopmentStorage=true",
        new FakeTimeProvider(DateTimeOffset.UnixEpoch)
    );

    [Theory]
    [InlineData("httpTrigger")]
    [InlineData("HttpTrigger")]
    [InlineData("httpTrigger", "queue")]
    [InlineData("blob")]
    [InlineData]
    public async Task Invoke_OfAnHttpFunctionOrOneThatCannotBeTold_IsRefusedWithoutItsRequest(params string[] bindings)
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() => InvokeAsync(bindings));

        error.Message.ShouldContain("PutProgress");
    }

    [Theory]
    [InlineData("timerTrigger")]
    [InlineData("queueTrigger")]
    [InlineData("blobTrigger", "blob")]
    public async Task Invoke_OfAnotherTrigger_GoesThrough(params string[] bindings) =>
        (await InvokeAsync(bindings)).ShouldBeTrue();

    public void Dispose() => app.Dispose();

    /// <returns>True if the function ran.</returns>
    private async Task<bool> InvokeAsync(string[] bindings)
    {
        var function = new Mock<FunctionDefinition>();
        function.Setup(one => one.Name).Returns("PutProgress");
        function
            .Setup(one => one.InputBindings)
            .Returns(bindings.Index().ToImmutableDictionary(one => $"{one.Index}", one => Binding(one.Item)));
        var context = new Mock<FunctionContext>();
        context.Setup(one => one.FunctionDefinition).Returns(function.Object);
        context.Setup(one => one.Items).Returns(new Dictionary<object, object>());
        var ran = false;
        var middleware = ActivatorUtilities.CreateInstance<AccessMiddleware>(app.Services);
        await middleware.Invoke(
            context.Object,
            _ =>
            {
                ran = true;
                return Task.CompletedTask;
            }
        );
        return ran;
    }

    private static BindingMetadata Binding(string type)
    {
        var binding = new Mock<BindingMetadata>();
        binding.Setup(one => one.Type).Returns(type);
        return binding.Object;
    }
}
