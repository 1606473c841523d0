using System.Reflection;
using System.Runtime.CompilerServices;
using Xvma.Sync;

namespace Xvma.Architecture.Tests;

/// <summary>A cell is where it is: a copy of one, made by whatever handles it by value, is another cell.</summary>
internal static class CellRule
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Cells = [typeof(AtomicInt64<>), typeof(AtomicFlag<>), typeof(AtomicRef<,>), typeof(AtomicValue<,>), typeof(Memo<,>)];

    /// <summary>Every place in these types that holds a cell by value and is not a plain field.</summary>
    public static IEnumerable<string> Violations(IEnumerable<Type> types) => types.SelectMany(OfType);

    private static IEnumerable<string> OfType(Type type)
    {
        foreach (var field in type.GetFields(All).Where(field => Holds(field.FieldType)))
        {
            if (field.IsInitOnly) yield return $"{type}.{field.Name} is a readonly field: every use of it would be of a copy";
            if (type.IsDefined(typeof(CompilerGeneratedAttribute))) yield return $"{type}.{field.Name} is a captured copy";
            if (!IsCell(field.FieldType) && !ContainsCell(field.FieldType)) yield return $"{type}.{field.Name} is a generic type over a cell";
        }

        foreach (var property in type.GetProperties(All).Where(property => Holds(property.PropertyType)))
            yield return $"{type}.{property.Name} is a property";

        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            if (method is MethodInfo { ReturnType: var returned } && Holds(returned)) yield return $"{type}.{method.Name} returns a cell";
            foreach (var parameter in method.GetParameters())
            {
                if (Holds(parameter.ParameterType)) yield return $"{type}.{method.Name}: the parameter {parameter.Name} is a copy";
                if (parameter.IsIn && Holds(parameter.ParameterType.GetElementType()!)) yield return $"{type}.{method.Name}: the parameter {parameter.Name} is readonly";
            }

            foreach (var local in method.GetMethodBody()?.LocalVariables.Where(local => Holds(local.LocalType)) ?? [])
                yield return $"{type}.{method.Name}: local {local.LocalIndex} is a copy";
        }
    }

    // By value: the cell itself, a struct with one inside, or a collection or delegate that would hand out copies.
    private static bool Holds(Type type) =>
        !type.IsByRef && !type.IsPointer && !type.IsArray
        && (IsCell(type) || ContainsCell(type) || (!type.IsByRefLike && type.IsGenericType && type.GetGenericArguments().Any(Holds)));

    private static bool IsCell(Type type) => type.IsGenericType && Cells.Contains(type.GetGenericTypeDefinition());

    private static bool ContainsCell(Type type) =>
        type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && !IsCell(type) && !IsOfRuntime(type)
        && type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Any(field => field.FieldType != type && (IsCell(field.FieldType) || ContainsCell(field.FieldType)));

    private static bool IsOfRuntime(Type type) => type.Assembly == typeof(object).Assembly;
}
