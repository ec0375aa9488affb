// source: own, after the description: a cache of one request is asked before and filled after an await
// class: A2
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.C494;

public interface IUsers
{
    Task<string> NameAsync(int id);
}

public sealed class RequestNames(IUsers users)
{
    private readonly Dictionary<int, string> _names = new();

    public async Task<string> NameAsync(int id)
    {
        if (!_names.TryGetValue(id, out var name))
            _names.Add(id, name = await users.NameAsync(id));
        return name;
    }
}

public static class Registration
{
    public static void Add(IServiceCollection services) => services.AddScoped<RequestNames>();
}
