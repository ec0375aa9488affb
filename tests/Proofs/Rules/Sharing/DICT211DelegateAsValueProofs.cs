using System;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

// The lambda is not called and the cast of what is stored throws; as the factory it is called once.
public class DICT211DelegateAsValueProofs
{
    [Theory]
    [InlineData("var clock = (Clock)services.GetOrAdd(\"clock\", () => new Clock(3));")]
    [InlineData("var clock = (Clock)services.GetOrAdd(\"clock\", static () => { var made = new Clock(3); return made; });")]
    [InlineData("var clock = (Clock)services.GetOrAdd(\"clock\", delegate () { return new Clock(3); });")]
    [InlineData("var clock = (Clock)services.AddOrUpdate(\"clock\", () => new Clock(3), (_, old) => old);")]
    [InlineData("Func<Clock> make = () => new Clock(3); var clock = (Clock)services.GetOrAdd(\"clock\", make);")]
    public Task TakeKey_StoresWhatTheLambdaMakes(string statements) => Proof
        .Of<DICT211DelegateAsValueAnalyzer, DICT211DelegateAsValueCodeFix>(
            $$"""
            using System;
            using System.Collections.Concurrent;

            var services = new ConcurrentDictionary<string, object>();
            {{statements}}
            Console.WriteLine(clock.Hour);

            class Clock(int hour) { public int Hour => hour; }
            """)
        .WithKey(DICT211DelegateAsValueCodeFix.TakeKeyKey)
        .InProcess()
        .FaultsWith<InvalidCastException>()
        .ThenPrints("3")
        .RunAsync();
}
