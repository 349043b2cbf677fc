using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>A function as found in an assembly.</summary>
internal sealed class DiscoveredFunction
{
    private DiscoveredFunction(MethodInfo method, TriggerBindingAttribute trigger, Definition definition)
    {
        Method = method;
        Trigger = trigger;
        Definition = definition;
        Output = method.GetCustomAttribute<QueueOutputAttribute>();
        Result = ReturnValue.Of(method.ReturnType);
    }

    public string Name => Definition.Name;

    public MethodInfo Method { get; }

    public TriggerBindingAttribute Trigger { get; }

    public QueueOutputAttribute? Output { get; }

    public Definition Definition { get; }

    public ReturnValue Result { get; }

    /// <summary>A disabled function is neither listened for nor routed to; it can be started by hand.</summary>
    public bool IsDisabled { get; set; }

    public static DiscoveredFunction From(MethodInfo method, string name)
    {
        var entryPoint = $"{method.DeclaringType!.FullName!.Replace('+', '.')}.{method.Name}";
        TriggerBindingAttribute? trigger = null;
        var triggerName = "";
        var parameters = ImmutableArray.CreateBuilder<FunctionParameter>();
        foreach (var parameter in method.GetParameters())
        {
            var attribute = parameter.GetCustomAttribute<TriggerBindingAttribute>();
            if (attribute is not null)
            {
                trigger = trigger is null
                    ? attribute
                    : throw new InvalidOperationException($"The function {name} ({entryPoint}) has two triggers.");
                triggerName = parameter.Name!;
            }

            parameters.Add(Describe(parameter, attribute));
        }

        var type = trigger switch
        {
            HttpTriggerAttribute => "httpTrigger",
            TimerTriggerAttribute => "timerTrigger",
            BlobTriggerAttribute => "blobTrigger",
            QueueTriggerAttribute => "queueTrigger",
            _ => throw new InvalidOperationException($"The function {name} ({entryPoint}) has no trigger."),
        };
        var output =
            trigger is HttpTriggerAttribute ? new Binding("$return", "http", BindingDirection.Out)
            : method.IsDefined(typeof(QueueOutputAttribute)) ? new Binding("$return", "queue", BindingDirection.Out)
            : null;
        var definition = new Definition(
            name,
            entryPoint,
            Path.Combine(AppContext.BaseDirectory, $"{method.DeclaringType.Assembly.GetName().Name}.dll"),
            parameters.ToImmutable(),
            new Binding(triggerName, type, BindingDirection.In),
            output
        );
        return new DiscoveredFunction(method, trigger, definition);
    }

    private static FunctionParameter Describe(ParameterInfo parameter, TriggerBindingAttribute? attribute) =>
        new(
            parameter.Name!,
            parameter.ParameterType,
            parameter.HasDefaultValue,
            parameter.HasDefaultValue ? parameter.DefaultValue : null,
            attribute is null
                ? ImmutableDictionary<string, object>.Empty
                : new Dictionary<string, object>(StringComparer.Ordinal) { ["bindingAttribute"] = attribute }
        );
}
