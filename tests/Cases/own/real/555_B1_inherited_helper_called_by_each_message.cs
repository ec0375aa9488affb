// source: structure of actor messages with a base class that describes them
// class: B1
using System.Collections.Generic;
using System.Reflection;

namespace Corpus.Own.R555;

public abstract class MessageBase
{
    protected IEnumerable<KeyValuePair<string, object?>> Describe()
    {
        var type = GetType();
        do
        {
            foreach (var field in type!.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)) // MAY: B1
                yield return KeyValuePair.Create(field.Name, ReadField(field)); // MAY: B1
            type = type.BaseType;
        }
        while (type != typeof(MessageBase));
    }

    private object? ReadField(FieldInfo field) => field.GetValue(this); // BUG: B1
}

public sealed class Deposit(decimal amount) : MessageBase
{
    private readonly decimal _amount = amount;

    public Dictionary<string, object?> ToLogEntry() => new(Describe()) { ["type"] = nameof(Deposit) };

    public Dictionary<string, object?> ToLogEntryFixed() => new(2) { ["type"] = nameof(Deposit), ["amount"] = _amount };
}
