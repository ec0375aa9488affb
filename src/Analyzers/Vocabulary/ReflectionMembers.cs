using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>The table of what lists the members of a type by reflection, and of what reads their values from an object.</summary>
internal static class ReflectionMembers
{
    private const string Reflection = "System.Reflection";
    private const string ComponentModel = "System.ComponentModel";

    /// <summary>Whether an object of <paramref name="type"/> stands for a property or field that a value can be read of.</summary>
    public static bool IsMember(ITypeSymbol? type) => type?.Name switch
    {
        "PropertyInfo" or "FieldInfo" or "MemberInfo" => type.IsNamed(Reflection, type.Name),
        "PropertyDescriptor" => type.IsNamed(ComponentModel, type.Name),
        _ => false,
    };

    /// <summary>The read that <paramref name="operation"/> is; null for anything else, and where a static member or an indexer is read.</summary>
    public static MemberRead? ReadOf(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "GetValue", Instance: { } member } call when IsReadable(call.TargetMethod.ContainingType) && !IsIndexed(call) =>
            Of(call, member, call.Argument(0)),
        IInvocationOperation { TargetMethod.Name: "Invoke", Instance: { } getter } call
            when call.TargetMethod.ContainingType.IsNamed(Reflection, "MethodBase") && HasNoArguments(call) => Of(call, getter, call.Argument(0)),

        // An argument that is dynamic makes the whole call dynamic.
        IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { MemberName: "GetValue", Instance: { } member }, Arguments: [var source, ..] } call
            when member.Type is { TypeKind: TypeKind.Dynamic } || IsReadable(member.Type) => Of(call, member, source),
        _ => null,
    };

    /// <summary>The property whose getter <paramref name="method"/> is: <c>p.GetMethod</c>, <c>p.GetGetMethod()</c>; null for another method.</summary>
    public static IOperation? OwnerOfGetter(IOperation method) => method switch
    {
        IPropertyReferenceOperation { Property.Name: "GetMethod", Instance: { } property } when IsMember(property.Type) => property.ResolvedReceiver(),
        IInvocationOperation { TargetMethod.Name: "GetGetMethod", Instance: { } property } when IsMember(property.Type) => property.ResolvedReceiver(),
        _ => null,
    };

    /// <summary>Whether <paramref name="operation"/> makes a list of the members of a type, and of which: the type, or the object whose type it is.</summary>
    public static bool Lists(IOperation operation, out IOperation? of)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { Name: "GetProperties" or "GetFields" or "GetMembers" } method, Instance: { } type } when IsType(method.ContainingType):
                of = type.ResolvedReceiver();
                return true;
            case IInvocationOperation { TargetMethod: { IsStatic: true } method } call when ListsByExtension(method):
                of = call.Argument(0);
                return true;
            case IInvocationOperation { TargetMethod: { Name: "GetProperties" } method } when method.ContainingType.IsNamed(ComponentModel, "ICustomTypeDescriptor"):
                of = null;
                return true;
            case IPropertyReferenceOperation { Property: { Name: "DeclaredProperties" or "DeclaredFields" or "DeclaredMembers" } property, Instance: { } type } when property.ContainingType.IsNamed(Reflection, "TypeInfo"):
                of = type.ResolvedReceiver();
                return true;
            case IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { MemberName: "GetProperties" or "GetFields", Instance: { } type } }:
                of = type;
                return true;
            default:
                of = null;
                return false;
        }
    }

    /// <summary>The name under which <paramref name="operation"/> looks up one member of a type; null where it does not.</summary>
    public static IOperation? LookedUpName(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "GetProperty" or "GetField" } method } call when IsType(method.ContainingType) => call.Argument(0),
        IInvocationOperation { TargetMethod: { Name: "GetRuntimeProperty" or "GetRuntimeField" or "GetProperty" or "GetField", IsStatic: true } method } call
            when method.ContainingType.IsNamed(Reflection, "RuntimeReflectionExtensions") || method.ContainingType.IsNamed(Reflection, "TypeExtensions") => call.Argument(1),
        IInvocationOperation { TargetMethod: { Name: "GetDeclaredProperty" or "GetDeclaredField" } method } call when method.ContainingType.IsNamed(Reflection, "TypeInfo") => call.Argument(0),
        IInvocationOperation { TargetMethod: { Name: "Find" } method } call when method.ContainingType.IsNamed(ComponentModel, "PropertyDescriptorCollection") => call.Argument(0),
        IPropertyReferenceOperation { Property: { IsIndexer: true } property } access
            when property.ContainingType.IsNamed(ComponentModel, "PropertyDescriptorCollection") && access.Argument(0) is { Type.SpecialType: SpecialType.System_String } name => name,
        _ => null,
    };

    private static MemberRead? Of(IOperation call, IOperation member, IOperation? source) =>
        source is null || source.Unwrapped().ConstantValue is { HasValue: true, Value: null } ? null : new MemberRead(call, member.ResolvedReceiver().Unwrapped(), source.Unwrapped());

    private static bool ListsByExtension(IMethodSymbol method) => method.Name switch
    {
        "GetRuntimeProperties" or "GetRuntimeFields" => method.ContainingType.IsNamed(Reflection, "RuntimeReflectionExtensions"),
        "GetFields" or "GetMembers" => method.ContainingType.IsNamed(Reflection, "TypeExtensions"),
        "GetProperties" => method.ContainingType.IsNamed(Reflection, "TypeExtensions") || method.ContainingType.IsNamed(ComponentModel, "TypeDescriptor"),
        _ => false,
    };

    private static bool IsReadable(ITypeSymbol? type) => type?.Name is not "MemberInfo" && IsMember(type);

    private static bool IsType(INamedTypeSymbol type) => type.IsNamed("System", "Type") || type.IsNamed(Reflection, "TypeInfo") || type.IsNamed(Reflection, "IReflect");

    // 'p.GetValue(o, new object[] { 3 })'
    private static bool IsIndexed(IInvocationOperation call) =>
        call.TargetMethod.Parameters.FirstOrDefault(parameter => parameter.Name == "index") is { } index && call.Argument(index.Ordinal) is { } given && !IsEmpty(given);

    private static bool HasNoArguments(IInvocationOperation call) =>
        call.TargetMethod.Parameters.FirstOrDefault(parameter => parameter.Name == "parameters") is { } given && call.Argument(given.Ordinal) is { } arguments && IsEmpty(arguments);

    private static bool IsEmpty(IOperation array) => array.Unwrapped() switch
    {
        { ConstantValue: { HasValue: true, Value: null } } => true,
        IArrayCreationOperation { Initializer.ElementValues.Length: var length } => length == 0,
        IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => true,
        ICollectionExpressionOperation { Elements.Length: 0 } => true,
        IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array } } => true,
        IFieldReferenceOperation { Field: { Name: "EmptyTypes" } } => true,
        _ => false,
    };
}
