using System.Linq.Expressions;
using System.Reflection;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Filters;

/// <summary>Translates the conditions that the service can evaluate, and refuses all others.</summary>
internal static class ExpressionFilter
{
    private static readonly Dictionary<ExpressionType, string> Comparisons = new()
    {
        [ExpressionType.Equal] = "eq",
        [ExpressionType.NotEqual] = "ne",
        [ExpressionType.LessThan] = "lt",
        [ExpressionType.LessThanOrEqual] = "le",
        [ExpressionType.GreaterThan] = "gt",
        [ExpressionType.GreaterThanOrEqual] = "ge",
    };

    /// <summary>The filter; null when the condition is plainly true.</summary>
    /// <exception cref="NotSupportedException">The service cannot evaluate the condition.</exception>
    public static string? Translate(LambdaExpression filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var text = Condition(filter.Body);
        return text == "true" ? null : text;
    }

    private static string Condition(Expression expression) =>
        expression switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso } and =>
                $"({Condition(and.Left)}) and ({Condition(and.Right)})",
            BinaryExpression { NodeType: ExpressionType.OrElse } or =>
                $"({Condition(or.Left)}) or ({Condition(or.Right)})",
            UnaryExpression { NodeType: ExpressionType.Not } not => $"not ({Condition(not.Operand)})",
            BinaryExpression comparison when Comparisons.TryGetValue(comparison.NodeType, out var name) => Comparison(
                comparison,
                name
            ),
            MethodCallExpression { Method: { Name: "Equals", IsStatic: false }, Arguments: [var right] } call =>
                $"{Operand(call.Object!)} eq {Operand(right)}",
            MethodCallExpression { Method: { Name: "Equals", IsStatic: true }, Arguments: [var left, var right] } =>
                $"{Operand(left)} eq {Operand(right)}",
            _ when !UsesEntity(expression) => ODataLiteral.Of(Evaluate(expression)),
            _ when TryColumn(expression, out var column) => $"{column} eq true",
            _ => throw Unsupported(expression),
        };

    // a.CompareTo(b) < 0 and string.Compare(a, b) < 0 both mean a lt b: the service compares strings by ordinal.
    private static string Comparison(BinaryExpression comparison, string name) =>
        comparison.Left is MethodCallExpression call && IsZero(comparison.Right)
            ? call switch
            {
                { Method: { Name: "CompareTo", IsStatic: false }, Arguments: [var right] } =>
                    $"{Operand(call.Object!)} {name} {Operand(right)}",
                { Method: { Name: "Compare", IsStatic: true }, Arguments: [var left, var right] } =>
                    $"{Operand(left)} {name} {Operand(right)}",
                _ when TryColumn(call, out var column) => $"{column} {name} {Operand(comparison.Right)}",
                _ => throw Unsupported(call),
            }
            : $"{Operand(comparison.Left)} {name} {Operand(comparison.Right)}";

    private static string Operand(Expression expression) =>
        TryColumn(expression, out var column) ? column
        : UsesEntity(expression) ? throw Unsupported(expression)
        : Evaluate(expression) is { } value ? ODataLiteral.Of(value)
        : throw new NotSupportedException("The service stores no null and compares with none.");

    private static bool TryColumn(Expression expression, out string column)
    {
        column = "";
        switch (expression)
        {
            // Enum values are stored by name, and the compiler has made a number of the constant.
            case UnaryExpression { NodeType: ExpressionType.Convert } convert
                when !(Nullable.GetUnderlyingType(convert.Operand.Type) ?? convert.Operand.Type).IsEnum:
                return TryColumn(convert.Operand, out column);
            case MemberExpression { Member.Name: "Value", Expression: { } nullable }
                when Nullable.GetUnderlyingType(nullable.Type) is not null:
                return TryColumn(nullable, out column);
            case MemberExpression { Expression: ParameterExpression, Member: PropertyInfo property }:
                column =
                    property.Name == nameof(Models.TableItem.Name) && property.DeclaringType == typeof(Models.TableItem)
                        ? "TableName"
                        : EntityMember.NameOf(property);
                return true;
            case MethodCallExpression { Object: ParameterExpression entity, Arguments: [var name] } getter
                when entity.Type == typeof(TableEntity)
                    && getter.Method.Name.StartsWith("Get", StringComparison.OrdinalIgnoreCase):
                column = (string)Evaluate(name)!;
                return true;
            default:
                return false;
        }
    }

    private static bool IsZero(Expression expression) => expression is ConstantExpression { Value: 0 };

    private static object? Evaluate(Expression expression) =>
        expression is ConstantExpression constant
            ? constant.Value
            : Expression
                .Lambda<Func<object?>>(Expression.Convert(expression, typeof(object)))
                .Compile(preferInterpretation: true)();

    private static bool UsesEntity(Expression expression)
    {
        var search = new ParameterSearch();
        search.Visit(expression);
        return search.Found;
    }

    private static NotSupportedException Unsupported(Expression expression) =>
        new($"The expression {expression} cannot be translated to a filter.");

    private sealed class ParameterSearch : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found = true;
            return node;
        }
    }
}
