using Avance.FunctionsHost.TestApp;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// An app that the tests of a Functions host drive by HTTP: what they say happens, and what happened is told.
var storage = Environment.GetEnvironmentVariable("AzureWebJobsStorage")!;
await new QueueServiceClient(storage).GetQueueClient(MessageFunctions.Queue).CreateIfNotExistsAsync();
await new BlobServiceClient(storage).GetBlobContainerClient(BlobFunctions.Container).CreateIfNotExistsAsync();
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddSingleton<Calls>();
builder.Services.AddSingleton(
    new QueueServiceClient(storage, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 })
);
builder.Services.AddSingleton(new BlobServiceClient(storage));

// So that the limit that shows is the host's.
builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
var generated = builder.Services.Last(service => service.ServiceType == typeof(IFunctionMetadataProvider));
builder.Services.AddSingleton<IFunctionMetadataProvider>(services => new WithBrokenFunction(
    (IFunctionMetadataProvider)(
        generated.ImplementationInstance
        ?? generated.ImplementationFactory?.Invoke(services)
        ?? ActivatorUtilities.CreateInstance(services, generated.ImplementationType!)
    )
));
await builder.Build().RunAsync();
