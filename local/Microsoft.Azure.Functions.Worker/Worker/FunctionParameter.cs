using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker;

public class FunctionParameter(
    string name,
    Type type,
    bool hasDefaultValue,
    object? defaultValue,
    IReadOnlyDictionary<string, object> properties
)
{
    public FunctionParameter(string name, Type type)
        : this(name, type, ImmutableDictionary<string, object>.Empty) { }

    public FunctionParameter(string name, Type type, IReadOnlyDictionary<string, object> properties)
        : this(name, type, hasDefaultValue: false, defaultValue: null, properties) { }

    public string Name { get; } = name;

    public Type Type { get; } = type;

    public bool HasDefaultValue { get; } = hasDefaultValue;

    public bool IsReferenceOrNullableType { get; } = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    public object? DefaultValue { get; } = defaultValue;

    /// <summary>The trigger's attribute, below <c>bindingAttribute</c>, if the parameter has one.</summary>
    public IReadOnlyDictionary<string, object> Properties { get; } = properties;
}
