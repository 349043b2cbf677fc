using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>A property of an entity class that is a column.</summary>
internal abstract class EntityMember<TEntity>(string name)
{
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public abstract void Write(Utf8JsonWriter writer, TEntity entity);

    public abstract void Read(ref Utf8JsonReader reader, TEntity entity);
}

internal static class EntityMember
{
    /// <summary>The column's name: the property's, unless <c>[DataMember(Name = "…")]</c> gives another.</summary>
    public static string NameOf(MemberInfo property) =>
        property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name;

    public static EntityMember<TEntity> Of<TEntity>(PropertyInfo property) =>
        (EntityMember<TEntity>)
            Activator.CreateInstance(
                typeof(EntityMember<,>).MakeGenericType(typeof(TEntity), property.PropertyType),
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions,
                binder: null,
                [property],
                culture: null
            )!;
}

/// <summary>Reads and writes through delegates, so that no value is boxed.</summary>
internal sealed class EntityMember<TEntity, TValue>(PropertyInfo property)
    : EntityMember<TEntity>(EntityMember.NameOf(property))
{
    private readonly PropertyName name = PropertyName.Of(EntityMember.NameOf(property));
    private readonly EdmType<TValue> type = EdmType.Of<TValue>();
    private readonly Func<TEntity, TValue>? get = property.GetMethod?.CreateDelegate<Func<TEntity, TValue>>();
    private readonly Action<TEntity, TValue>? set = property.SetMethod?.CreateDelegate<Action<TEntity, TValue>>();

    public override void Write(Utf8JsonWriter writer, TEntity entity)
    {
        if (get is not null && get(entity) is { } value)
        {
            type.Write(writer, name, value);
        }
    }

    public override void Read(ref Utf8JsonReader reader, TEntity entity)
    {
        if (reader.TokenType != JsonTokenType.Null)
        {
            set?.Invoke(entity, type.Read(ref reader));
        }
    }
}
