using System;
using System.Globalization;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>Types and values that nobody thought of: what is generated gives what reflection gives.</summary>
public sealed class ReflectionTests
{
    private static readonly string[] Scalars =
    [
        "bool", "char", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "nint", "decimal", "float", "double",
        "DateTime", "DateTimeOffset", "TimeSpan", "DateOnly", "TimeOnly", "Guid", "Color", "DayOfWeek", "string", "Uri", "Version", "object", "(int, string)", "byte[]", "List<int>",
    ];

    // What fills a value of any type from a seed, and what reflection makes of it.
    private const string Oracle = """
        public enum Color : byte { Red, Green = 7, Dark = Red }

        public static class Oracle
        {
            public static object? Make(Type type, Random random, int depth)
            {
                if (Nullable.GetUnderlyingType(type) is { } inner) { return random.Next(2) == 0 ? null : Make(inner, random, depth); }
                if (type == typeof(string)) { return random.Next(3) == 0 ? null : "s" + random.Next(100); }
                if (type == typeof(object)) { return random.Next(3) == 0 ? null : (object)random.Next(100); }
                if (type == typeof(bool)) { return random.Next(2) == 0; }
                if (type == typeof(char)) { return (char)random.Next(32, 1000); }
                if (type == typeof(decimal)) { return (decimal)random.NextDouble(); }
                if (type == typeof(float)) { return (float)random.NextDouble(); }
                if (type == typeof(double)) { return random.NextDouble(); }
                if (type == typeof(nint)) { return (nint)random.Next(); }
                if (type == typeof(DateTime)) { return new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), (DateTimeKind)random.Next(3)); }
                if (type == typeof(DateTimeOffset)) { return new DateTimeOffset(random.Next(1, 9000), 1, 2, 3, 4, 5, TimeSpan.FromMinutes(random.Next(-600, 600))); }
                if (type == typeof(TimeSpan)) { return new TimeSpan(random.NextInt64()); }
                if (type == typeof(DateOnly)) { return DateOnly.FromDayNumber(random.Next(100000)); }
                if (type == typeof(TimeOnly)) { return new TimeOnly(random.NextInt64(TimeSpan.TicksPerDay)); }
                if (type == typeof(Guid)) { var bytes = new byte[16]; random.NextBytes(bytes); return new Guid(bytes); }
                if (type == typeof(Uri)) { return random.Next(3) == 0 ? null : new Uri("http://example.org/" + random.Next()); }
                if (type == typeof(Version)) { return random.Next(3) == 0 ? null : new Version(random.Next(9), random.Next(9)); }
                if (type == typeof((int, string))) { return (random.Next(), "t"); }
                if (type == typeof(byte[])) { return random.Next(3) == 0 ? null : new byte[] { (byte)random.Next(256) }; }
                if (type.IsEnum) { return Enum.ToObject(type, random.Next(9)); }
                if (type.IsPrimitive) { return Convert.ChangeType(random.Next(100), type); }
                if (type.IsArray)
                {
                    if (random.Next(4) == 0) { return null; }
                    var array = Array.CreateInstance(type.GetElementType()!, random.Next(3));
                    for (var i = 0; i < array.Length; i++) { array.SetValue(Make(type.GetElementType()!, random, depth + 1), i); }
                    return array;
                }
                if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
                {
                    if (random.Next(4) == 0) { return null; }
                    var list = (System.Collections.IList)Activator.CreateInstance(type)!;
                    for (var i = random.Next(3); i > 0; i--) { list.Add(Make(type.GetGenericArguments()[0], random, depth + 1)); }
                    return list;
                }
                if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
                {
                    if (random.Next(4) == 0) { return null; }
                    var map = (System.Collections.IDictionary)Activator.CreateInstance(type)!;
                    for (var i = random.Next(3); i > 0; i--) { map["k" + i] = Make(type.GetGenericArguments()[1], random, depth + 1); }
                    return map;
                }
                if (depth > 0 && !type.IsValueType && random.Next(3) == 0) { return null; }
                var made = Activator.CreateInstance(type)!;
                foreach (var property in type.GetProperties().Where(property => property.CanWrite)) { property.SetValue(made, Make(property.PropertyType, random, depth + 1)); }
                return made;
            }

            private static bool IsOwn(Type type) => !type.IsArray && type.Name.StartsWith("Type");

            private static bool HoldsOwn(Type type) =>
                type.IsArray ? IsOwn(Nullable.GetUnderlyingType(type.GetElementType()!) ?? type.GetElementType()!)
                : type.IsGenericType && type.GetGenericTypeDefinition() != typeof(Nullable<>) && type.GetGenericArguments() is { } arguments && IsOwn(Nullable.GetUnderlyingType(arguments[^1]) ?? arguments[^1]);

            private static IEnumerable<System.Reflection.PropertyInfo> Properties(Type type) =>
                (type.BaseType is { } basis && basis != typeof(object) && basis != typeof(ValueType) ? Properties(basis) : [])
                    .Concat(type.GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.DeclaredOnly));

            public static object? Kept(object source, bool omit) => Map(source, omit, nest: false);

            public static Dictionary<string, object?> Map(object source, bool omit, bool nest)
            {
                var result = new Dictionary<string, object?>();
                foreach (var property in Properties(source.GetType()))
                {
                    var value = property.GetValue(source);
                    if (value is not null || !omit) { result.Add(property.Name, nest ? Form(value, property.PropertyType, item => Map(item, omit, nest: true)) : value); }
                }
                return result;
            }

            private static object? Form(object? value, Type type, Func<object, object> form)
            {
                if (value is null) { return null; }
                if (IsOwn(Nullable.GetUnderlyingType(type) ?? type)) { return form(value); }
                if (!HoldsOwn(type)) { return value; }
                if (value is System.Collections.IDictionary map)
                {
                    var mapped = new Dictionary<string, object?>();
                    foreach (System.Collections.DictionaryEntry entry in map) { mapped.Add((string)entry.Key, Form(entry.Value, type.GetGenericArguments()[1], form)); }
                    return mapped;
                }
                return ((System.Collections.IEnumerable)value).Cast<object?>().Select(item => Form(item, type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0], form)).ToList();
            }

            public static void Flatten(object? source, Type type, string prefix, bool omit, Dictionary<string, object?> result)
            {
                foreach (var property in Properties(type))
                {
                    var value = source is null ? null : property.GetValue(source);
                    var declared = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
                    if (IsOwn(declared)) { Flatten(value, declared, prefix + property.Name + ".", omit, result); }
                    else if (value is not null || !omit) { result.Add(prefix + property.Name, Form(value, property.PropertyType, item => Flat(item, omit))); }
                }
            }

            public static Dictionary<string, object?> Flat(object source, bool omit)
            {
                var result = new Dictionary<string, object?>();
                Flatten(source, source.GetType(), "", omit, result);
                return result;
            }

            /// <summary>The same entries in the same order, and the exact capacity.</summary>
            public static string Difference(object? left, object? right) => (left, right) switch
            {
                (Dictionary<string, object?> x, Dictionary<string, object?> y) =>
                    !x.Keys.SequenceEqual(y.Keys) ? $"keys {string.Join(",", x.Keys)} instead of {string.Join(",", y.Keys)}"
                    : x.EnsureCapacity(0) != new Dictionary<string, object?>(x.Count).EnsureCapacity(0) ? $"capacity {x.EnsureCapacity(0)} for {x.Count}"
                    : string.Concat(x.Select(pair => Difference(pair.Value, y[pair.Key]) is { Length: > 0 } found ? pair.Key + ": " + found : "")),
                (List<object?> x, List<object?> y) => x.Count != y.Count ? "count" : string.Concat(x.Zip(y, Difference)),
                _ => Equals(left, right) ? "" : $"{left} instead of {right}",
            };
        }
        """;

    [Fact]
    public void What_is_generated_is_what_reflection_gives()
    {
        var shapes = Gen.Sample(Gen.ArrayOf(Members()), 40, 30).Where(shape => shape.Length > 0).ToArray();
        var source = new StringBuilder(Oracle);
        for (var i = 0; i < shapes.Length; i++)
        {
            Write(source, i, shapes[i], isStruct: i % 5 == 4, basis: i % 7 == 6 && i % 5 is not (0 or 4) ? i - 1 : -1);
        }

        source.Append("""

            public static class Checks
            {
                public static string One(Type type, int seed, params (string Name, Func<object, object?> Generated, Func<object, object?> Reflected)[] checks)
                {
                    var value = Oracle.Make(type, new Random(seed), 0)!;
                    return string.Concat(checks.Select(check => Oracle.Difference(check.Generated(value), check.Reflected(value)) is { Length: > 0 } found ? $"{type.Name} {check.Name} seed {seed}: {found}\n" : ""));
                }

            """);
        source.Append("    public static string All(int seed) => \"\"");
        for (var i = 0; i < shapes.Length; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $"""

                        + One(typeof(Type{i}), seed + {i},
                            ("kept", value => Mapper{i}.Kept((Type{i})value), value => Oracle.Kept(value, false)),
                            ("omitted", value => Mapper{i}.Omitted((Type{i})value), value => Oracle.Kept(value, true)),
                            ("nested", value => Mapper{i}.Nested((Type{i})value), value => Oracle.Map(value, false, true)),
                            ("nested and omitted", value => Mapper{i}.NestedOmitted((Type{i})value), value => Oracle.Map(value, true, true)),
                            ("flat", value => Mapper{i}.Flat((Type{i})value), value => Oracle.Flat(value, false)),
                            ("flat and omitted", value => Mapper{i}.FlatOmitted((Type{i})value), value => Oracle.Flat(value, true)))
                """);
        }

        source.Append(";\n}\n");
        var test = GeneratorTest.Run($$"""
            #nullable enable
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using DictionaryAnalyzers;

            {{source}}
            public static class Program { public static Func<int, string> Run() => Checks.All; }
            """);
        var all = (Func<int, string>)test.Call()!;

        Prop.ForAll<int>(seed => all(seed & 0xFFFFFF) is { Length: > 0 } found ? throw new InvalidOperationException(found.Split('\n')[0]) : true).Check(Config.QuickThrowOnFailure);
    }

    /// <summary>A member: which type, whether it may be null, and whether it is an object, a list or a dictionary of the type before.</summary>
    private static Gen<(string Type, bool IsNullable, int Nest)> Members() =>
        from type in Gen.Elements(Scalars)
        from isNullable in Gen.Elements(true, false)
        from nest in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(1, 4)))
        select (type, isNullable, nest);

    private static void Write(StringBuilder source, int index, (string Type, bool IsNullable, int Nest)[] members, bool isStruct, int basis)
    {
        source.Append(CultureInfo.InvariantCulture, $"\npublic {(isStruct ? "struct" : "class")} Type{index}{(basis >= 0 ? $" : Type{basis}" : "")}\n{{\n");
        for (var i = 0; i < members.Length; i++)
        {
            var (scalar, isNullable, nest) = members[i];
            // Objects of the type two before, so that none leads back and sizes stay small.
            var inner = index >= 2 && i < 4 && basis != index - 2 ? $"Type{index - 2}" : null;
            var type = inner is null ? scalar : nest switch { 1 => inner, 2 => inner + "[]", 3 => $"List<{inner}?>", 4 => $"Dictionary<string, {inner}>", _ => scalar };
            var initializer = isNullable || isStruct ? "" : " = default!;";
            source.Append(CultureInfo.InvariantCulture, $"    public {type}{(isNullable ? "?" : "")} M{index}_{i} {{ get; set; }}{initializer}\n");
        }

        source.Append("}\n");
        source.Append(CultureInfo.InvariantCulture, $$"""

            [DictionaryMapper]
            public static partial class Mapper{{index}}
            {
                public static partial Dictionary<string, object?> Kept(Type{{index}} value);
                [DictionaryMapping(NullValues = NullValues.Omit)]
                public static partial Dictionary<string, object?> Omitted(Type{{index}} value);
                [DictionaryMapping(NestedObjects = NestedObjects.Nest)]
                public static partial Dictionary<string, object?> Nested(in Type{{index}} value);
                [DictionaryMapping(NestedObjects = NestedObjects.Nest, NullValues = NullValues.Omit)]
                public static partial Dictionary<string, object?> NestedOmitted(Type{{index}} value);
                [DictionaryMapping(NestedObjects = NestedObjects.Flatten, Exclude = new string[0])]
                public static partial Dictionary<string, object?> Flat(Type{{index}} value);
                [DictionaryMapping(NestedObjects = NestedObjects.Flatten, NullValues = NullValues.Omit)]
                public static partial Dictionary<string, object?> FlatOmitted(Type{{index}} value);
            }

            """);
    }
}
