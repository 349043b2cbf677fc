using System.Reflection;
using System.Reflection.Emit;
using Avance.FunctionsHost.Worker;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.WebJobs;
using Binder = Microsoft.Azure.WebJobs.Binder;

namespace Avance.FunctionsHost.Triggers;

/// <summary>
/// Makes a class with a method for each function with a queue or blob trigger, since the WebJobs SDK finds functions by the
/// attributes of methods. The host in Azure does the same.
/// </summary>
internal static class TriggerMethods
{
    // Azure's name, which is part of the address for events and of poison messages.
    public const string TypeName = "Host.Functions";

    // The project file lets this assembly see the internals of this one.
    private const string AssemblyName = "Avance.FunctionsHost.Dynamic";

    public static Type Create(IEnumerable<Function> functions, Func<string, string> resolve)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(AssemblyName), AssemblyBuilderAccess.Run);
        var type = assembly
            .DefineDynamicModule(AssemblyName)
            .DefineType(
                TypeName,
                TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.Class,
                typeof(TriggeredFunctions)
            );
        DefineConstructor(type);
        foreach (var function in functions)
        {
            DefineMethod(type, function, resolve);
        }

        return type.CreateType();
    }

    private static void DefineConstructor(TypeBuilder type)
    {
        var inherited = typeof(TriggeredFunctions)
            .GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance)
            .Single();
        Type[] parameters = [.. inherited.GetParameters().Select(parameter => parameter.ParameterType)];
        var body = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, parameters)
            .GetILGenerator();
        body.Emit(OpCodes.Ldarg_0);
        body.Emit(OpCodes.Ldarg_1);
        body.Emit(OpCodes.Call, inherited);
        body.Emit(OpCodes.Ret);
    }

    // Its body is: return InvokeAsync("name", input, binder, cancellationToken);
    private static void DefineMethod(TypeBuilder type, Function function, Func<string, string> resolve)
    {
        var (input, trigger) = TriggerOf(function, resolve);
        var method = type.DefineMethod(
            function.Name,
            MethodAttributes.Public,
            typeof(Task),
            [input, typeof(Binder), typeof(CancellationToken)]
        );
        method.SetCustomAttribute(
            new CustomAttributeBuilder(typeof(FunctionNameAttribute).GetConstructor([typeof(string)])!, [function.Name])
        );
        method.DefineParameter(1, ParameterAttributes.None, function.ParameterName).SetCustomAttribute(trigger);
        method.DefineParameter(2, ParameterAttributes.None, "__binder");
        method.DefineParameter(3, ParameterAttributes.None, "__cancellationToken");
        var body = method.GetILGenerator();
        body.Emit(OpCodes.Ldarg_0);
        body.Emit(OpCodes.Ldstr, function.Name);
        body.Emit(OpCodes.Ldarg_1);
        body.Emit(OpCodes.Ldarg_2);
        body.Emit(OpCodes.Ldarg_3);
        body.Emit(
            OpCodes.Call,
            typeof(TriggeredFunctions).GetMethod(
                nameof(TriggeredFunctions.InvokeAsync),
                [typeof(string), input, typeof(Binder), typeof(CancellationToken)]
            )!
        );
        body.Emit(OpCodes.Ret);
    }

    private static (Type Input, CustomAttributeBuilder Trigger) TriggerOf(
        Function function,
        Func<string, string> resolve
    ) =>
        function.TriggerType switch
        {
            "queueTrigger" => (
                typeof(QueueMessage),
                Attribute<QueueTriggerAttribute>(resolve(function.Text("queueName")!), function)
            ),
            "blobTrigger" => (
                function.IsDeferred ? typeof(ParameterBindingData) : typeof(string),
                Attribute<BlobTriggerAttribute>(resolve(function.Text("path")!), function)
            ),
            var other => throw new NotSupportedException($"The function {function.Name} has a trigger '{other}'."),
        };

    private static CustomAttributeBuilder Attribute<T>(string path, Function function)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        if (function.Text("connection") is { Length: > 0 } connection)
        {
            properties[nameof(BlobTriggerAttribute.Connection)] = connection;
        }

        if (Enum.TryParse<BlobTriggerSource>(function.Text("source"), out var source))
        {
            properties[nameof(BlobTriggerAttribute.Source)] = source;
        }

        return new CustomAttributeBuilder(
            typeof(T).GetConstructor([typeof(string)])!,
            [path],
            [.. properties.Keys.Select(name => typeof(T).GetProperty(name)!)],
            [.. properties.Values]
        );
    }
}
