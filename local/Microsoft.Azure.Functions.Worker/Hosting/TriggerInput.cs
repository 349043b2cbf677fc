using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>The event that triggers an invocation, and how the function's first parameter is read from it.</summary>
internal abstract class TriggerInput
{
    public virtual IReadOnlyDictionary<string, object?> BindingData => ImmutableDictionary<string, object?>.Empty;

    public virtual HttpContext? Http => null;

    /// <summary>Null unless this is a retry.</summary>
    public RetryContext? Retry { get; init; }

    /// <summary>The value for the parameter that carries the trigger's attribute.</summary>
    public abstract ValueTask<object?> ReadAsync(Type type, CancellationToken cancellationToken);

    /// <summary>Answers for an invocation that did not, and says with which HTTP status it was answered; null without HTTP.</summary>
    public virtual int? Answer(InvocationOutcome outcome) => null;

    protected static InvalidOperationException CannotBind(Type type) => new($"This trigger cannot be bound to {type}.");
}
