using System.Diagnostics;

namespace Microsoft.Azure.Functions.Worker.Hosting;

internal sealed class InvocationContext(
    string invocationId,
    DiscoveredFunction function,
    TriggerInput input,
    IServiceProvider services,
    CancellationToken cancellationToken
) : FunctionContext
{
    public DiscoveredFunction Function => function;

    public TriggerInput Input => input;

    public override string InvocationId => invocationId;

    public override string FunctionId => function.Definition.Id;

    public override TraceContext TraceContext { get; } = new CurrentTrace(Activity.Current);

    public override BindingContext BindingContext { get; } = new InputBinding(input);

    public override RetryContext RetryContext => input.Retry!;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellationToken;

    private sealed class InputBinding(TriggerInput input) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => input.BindingData;
    }

    private sealed class CurrentTrace(Activity? activity) : TraceContext
    {
        public override string TraceParent { get; } = activity?.Id ?? "";

        public override string TraceState { get; } = activity?.TraceStateString ?? "";
    }
}
