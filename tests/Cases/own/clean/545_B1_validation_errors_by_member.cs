// source: structure of attribute validators
// class: B1
using System;
using System.Collections.Generic;
using System.Reflection;

namespace Corpus.Own.C545;

public abstract class RuleAttribute : Attribute { public abstract bool IsValid(object? value); public abstract string Message(string name); }

public sealed class ModelValidator
{
    public Dictionary<string, List<string>> Validate(object model)
    {
        var errors = new Dictionary<string, List<string>>();
        foreach (var property in model.GetType().GetProperties())
        {
            var value = property.GetValue(model);
            foreach (var rule in property.GetCustomAttributes<RuleAttribute>())
            {
                if (rule.IsValid(value))
                    continue;
                if (!errors.TryGetValue(property.Name, out var messages))
                    errors[property.Name] = messages = [];
                messages.Add(rule.Message(property.Name));
            }
        }
        return errors;
    }
}
