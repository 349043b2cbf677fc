using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Awaits what a function's method gives back, whatever of the usual types it is.</summary>
internal abstract class ReturnValue
{
    private static readonly ReturnValue Plain = new PlainValue();

    public abstract ValueTask<object?> AwaitAsync(object? returned);

    public static ReturnValue Of(Type type)
    {
        // The types of nearly all functions go without reflection, which costs milliseconds at start.
        if (type == typeof(Task<IActionResult>))
        {
            return new TaskValue<IActionResult>();
        }

        if (type == typeof(Task<IResult>))
        {
            return new TaskValue<IResult>();
        }

        if (!type.IsGenericType)
        {
            return Plain;
        }

        var open = type.GetGenericTypeDefinition();
        var awaiter =
            open == typeof(Task<>) ? typeof(TaskValue<>)
            : open == typeof(ValueTask<>) ? typeof(ValueTaskValue<>)
            : null;
        return awaiter is null
            ? Plain
            : (ReturnValue)Activator.CreateInstance(awaiter.MakeGenericType(type.GetGenericArguments()))!;
    }

    private sealed class PlainValue : ReturnValue
    {
        public override async ValueTask<object?> AwaitAsync(object? returned)
        {
            switch (returned)
            {
                case Task task:
                    await task;
                    return null;
                case ValueTask task:
                    await task;
                    return null;
                default:
                    return returned;
            }
        }
    }

    private sealed class TaskValue<T> : ReturnValue
    {
        public override async ValueTask<object?> AwaitAsync(object? returned) => await (Task<T>)returned!;
    }

    private sealed class ValueTaskValue<T> : ReturnValue
    {
        public override async ValueTask<object?> AwaitAsync(object? returned) => await (ValueTask<T>)returned!;
    }
}
