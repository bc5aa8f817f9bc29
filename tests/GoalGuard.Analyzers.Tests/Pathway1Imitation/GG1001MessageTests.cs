using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Pathway1Imitation;

/// <summary>Loops over messages and ticks: fed only from outside they handle what comes; fed by their own answers they run by themselves.</summary>
public class GG1001MessageTests
{
    private static string Worker(string body, string members = "") => $$"""
        using System.Collections.Concurrent;
        using System.Threading.Channels;
        using Microsoft.Extensions.AI;
        public sealed class Worker(IChatClient client)
        {
            private readonly Channel<string> _work = Channel.CreateUnbounded<string>();
            private readonly Channel<string> _replies = Channel.CreateUnbounded<string>();
            private readonly BlockingCollection<string> _box = new();
            private readonly BlockingCollection<string> _out = new();
            private readonly ConcurrentQueue<string> _open = new();
            private readonly ConcurrentQueue<string> _done = new();
            private readonly List<ChatMessage> _history = new();
            {{members}}

            public async Task RunAsync(PeriodicTimer timer, CancellationToken token) { {{body}} }

            private async Task<string> AskAsync(string text) { var answer = (await client.GetResponseAsync(text)).Text; File.WriteAllText("/srv/notes.txt", answer); return answer; }
        }
        """;

    [Theory]
    [InlineData("{|GG1001:await foreach (var message in _work.Reader.ReadAllAsync())|} { await _work.Writer.WriteAsync(await AskAsync(message)); }")]
    [InlineData("{|GG1001:await foreach (var message in _work.Reader.ReadAllAsync())|} { await HandleAsync(message); }", "private async Task HandleAsync(string message) { var answer = await AskAsync(message); await _work.Writer.WriteAsync(answer); }")]
    [InlineData("while (await _work.Reader.WaitToReadAsync()) { {|GG1001:while (_work.Reader.TryRead(out var message))|} { _work.Writer.TryWrite(await AskAsync(message)); } }")]
    [InlineData("{|GG1001:while (true)|} { var message = await _work.Reader.ReadAsync(); await _work.Writer.WriteAsync(await AskAsync(message)); }")]
    [InlineData("{|GG1001:foreach (var message in _box.GetConsumingEnumerable())|} { _box.Add(await AskAsync(message)); }")]
    [InlineData("{|GG1001:while (true)|} { var message = _box.Take(); _box.Add(await AskAsync(message)); }")]
    [InlineData("{|GG1001:while (_open.TryDequeue(out var message))|} { _open.Enqueue(await AskAsync(message)); }")]
    [InlineData("{|GG1001:while (_open.TryDequeue(out var message))|} { Later(await AskAsync(message)); }", "private void Later(string text) => _open.Enqueue(text);")]
    [InlineData("var inbox = new Inbox(); inbox.Post(\"go\"); {|GG1001:while (inbox.Next() is { } message)|} { inbox.Post(await AskAsync(message)); }", "private sealed class Inbox { private readonly Queue<string> _items = new(); public void Post(string text) => _items.Enqueue(text); public string? Next() => _items.Count > 0 ? _items.Dequeue() : null; }")]
    public Task An_answer_that_is_the_next_message(string body, string members = "") => Verify.ReportsAsync(Worker(body, members));

    [Theory]
    [InlineData("await foreach (var message in _work.Reader.ReadAllAsync()) { await _replies.Writer.WriteAsync(await AskAsync(message)); }")]
    [InlineData("await foreach (var message in _work.Reader.ReadAllAsync()) { await HandleAsync(message); }", "private async Task HandleAsync(string message) => await _replies.Writer.WriteAsync(await AskAsync(message)); public ValueTask PostAsync(string text) => _work.Writer.WriteAsync(text);")]
    [InlineData("var reader = _work.Reader; var writer = _replies.Writer; await foreach (var message in reader.ReadAllAsync()) { writer.TryWrite(await AskAsync(message)); }")]
    [InlineData("while (await _work.Reader.WaitToReadAsync()) { while (_work.Reader.TryRead(out var message)) { _replies.Writer.TryWrite(await AskAsync(message)); } }")]
    [InlineData("while (true) { var message = await _work.Reader.ReadAsync(); _history.Add(new ChatMessage(ChatRole.User, message)); var answer = await client.GetResponseAsync(_history); _history.AddMessages(answer); await _replies.Writer.WriteAsync(answer.Text); }")]
    [InlineData("foreach (var message in _box.GetConsumingEnumerable()) { _out.Add(await AskAsync(message)); }")]
    [InlineData("while (_open.TryDequeue(out var message)) { _done.Enqueue(await AskAsync(message)); }")]
    [InlineData("while (_open.TryDequeue(out var message)) { Later(await AskAsync(message)); }", "private void Later(string text) => _done.Enqueue(text);")]
    [InlineData("var rounds = 0; await foreach (var message in _work.Reader.ReadAllAsync()) { if (++rounds > 20) { break; } await _work.Writer.WriteAsync(await AskAsync(message)); }")]
    [InlineData("await foreach (var message in _work.Reader.ReadAllAsync()) { token.ThrowIfCancellationRequested(); await _work.Writer.WriteAsync(await AskAsync(message)); }")]
    public Task Messages_from_others(string body, string members = "") => Verify.SilentAsync(Worker(body, members));

    [Theory]
    [InlineData("{|GG1001:while (await timer.WaitForNextTickAsync())|} { var answer = await client.GetResponseAsync(_history); _history.AddMessages(answer); File.WriteAllText(\"/srv/notes.txt\", answer.Text); }")]
    [InlineData("{|GG1001:while (await timer.WaitForNextTickAsync())|} { await StepAsync(); }", "private async Task StepAsync() { var answer = await client.GetResponseAsync(_history); _history.AddMessages(answer); File.WriteAllText(\"/srv/notes.txt\", answer.Text); }")]
    [InlineData("{|GG1001:while (await timer.WaitForNextTickAsync())|} { _last = await AskAsync(\"Last time you said: \" + _last); }", "private string _last = \"\";")]
    public async Task A_tick_is_no_message(string body, string members = "") =>
        Assert.Equal(DiagnosticSeverity.Warning, (await Verify.ReportsAsync(Worker(body, members))).Single().Severity);

    [Theory]
    [InlineData("while (await timer.WaitForNextTickAsync()) { await AskAsync(File.ReadAllText(\"/srv/mail.txt\")); }")]
    [InlineData("while (await timer.WaitForNextTickAsync(token) && !token.IsCancellationRequested) { var answer = await client.GetResponseAsync(_history); _history.AddMessages(answer); File.WriteAllText(\"/srv/notes.txt\", answer.Text); }")]
    public Task Ticks_that_begin_anew_or_end(string body) => Verify.SilentAsync(Worker(body));

    [Theory]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1)); {|GG1001:while (await timer.WaitForNextTickAsync(stoppingToken))|} { await StepAsync(); }")]
    [InlineData("{|GG1001:while (!stoppingToken.IsCancellationRequested)|} { await StepAsync(); await Task.Delay(1000, stoppingToken); }")]
    public async Task A_hosted_service_ends_with_its_host(string body)
    {
        var report = (await Verify.ReportsAsync($$"""
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.Hosting;
            public sealed class Service(IChatClient client) : BackgroundService
            {
                private readonly List<ChatMessage> _history = new();

                protected override async Task ExecuteAsync(CancellationToken stoppingToken) { {{body}} }

                private async Task StepAsync() { var answer = await client.GetResponseAsync(_history); _history.AddMessages(answer); File.WriteAllText("/srv/notes.txt", answer.Text); }
            }
            """)).Single();
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
    }
}
