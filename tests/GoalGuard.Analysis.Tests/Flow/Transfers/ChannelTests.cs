namespace GoalGuard.Analysis.Tests.Flow.Transfers;

/// <summary>Channels: whoever reads gets what somebody wrote, in another member too.</summary>
public sealed class ChannelTests
{
    [Theory]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); await channel.Writer.WriteAsync(text); Examine(await channel.Reader.ReadAsync());")]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); channel.Writer.TryWrite(text); await foreach (var said in channel.Reader.ReadAllAsync()) { Examine(said); }")]
    [InlineData("var channel = Channel.CreateBounded<string>(3); await channel.Writer.WriteAsync(text); while (await channel.Reader.WaitToReadAsync()) { while (channel.Reader.TryRead(out var said)) { Examine(said); } }")]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); var writer = channel.Writer; var reader = channel.Reader; await writer.WriteAsync(text); Examine(await reader.ReadAsync());")]
    [InlineData("var channel = Channel.CreateUnbounded<(string Said, string Mine)>(); await channel.Writer.WriteAsync((text, \"mine\")); Examine((await channel.Reader.ReadAsync()).Said);")]
    public void In_one_member(string statements) => Asked.Arrives(statements);

    [Theory]
    [InlineData("await _channel.Writer.WriteAsync(text);", "partial class A { private readonly Channel<string> _channel = Channel.CreateUnbounded<string>(); async Task N() { Examine(await _channel.Reader.ReadAsync()); } }")]
    [InlineData("_channel.Writer.TryWrite(text);", "partial class A { private readonly Channel<string> _channel = Channel.CreateBounded<string>(3); async Task N() { await foreach (var said in _channel.Reader.ReadAllAsync()) { Examine(said); } } }")]
    [InlineData("_channel.Writer.TryWrite(new Work(text, \"mine\"));", "record Work(string Said, string Mine); partial class A { private readonly Channel<Work> _channel = Channel.CreateUnbounded<Work>(); async Task N() { await foreach (var work in _channel.Reader.ReadAllAsync()) { Examine(work.Said); } } }")]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); await Write(channel.Writer, text); Examine(await channel.Reader.ReadAsync());", "partial class A { static async Task Write(ChannelWriter<string> writer, string given) => await writer.WriteAsync(given); }")]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); await channel.Writer.WriteAsync(text); await Read(channel.Reader);", "partial class A { static async Task Read(ChannelReader<string> reader) { Examine(await reader.ReadAsync()); } }")]
    [InlineData("_source.SetResult(text);", "partial class A { private readonly TaskCompletionSource<string> _source = new(); async Task N() { Examine(await _source.Task); } }")]
    [InlineData("_writer.TryWrite(text);", "partial class A { private readonly ChannelWriter<string> _writer; private readonly ChannelReader<string> _reader; public A() { var channel = Channel.CreateUnbounded<string>(); _writer = channel.Writer; _reader = channel.Reader; } async Task N() { Examine(await _reader.ReadAsync()); } }")]
    [InlineData("await Writer.WriteAsync(text);", "partial class A { private readonly Channel<string> _channel = Channel.CreateUnbounded<string>(); private ChannelWriter<string> Writer => _channel.Writer; private ChannelReader<string> Reader => _channel.Reader; async Task N() { await foreach (var said in Reader.ReadAllAsync()) { Examine(said); } } }")]
    [InlineData("_queue.Writer.TryWrite(text);", "class Work { public Channel<string> Items { get; } = Channel.CreateUnbounded<string>(); public ChannelWriter<string> Writer => Items.Writer; public ChannelReader<string> Reader => Items.Reader; } partial class A { private readonly Work _queue = new(); async Task N() { Examine(await _queue.Reader.ReadAsync()); } }")]
    [InlineData("_queue.Items.Writer.TryWrite(text);", "class Work { public Channel<string> Items { get; } = Channel.CreateUnbounded<string>(); } partial class A { private readonly Work _queue = new(); async Task N() { Examine(await _queue.Items.Reader.ReadAsync()); } }")]
    [InlineData("var work = new Work(); await work.Add(text); Examine(await work.Take());", "class Work { private readonly Channel<string> _items = Channel.CreateUnbounded<string>(); public async Task Add(string t) => await _items.Writer.WriteAsync(t); public async Task<string> Take() => await _items.Reader.ReadAsync(); }")]
    [InlineData("var work = new Work(); work.Writer.TryWrite(text); Examine(await work.Reader.ReadAsync());", "class Work { private readonly Channel<string> _items = Channel.CreateUnbounded<string>(); public ChannelWriter<string> Writer => _items.Writer; public ChannelReader<string> Reader => _items.Reader; }")]
    [InlineData("queue.Writer.TryWrite(text);", "class Work { private readonly Channel<string> _items = Channel.CreateUnbounded<string>(); public ChannelWriter<string> Writer => _items.Writer; public ChannelReader<string> Reader => _items.Reader; } partial class A { private readonly Work queue; public A(Work given) { queue = given; } } class User(Work queue) { async Task N() { Examine(await queue.Reader.ReadAsync()); } }")]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); channel.Writer.TryWrite(text); await new Source(channel.Reader).Run();", "class Source { private readonly ChannelReader<string> _reader; public Source(ChannelReader<string> reader) => _reader = reader; public async Task Run() { await foreach (var said in _reader.ReadAllAsync()) { Examine(said); } } }")]
    public void Across_members(string statements, string declarations) => Asked.Arrives(statements, declarations);

    [Theory]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); var other = Channel.CreateUnbounded<string>(); channel.Writer.TryWrite(text); other.Writer.TryWrite(\"mine\"); Examine(await other.Reader.ReadAsync());", "")]
    [InlineData("_channel.Writer.TryWrite(text);", "partial class A { private readonly Channel<string> _channel = Channel.CreateUnbounded<string>(); private readonly Channel<string> _other = Channel.CreateUnbounded<string>(); async Task N() { _other.Writer.TryWrite(\"mine\"); Examine(await _other.Reader.ReadAsync()); } }")]
    public void Another_channel_stays_away(string statements, string declarations) => Asked.StaysAway(statements, declarations);
}
