using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>The innermost step of an invocation: binds the parameters and calls the method.</summary>
internal static class FunctionExecutor
{
    public static async Task ExecuteAsync(FunctionContext context)
    {
        var invocation = (InvocationContext)context;
        var method = invocation.Function.Method;
        var arguments = await BindAsync(invocation);
        var instance = method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(context.InstanceServices, method.DeclaringType!);
        try
        {
            var returned = method.Invoke(
                instance,
                BindingFlags.DoNotWrapExceptions,
                binder: null,
                arguments,
                culture: null
            );
            context.GetInvocationResult().Value = await invocation.Function.Result.AwaitAsync(returned);
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private static async ValueTask<object?[]> BindAsync(InvocationContext context)
    {
        var parameters = context.FunctionDefinition.Parameters;
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = await BindAsync(context, parameters[i]);
        }

        return arguments;
    }

    private static ValueTask<object?> BindAsync(InvocationContext context, FunctionParameter parameter)
    {
        if (parameter.Type == typeof(FunctionContext))
        {
            return new(context);
        }

        if (parameter.Type == typeof(CancellationToken))
        {
            return new(context.CancellationToken);
        }

        if (parameter.Properties.Count > 0)
        {
            return context.Input.ReadAsync(parameter.Type, context.CancellationToken);
        }

        if (parameter.Type == typeof(HttpRequest) && context.Input.Http is { } http)
        {
            return new(http.Request);
        }

        if (context.Input.BindingData.TryGetValue(parameter.Name, out var value) && value is not null)
        {
            return new(BoundValue.Convert(value, parameter));
        }

        if (parameter.HasDefaultValue)
        {
            return new(parameter.DefaultValue);
        }

        return parameter.IsReferenceOrNullableType
            ? new((object?)null)
            : throw new InvalidOperationException(
                $"Nothing is known of the parameter {parameter.Name} of the function {context.Function.Name}."
            );
    }

    private static async ValueTask DisposeAsync(object? instance)
    {
        switch (instance)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }
}
