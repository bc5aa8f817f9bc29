using Microsoft.CodeAnalysis;

namespace GoalGuard.Analyzers.Tests.Pathway5OuterLoop;

/// <summary>A model that is shown what there is to do and says which one to take.</summary>
public class GG5005SelectorTests
{
    private static string Agent(string body, string members = "") => $$"""
        using Microsoft.Extensions.AI;
        public sealed record Step(string Id, string Command);
        public sealed record Pick(int Index, string Id);
        public interface IMove { string Name { get; } Task MakeAsync(); }
        public sealed class Erase(string path) : IMove { public string Name => path; public Task MakeAsync() { File.Delete(path); return Task.CompletedTask; } }
        public sealed class Agent(IChatClient client, List<Step> known)
        {
            private readonly List<Step> _steps = known;
            {{members}}

            public async Task RunAsync(List<Step> steps, IReadOnlyList<IMove> moves, Dictionary<string, Step> byId, List<Action> actions, string[] paths)
            {
                {{body}}
            }

            private async Task<string> AskAsync(string prompt) => (await client.GetResponseAsync(prompt)).Text;

            private static void Save(Step step) => File.WriteAllText("/srv/step.txt", step.Command);

            private static string Listed(IEnumerable<Step> steps) => string.Join("\n", steps.Select(step => step.Id + ": " + step.Command));
        }
        """;

    [Theory]
    [InlineData("var answer = (await client.GetResponseAsync(\"Which? \" + string.Join(',', paths))).Text; {|GG5005:File.Delete(paths[int.Parse(answer)])|};")]
    [InlineData("var answer = (await client.GetResponseAsync($\"Which? {string.Join(',', moves.Select(move => move.Name))}\")).Text; await {|GG5005:moves[int.Parse(answer)].MakeAsync()|};")]
    [InlineData("var answer = (await client.GetResponseAsync(\"Which? \" + Listed(steps))).Text; var step = steps.First(step => step.Id == answer); {|GG5005:Save(step)|};")]
    [InlineData("var answer = (await client.GetResponseAsync(\"Which? \" + Listed(steps))).Text; var step = steps.FirstOrDefault(step => answer.Contains(step.Id)); if (step is not null) { {|GG5005:Save(step)|}; }")]
    [InlineData("var answer = (await client.GetResponseAsync(\"Which? \" + Listed(steps))).Text; foreach (var step in steps) { if (answer.Contains(step.Id)) { {|GG5005:Save(step)|}; break; } }")]
    [InlineData("var answer = (await client.GetResponseAsync(\"Which? \" + Listed(steps))).Text; Step? best = null; foreach (var step in steps) { if (answer.StartsWith(step.Id)) { best = step; } } if (best is not null) { {|GG5005:Save(best)|}; }")]
    [InlineData("var answer = (await client.GetResponseAsync(\"Which? \" + Listed(byId.Values))).Text; {|GG5005:Save(byId[answer.Trim()])|};")]
    [InlineData("var answer = (await client.GetResponseAsync(\"Which? \" + Listed(byId.Values))).Text; if (byId.TryGetValue(answer, out var step)) { {|GG5005:Save(step)|}; }")]
    [InlineData("var pick = (await client.GetResponseAsync<Pick>(\"Which? \" + Listed(steps))).Result; {|GG5005:Save(steps[pick.Index])|};")]
    [InlineData("var pick = System.Text.Json.JsonSerializer.Deserialize<Pick>((await client.GetResponseAsync(\"Which? \" + Listed(steps))).Text); {|GG5005:Save(steps.Single(step => step.Id == pick!.Id))|};")]
    [InlineData("var text = new System.Text.StringBuilder(); for (var i = 0; i < steps.Count; i++) { text.AppendLine($\"{i}: {steps[i].Command}\"); } var answer = (await client.GetResponseAsync(text.ToString())).Text; int.TryParse(answer, out var at); {|GG5005:Save(steps[at])|};")]
    [InlineData("var messages = new List<ChatMessage>(); messages.Add(new(ChatRole.User, \"Which? \" + Listed(steps))); var answer = await client.GetResponseAsync(messages); {|GG5005:Save(steps.ElementAt(int.Parse(answer.Text)))|};")]
    public Task One_method(string body) => Verify.ReportsAsync(Agent(body));

    [Theory]
    [InlineData("var answer = await AskAsync(\"Which? \" + Listed(steps)); {|GG5005:Save(steps[int.Parse(answer)])|};")]
    [InlineData("var step = await ChooseAsync(steps); {|GG5005:Save(step)|};", "private async Task<Step> ChooseAsync(List<Step> all) { var answer = (await client.GetResponseAsync(Listed(all))).Text; return all[int.Parse(answer)]; }")]
    [InlineData("var answer = (await client.GetResponseAsync(Listed(steps))).Text; {|GG5005:Carry(steps, answer)|};", "private static void Carry(List<Step> all, string answer) => Save(all.First(step => step.Id == answer));")]
    [InlineData("var answer = (await client.GetResponseAsync(Listed(steps))).Text; var step = Find(steps, answer); {|GG5005:Save(step)|};", "private static Step Find(List<Step> all, string id) => all.First(step => step.Id == id);")]
    [InlineData("var prompt = Prompt(); var answer = (await client.GetResponseAsync(prompt)).Text; {|GG5005:Save(_steps[int.Parse(answer)])|};", "private string Prompt() => \"Which? \" + Listed(_steps);")]
    [InlineData("await AskAboutAsync(); {|GG5005:Save(_chosen!)|};", "private Step? _chosen; private async Task AskAboutAsync() { var answer = (await client.GetResponseAsync(Listed(_steps))).Text; _chosen = _steps[int.Parse(answer)]; }")]
    [InlineData("Func<string, Step> find = id => steps.First(step => step.Id == id); var answer = (await client.GetResponseAsync(Listed(steps))).Text; {|GG5005:Save(find(answer))|};")]
    [InlineData("var answer = (await client.GetResponseAsync($\"Which? {string.Join(',', actions.Select(action => action.Method.Name))}\")).Text; {|GG5005:actions[int.Parse(answer)]()|};")]
    [InlineData("var plans = (await client.GetResponseAsync(\"Give me some commands\")).Text.Split('\\n'); var answer = (await client.GetResponseAsync(\"Which? \" + string.Join('\\n', plans))).Text; {|GG5005:File.WriteAllText(\"/srv/plan.txt\", plans[int.Parse(answer)])|};")]
    [InlineData("var answer = (await client.GetResponseAsync(Listed(steps))).Text; {|GG5005:Order(new Job(steps[int.Parse(answer)]))|};", "private sealed record Job(Step Step); private static void Order(Job job) => Save(job.Step);")]
    public Task Helpers_fields_and_lambdas(string body, string members = "") => Verify.ReportsAsync(Agent(body, members));

    [Theory]
    [InlineData("var answer = await AskAsync(\"Which? \" + Listed(steps)); var step = steps[int.Parse(answer)]; Console.Write(step.Command + \"? (y/n) \"); if (Console.ReadLine() == \"y\") { Save(step); }")]
    [InlineData("var answer = await AskAsync(\"Which? \" + Listed(steps)); Console.WriteLine(steps[int.Parse(answer)].Command);")]
    [InlineData("var names = new[] { \"a.txt\", \"b.txt\" }; var answer = await AskAsync(\"Which? \" + string.Join(',', names)); File.WriteAllText(\"/srv/\" + names[int.Parse(answer)], \"x\");")]
    [InlineData("var answer = await AskAsync(\"List or erase?\"); switch (answer) { case \"list\": Save(steps[0]); break; default: Save(steps[1]); break; }")]
    [InlineData("var answer = await AskAsync(\"How many?\"); Save(steps[int.Parse(answer)]);")]
    [InlineData("for (var i = 0; i < steps.Count; i++) { var answer = await AskAsync(\"Explain \" + steps[i].Command); Save(steps[i]); }")]
    [InlineData("foreach (var step in steps) { var answer = await AskAsync(\"Is this safe? \" + step.Command); if (answer.Contains(\"yes\")) { Console.WriteLine(step.Id); } }")]
    [InlineData("var answer = await AskAsync(\"Which? \" + Listed(steps)); Save(steps[0]);")]
    [InlineData("var scores = new Dictionary<string, string>(); foreach (var step in steps) { scores[step.Id] = await AskAsync(\"Rate \" + step.Command); } var best = scores.Values.Max(); Console.WriteLine(steps.First(step => scores[step.Id] == best).Id);")]
    [InlineData("foreach (var step in steps) { var answer = await AskAsync(\"Name a step like \" + step.Command); var like = steps.FirstOrDefault(each => each.Id == answer); if (like is not null) { Save(like); } }")]
    [InlineData("var http = new HttpClient(); for (var page = 0; page < 5; page++) { var text = await http.GetStringAsync(\"https://example.com/steps?page=\" + page); Save(steps[page]); } await AskAsync(Listed(steps));")]
    [InlineData("while (Console.ReadLine() is { } line) { Console.WriteLine(await AskAsync(line)); Save(steps[0]); }")]
    [InlineData("var answer = Console.ReadLine()!; await AskAsync(Listed(steps)); Save(steps.First(step => step.Id == answer));")]
    public Task Approved_closed_and_without_an_act(string body, string members = "") => Verify.SilentAsync(Agent(body, members));

    [Theory]
    [InlineData("_session.Step = steps[int.Parse(await AskAsync(Listed(steps)))]; Note(_session);")]
    [InlineData("var session = new Session(); session.Step = steps[int.Parse(await AskAsync(Listed(steps)))]; Note(session);")]
    public Task What_holds_the_picked_one_is_not_done(string body) => Verify.SilentAsync(Agent(
        body,
        "private readonly Session _session = new(); private sealed class Session { public Step? Step { get; set; } public int Turns { get; set; } } "
        + "private static void Note(Session session) => File.WriteAllText(\"/srv/turns.txt\", \"\" + session.Turns);"));

    [Fact]
    public async Task The_message_names_the_model_and_the_act()
    {
        var report = (await Verify.ReportsAsync(Agent("var answer = await AskAsync(\"Which? \" + Listed(steps)); {|GG5005:Save(steps[int.Parse(answer)])|};"))).Single();
        Assert.Equal(DiagnosticSeverity.Info, report.Severity);
        Assert.StartsWith("Model output of ChatClientExtensions.GetResponseAsync says which", report.GetMessage());
        Assert.Equal("effect:file-write", report.Properties["effect"]);
        Assert.EndsWith("act|File.WriteAllText", report.Properties["steps"]);
    }

    [Fact]
    public Task Across_files() => Verify.ReportsAsync(
        """
        public sealed class Agent(Chooser chooser)
        {
            public async Task RunAsync(List<string> paths) { var path = await chooser.ChooseAsync(paths); {|GG5005:File.Delete(path)|}; }
        }
        """,
        """
        using Microsoft.Extensions.AI;
        public sealed class Chooser(IChatClient client)
        {
            public async Task<string> ChooseAsync(List<string> paths) { var answer = (await client.GetResponseAsync(string.Join(',', paths))).Text; return paths[int.Parse(answer)]; }
        }
        """);
}
