using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker.Hosting;

internal sealed class Definition(
    string name,
    string entryPoint,
    string pathToAssembly,
    ImmutableArray<FunctionParameter> parameters,
    Binding trigger,
    Binding? output
) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters => parameters;

    public override string PathToAssembly => pathToAssembly;

    public override string EntryPoint => entryPoint;

    public override string Id => name;

    public override string Name => name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(trigger.Name, trigger);

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } =
        output is null
            ? ImmutableDictionary<string, BindingMetadata>.Empty
            : ImmutableDictionary<string, BindingMetadata>.Empty.Add(output.Name, output);
}

internal sealed class Binding(string name, string type, BindingDirection direction) : BindingMetadata
{
    public override string Name => name;

    public override string Type => type;

    public override BindingDirection Direction => direction;
}
