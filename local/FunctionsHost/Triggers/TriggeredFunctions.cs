using System.Text.Json;
using Avance.FunctionsHost.Protocol;
using Azure.Storage.Queues.Models;
using Google.Protobuf;
using Microsoft.Azure.WebJobs;

namespace Avance.FunctionsHost.Triggers;

/// <summary>Passes what the WebJobs SDK triggers to the worker. <see cref="TriggerMethods"/> derives a class from it.</summary>
internal abstract class TriggeredFunctions(HostedTriggers triggers)
{
    public Task InvokeAsync(string name, QueueMessage input, Binder binder, CancellationToken cancellationToken) =>
        InvokeAsync(name, new TypedData { String = input.Body.ToString() }, binder, cancellationToken);

    public Task InvokeAsync(
        string name,
        ParameterBindingData input,
        Binder binder,
        CancellationToken cancellationToken
    ) =>
        InvokeAsync(
            name,
            new TypedData
            {
                ModelBindingData = new ModelBindingData
                {
                    Version = input.Version,
                    Source = input.Source,
                    ContentType = input.ContentType,
                    Content = ByteString.CopyFrom(input.Content.ToArray()),
                },
            },
            binder,
            cancellationToken
        );

    public Task InvokeAsync(string name, string input, Binder binder, CancellationToken cancellationToken) =>
        InvokeAsync(name, new TypedData { String = input }, binder, cancellationToken);

    private Task InvokeAsync(string name, TypedData input, Binder binder, CancellationToken cancellationToken)
    {
        var metadata = binder
            .BindingData.Where(pair => pair.Value is string or IFormattable)
            .Select(pair => KeyValuePair.Create(pair.Key, Data(pair.Value)));
        return triggers.InvokeAsync(name, input, metadata, cancellationToken);
    }

    private static TypedData Data(object value) =>
        value switch
        {
            string text => new TypedData { String = text },
            _ => new TypedData { Json = JsonSerializer.Serialize(value, value.GetType()) },
        };
}
