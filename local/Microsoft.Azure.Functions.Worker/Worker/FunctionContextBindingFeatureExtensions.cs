using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>What the function returned; null before it ran. Setting it without running the function answers for it.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context) =>
        context.Features.Get<InvocationResult>() ?? Add(context);

    private static InvocationValue Add(FunctionContext context)
    {
        var result = new InvocationValue();
        context.Features.Set<InvocationResult>(result);
        return result;
    }
}
