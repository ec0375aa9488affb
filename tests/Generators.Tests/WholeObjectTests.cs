using System;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>On the way back no code of the user ever sees half an object: not what sets X, which looks at Y, which is set by nobody's code.</summary>
public sealed class WholeObjectTests
{
    private const string Seeing = "{ get => x; set { Log.Text += $\"[{Y}]\"; x = value; } }";

    private const string Head = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.Linq;
        using DictionaryAnalyzers;

        public static class Log { public static string Text = ""; }

        """;

    private const string Mapper = """

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial Made From(IReadOnlyDictionary<string, object?> values);
            public static partial bool Try(IReadOnlyDictionary<string, object?> values, out Made made);
        }

        """;

    private const string Program = """

        public static class Program
        {
            public static object? Run()
            {
                var made = Mapper.From(new Dictionary<string, object?> { ["X"] = 1, ["Y"] = 2 });
                var log = Log.Text + made.X + made.Y;
                Log.Text = "";
                var wrong = new Dictionary<string, object?> { ["X"] = 1, ["Y"] = "no" };
                try { Mapper.From(wrong); } catch (FormatException) { log += "|wrong"; }
                return log + Mapper.Try(wrong, out _) + Log.Text;
            }
        }
        """;

    [Theory]
    [InlineData("public class Made { int x; public int X " + Seeing + " public int Y { get; set; } }")]
    [InlineData("public struct Made { int x; public int X " + Seeing + " public int Y { get; set; } }")]
    [InlineData("public record Made { int x; public int X " + Seeing + " public int Y { get; set; } }")]
    [InlineData("public record struct Made { int x; public int X " + Seeing + " [DictionaryKey(\"Y\")] public int Y; }")]
    [InlineData("public class Base { public virtual int X { get; set; } public int Y { get; set; } } public class Made : Base { int x; public override int X " + Seeing + " }")]
    [InlineData("public class Base { public virtual int X { get; set; } public int Y { get; set; } } public class Made : Base { public override int X { set { Log.Text += $\"[{Y}]\"; base.X = value; } } }")]
    [InlineData("public class Base<T> { public virtual T? X { get; set; } public int Y { get; set; } } public class Made : Base<int> { public override int X { set { Log.Text += $\"[{Y}]\"; base.X = value; } } }")]
    [InlineData("public class Base { public virtual int X { get; set; } public int Y { get; set; } } public class Middle : Base { public override int X { get => base.X; } } public class Made : Middle { public override int X { set { Log.Text += $\"[{Y}]\"; base.X = value; } } }")]
    [InlineData("public class Base { public virtual int X { get; set; } public int Y { get; set; } } public class Middle : Base { public override int X { set { Log.Text += $\"[{Y}]\"; base.X = value; } } } public class Made : Middle { public override int X { get => base.X; } }")]
    [InlineData("public class Base { int x; public virtual int X " + Seeing + " public int Y { get; set; } } public class Made : Base { public override int X => base.X; }")]
    [InlineData("public class Base { public virtual int X { get; set; } } public class Middle : Base { public new virtual int X { get; set; } public int Y { get; set; } } public class Made : Middle { public override int X { set { Log.Text += $\"[{Y}]\"; base.X = value; } } }")]
    [InlineData("public abstract class Base { public abstract int X { get; set; } public int Y { get; set; } } public class Made : Base { int x; public override int X " + Seeing + " }")]
    [InlineData("public class Made { public int X { get; set { Log.Text += $\"[{Y}]\"; field = value; } } public int Y { get; set; } }")]
    [InlineData("public class Made { public int X { get => field; set { Log.Text += $\"[{Y}]\"; field = value; } } = 5; public int Y { get => field; set; } }")]
    [InlineData("public partial class Made { public partial int X { get; set; } public int Y { get; set; } } partial class Made { int x; public partial int X " + Seeing + " }")]
    [InlineData("public partial class Made { public partial int X { get; set; } public int Y { get; set; } }", "partial class Made { int x; public partial int X " + Seeing + " }")]
    [InlineData("public partial class Base { public virtual partial int X { get; set; } public int Y { get; set; } } public class Made : Base { public override int X => base.X; }", "partial class Base { int x; public virtual partial int X " + Seeing + " }")]
    public void What_sets_a_member_sees_the_others(string types, string? unseen = null) =>
        Assert.Equal("[2]12|wrongFalse", GeneratorTest.Run(Head + types + Mapper + Program, languageVersion: LanguageVersion.Preview, unseen: unseen).Call());

    [Theory]
    [InlineData("public class Made { int x; public int X { get => x; set => x = value; } public int Y { get; set; } }", true)]
    [InlineData("public class Made { public int X { get; set => field = value + 1; } public int Y { get; set; } }", true)]
    [InlineData("public partial class Made { public partial int X { get; set; } public int Y { get; set; } } partial class Made { int x; public partial int X { get => x; set => x = value; } }", true)]
    [InlineData("public class Base { public virtual int X { get; set; } public int Y { get; set; } } public class Made : Base { public override int X { set => base.X = value; } }", true)]
    [InlineData("public class Base { public virtual int X { get; set; } public int Y { get; set; } } public class Made : Base { public override int X { get => base.X; } }", false)]
    [InlineData("public class Made { public int X { get; set; } public int Y { get; set; } }", false)]
    [InlineData("public struct Made { public int X { get; set; } public int Y { get; set; } }", false)]
    [InlineData("public record struct Made(int Z) { public int X { get; set; } public int Y { get; set; } }", false)]
    public void A_library_that_is_compiled_is_no_exception(string types, bool isSetLast)
    {
        var library = GeneratorTest.Compile([types], languageVersion: LanguageVersion.Preview).WithAssemblyName("Library");
        foreach (var image in new[] { GeneratorTest.Image(library), GeneratorTest.Image(library, isReferenceAssembly: true), library.ToMetadataReference() })
        {
            var text = GeneratorTest.Run(Head + Mapper, libraries: image).Text;
            var isChecked = text.IndexOf("&& reading.ErrorCount > 0", StringComparison.Ordinal);

            Assert.Equal(isSetLast, text.IndexOf("__result.X = ", StringComparison.Ordinal) > isChecked);
            Assert.InRange(text.IndexOf("__result.Y = ", StringComparison.Ordinal), 1, isChecked);
        }
    }

    [Theory]
    [InlineData("public class Made { public int X { get; set; } int? y; public int Y { get => y ?? X * 2; set { y = value; Log.Text += \"set\"; } } }", "14,20")]
    [InlineData("public class Made(int x) { public int X { get; set; } = x; int? y; public int Y { get => y ?? X * 2; set { y = value; Log.Text += \"set\"; } } }", "14,20")]
    [InlineData("public struct Made { public int X { get; set; } int? y; public int Y { readonly get => y ?? X * 2; set { y = value; Log.Text += \"set\"; } } }", "14,20")]
    public void Nobody_is_asked_for_what_is_not_there(string type, string expected) => Assert.Equal(expected, GeneratorTest.Run(Head + type + Mapper + """

        public static class Program
        {
            public static object? Run()
            {
                var made = Mapper.From(new Dictionary<string, object?> { ["X"] = 7 });
                var first = made.Y;
                made.X = 10;
                return first + "," + made.Y + Log.Text;
            }
        }
        """).Call());

    [Fact]
    public void A_getter_that_throws_before_its_member_is_set_is_not_called() => Assert.Equal("1unset", GeneratorTest.Run(Head + """
        public class Made { public int X { get; set; } string? y; public string Y { get => y ?? throw new InvalidOperationException("unset"); set => y = value; } }
        """ + Mapper + """

        public static class Program
        {
            public static object? Run()
            {
                var made = Mapper.From(new Dictionary<string, object?> { ["X"] = 1 });
                try { return made.Y; } catch (InvalidOperationException exception) { return made.X + exception.Message; }
            }
        }
        """).Call());

    [Fact]
    public void What_is_filled_is_asked_for_at_the_end() => Assert.Equal("XL[2]1|", GeneratorTest.Run(Head + """
        public class Made { readonly List<int> l = []; public List<int> L { get { Log.Text += $"L[{Y}]"; return l; } } int x; public int X { get => x; set { Log.Text += "X"; x = value; } } public int Y { get; set; } }
        """ + Mapper + """

        public static class Program
        {
            public static object? Run()
            {
                Mapper.From(new Dictionary<string, object?> { ["L"] = new List<int> { 5 }, ["X"] = 1, ["Y"] = 2 });
                var log = Log.Text;
                Log.Text = "";
                var made = Mapper.Try(new Dictionary<string, object?> { ["L"] = new List<int> { 5 }, ["X"] = 1, ["Y"] = "no" }, out _);
                return log + (made ? 0 : 1) + "|" + Log.Text;
            }
        }
        """).Call());
}
