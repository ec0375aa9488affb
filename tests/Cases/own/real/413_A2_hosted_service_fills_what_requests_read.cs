// source: own, after the description: a hosted service fills the table that requests read
// class: A2
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.Hosting
{
    public interface IHostedService
    {
        Task StartAsync(CancellationToken token);

        Task StopAsync(CancellationToken token);
    }

    public abstract class BackgroundService : IHostedService
    {
        public virtual Task StartAsync(CancellationToken token) => ExecuteAsync(token);

        public virtual Task StopAsync(CancellationToken token) => Task.CompletedTask;

        protected abstract Task ExecuteAsync(CancellationToken token);
    }
}

namespace Corpus.Own.R413
{
    public sealed class HealthPoller : BackgroundService
    {
        private readonly Dictionary<string, bool> _states = new(); // MAY: A2
        private readonly ConcurrentDictionary<string, bool> _statesFixed = new();

        public bool IsHealthy(string host) => _states.GetValueOrDefault(host); // MAY: A2

        public bool IsHealthyFixed(string host) => _statesFixed.GetValueOrDefault(host);

        protected override async Task ExecuteAsync(CancellationToken token)
        {
            while (!token.IsCancellationRequested)
            {
                Update("db", true);
                await Task.Delay(TimeSpan.FromSeconds(5), token);
            }
        }

        private void Update(string host, bool state)
        {
            _states[host] = state; // BUG: A2
            _statesFixed[host] = state;
        }
    }
}
