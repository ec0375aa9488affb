// source: structure of message buses that put an envelope into headers
// class: B1
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace Corpus.Own.R560;

public sealed class Envelope
{
    public Guid MessageId { get; init; } = Guid.NewGuid();
    public Guid? CorrelationId { get; init; }
    public DateTimeOffset SentAt { get; init; } = DateTimeOffset.UtcNow;
}

public interface ITransport { Task PublishAsync(string topic, byte[] body, IDictionary<string, object> headers); }

public sealed class Bus(ITransport transport)
{
    public Task PublishAsync<T>(T message, Envelope envelope) =>
        transport.PublishAsync(typeof(T).Name, JsonSerializer.SerializeToUtf8Bytes(message), HeadersOf(envelope));

    private IDictionary<string, object> HeadersOf(Envelope envelope)
    {
        IDictionary<string, object> headers = new Dictionary<string, object>();
        envelope.GetType().GetProperties().ToList().ForEach(p => // MAY: B1
        {
            if (p.GetValue(envelope) is { } value) // BUG: B1
                headers[p.Name] = value;
        });
        return headers;
    }

    private IDictionary<string, object> HeadersOfFixed(Envelope envelope)
    {
        IDictionary<string, object> headers = new Dictionary<string, object>(3) { ["MessageId"] = envelope.MessageId, ["SentAt"] = envelope.SentAt };
        if (envelope.CorrelationId is { } id)
            headers["CorrelationId"] = id;
        return headers;
    }
}
