// source: AzureAD/microsoft-authentication-library-for-dotnet PR #5949 (review of the repaired form)
// class: A4
using System;
using System.Collections.Concurrent;
using System.Net.Http;

namespace Corpus.Own.R350;

public sealed class HttpClientFactory
{
    private static readonly ConcurrentDictionary<string, HttpClient> s_pool = new();
    private static readonly ConcurrentDictionary<string, Lazy<HttpClient>> s_poolFixed = new();

    public HttpClient Get()
    {
        return s_pool.GetOrAdd("plain", _ => Create()); // BUG: A4
    }

    public HttpClient GetFixed() => s_poolFixed.GetOrAdd("plain", static _ => new Lazy<HttpClient>(Create)).Value;

    private static HttpClient Create()
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = false });
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        return client;
    }
}
