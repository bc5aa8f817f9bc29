using GoalGuard.Analysis.Tests.Flow;

namespace GoalGuard.Analysis.Tests.Behaviour.Wiring;

/// <summary>An injected service runs the one implementation that is registered for it; where that is not evident, any of them.</summary>
public sealed class RegistrationTests
{
    private const string Usings = "using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.DependencyInjection.Extensions; ";

    /// <summary>Two implementations, one of which says what a model said.</summary>
    private const string Services = """
        public interface IAsk { string Ask(); }
        public class Loud(IChat chat) : IAsk { public string Ask() => chat.Answer("x"); }
        public class Calm : IAsk { public string Ask() => "calm"; }
        """;

    private const string Consumer = "public class Consumer(IAsk ask) { public void Go() => Examine(ask.Ask()); }";

    private static string Registering(string statements) => Usings + "static class Setup { public static void Add(IServiceCollection services, bool test, IChat chat) { " + statements + " } }";

    /// <summary>True if a model's words are seen where the consumer examines the answer.</summary>
    private static bool IsHeard(params string[] sources) => EngineProgram.Whole([.. sources]).Examined is { Count: > 0 } examined && examined.Any(facts => !facts.IsEmpty);

    [Theory]
    [InlineData("")]
    [InlineData("services.AddSingleton<IAsk, Loud>();")]
    [InlineData("services.AddSingleton<IAsk, Loud>(); services.AddSingleton<IAsk, Calm>();")]
    [InlineData("if (test) services.AddSingleton<IAsk, Calm>(); else services.AddSingleton<IAsk, Loud>();")]
    [InlineData("services.AddSingleton<IAsk>(sp => test ? new Calm() : new Loud(chat));")]
    [InlineData("services.AddSingleton<IAsk>(sp => { if (test) return new Calm(); return new Loud(chat); });")]
    [InlineData("services.AddSingleton<IAsk>(sp => Outside.Make(sp));")]
    [InlineData("services.AddKeyedSingleton<IAsk, Calm>(\"calm\");")]
    [InlineData("services.AddSingleton(typeof(IAsk), Outside.Type);")]
    [InlineData("services.AddSingleton<IAsk, Calm>(); services.AddSingleton(Outside.Type);")]
    public void Any_may_run(string statements) => Assert.True(IsHeard(
        Services, Consumer, Registering(statements), "static class Outside { public static IAsk Make(object x) => (IAsk)x; public static Type Type = typeof(Loud); }"));

    [Theory]
    [InlineData("services.AddSingleton<IAsk, Calm>();")]
    [InlineData("services.AddScoped<IAsk, Calm>().AddTransient<Loud>();")]
    [InlineData("services.TryAddTransient<IAsk, Calm>();")]
    [InlineData("services.AddHttpClient<IAsk, Calm>();")]
    [InlineData("services.AddSingleton(typeof(IAsk), typeof(Calm));")]
    [InlineData("services.AddSingleton<IAsk>(sp => new Calm());")]
    [InlineData("services.AddSingleton<IAsk>(_ => { var calm = new Calm(); return calm; });")]
    [InlineData("services.AddSingleton<IAsk>(new Calm());")]
    [InlineData("services.AddSingleton<Calm>(); services.AddSingleton<IAsk>(sp => sp.GetRequiredService<Calm>());")]
    [InlineData("services.Add(ServiceDescriptor.Singleton<IAsk, Calm>());")]
    [InlineData("services.TryAdd(new ServiceDescriptor(typeof(IAsk), typeof(Calm), ServiceLifetime.Scoped));")]
    [InlineData("services.AddSingleton<IAsk, Calm>(); services.AddKeyedSingleton<IAsk, Loud>(\"loud\");")]
    [InlineData("if (test) services.AddSingleton<IAsk, Calm>(); else services.AddScoped<IAsk, Calm>();")]
    public void One_runs(string statements) => Assert.False(IsHeard(Services, Consumer, Registering(statements)));

    [Theory]
    [InlineData("class Consumer { readonly IAsk _ask; public Consumer(IAsk ask) => _ask = ask; void Go() => Examine(_ask.Ask()); }")]
    [InlineData("class Consumer { readonly IAsk _ask; public Consumer(IAsk ask) { _ask = ask ?? throw new ArgumentNullException(nameof(ask)); } void Go() { var a = _ask; Examine(a.Ask()); } }")]
    [InlineData("class Consumer { IAsk Asking { get; } public Consumer(IAsk ask) { Asking = ask; } void Go() => Examine(Asking.Ask()); }")]
    [InlineData("class Consumer { readonly IAsk _ask; readonly int _n; public Consumer(IAsk ask, int n) { (_ask, _n) = (ask, n); } void Go() => Examine(_ask?.Ask()!); }")]
    [InlineData("class Consumer(IAsk ask) { readonly IAsk _ask = ask; void Go() => Examine(_ask.Ask()); }")]
    [InlineData("class Base(IAsk ask) { protected readonly IAsk Asking = ask; } class Consumer(IAsk ask) : Base(ask) { void Go() => Examine(Asking.Ask()); }")]
    [InlineData("class Consumer { void Go(IServiceProvider services) => Examine(services.GetRequiredService<IAsk>().Ask()); }")]
    [InlineData("class Consumer { void Go(IServiceProvider services) { var ask = services.GetService<IAsk>(); Examine(ask!.Ask()); } }")]
    [InlineData("class Consumer { void Go(IServiceProvider services) => Examine(((IAsk)services.GetService(typeof(IAsk))!).Ask()); }")]
    [InlineData("class Consumer { void Go([Microsoft.AspNetCore.Mvc.FromServices] IAsk ask) => Examine(ask.Ask()); }")]
    public void Wherever_the_service_is_kept(string consumer)
    {
        Assert.True(IsHeard(Services, Usings + consumer, Registering("services.AddSingleton<IAsk, Loud>();")));
        Assert.False(IsHeard(Services, Usings + consumer, Registering("services.AddSingleton<IAsk, Calm>();")));
    }

    [Theory]
    [InlineData("class Consumer { IAsk _ask = new Loud(null!); public Consumer(IAsk ask) => _ask = ask; void Go() => Examine(_ask.Ask()); }")]
    [InlineData("class Consumer { IAsk _ask; public Consumer(IAsk ask) { ask ??= new Loud(null!); _ask = ask; } void Go() => Examine(_ask.Ask()); }")]
    [InlineData("class Consumer { public IAsk Asking; public Consumer(IAsk ask) => Asking = ask; void Go() => Examine(Asking.Ask()); }")]
    [InlineData("class Consumer(IAsk ask) { void Swap() => ask = new Loud(null!); void Go() => Examine(ask.Ask()); }")]
    [InlineData("class Consumer { void Go(IAsk ask) => Examine(ask.Ask()); }")]
    [InlineData("class Consumer(IEnumerable<IAsk> all) { void Go() { foreach (var ask in all) Examine(ask.Ask()); } }")]
    [InlineData("class Consumer { IAsk _ask; public Consumer(IAsk ask) => Set(out _ask); static void Set(out IAsk ask) => ask = new Loud(null!); void Go() => Examine(_ask.Ask()); }")]
    [InlineData("class Consumer { IAsk _ask; public Consumer(IAsk ask) => _ask = ask; class Inner { void Swap(Consumer c) => c._ask = new Loud(null!); } void Go() => Examine(_ask.Ask()); }")]
    public void Not_where_something_else_may_be_kept(string consumer) => Assert.True(IsHeard(Services, consumer, Registering("services.AddSingleton<IAsk, Calm>();")));

    [Fact]
    public void A_keyed_service_is_that_of_its_key()
    {
        const string both = "services.AddKeyedSingleton<IAsk, Calm>(\"calm\"); services.AddKeyedScoped<IAsk, Loud>(\"loud\"); services.AddSingleton<IAsk>(Outside.It);";
        const string outside = "static class Outside { public static IAsk It = null!; }";
        foreach (var (key, isHeard) in new[] { ("calm", false), ("loud", true), ("other", true) })
        {
            Assert.Equal(isHeard, IsHeard(Services, Usings + $"class Consumer([FromKeyedServices(\"{key}\")] IAsk ask) {{ void Go() => Examine(ask.Ask()); }}", Registering(both), outside));
            Assert.Equal(isHeard, IsHeard(
                Services, Usings + $"class Consumer {{ void Go(IServiceProvider services) => Examine(services.GetRequiredKeyedService<IAsk>(\"{key}\").Ask()); }}", Registering(both), outside));
        }
    }

    [Theory]
    [InlineData("class Program { static void Main() => new Consumer(new Calm()).Go(); }", false)]
    [InlineData("class Program { static void Main() { var ask = new Calm(); Consumer consumer = new(ask); consumer.Go(); } }", false)]
    [InlineData("class Program { static void Main() { new Consumer(new Calm()).Go(); new Consumer(new Loud(null!)).Go(); } }", true)]
    [InlineData("class Program { readonly Consumer _it; Program() { _it = new(new Loud(null!)); } static void Main() => new Consumer(new Calm()).Go(); }", true)]
    [InlineData("class Heir : Consumer { public Heir() : base(new Loud(null!)) { } } class Program { static void Main() => new Consumer(new Calm()).Go(); }", true)]
    [InlineData("class Heir(IChat chat) : Consumer(new Loud(chat)); class Program { static void Main() => new Consumer(new Calm()).Go(); }", true)]
    [InlineData("class Program { static void Main(IAsk ask) => new Consumer(ask).Go(); }", true)]
    public void By_hand(string program, bool isHeard) =>
        Assert.Equal(isHeard, IsHeard(Services, Consumer.Replace("public class", "internal class", StringComparison.Ordinal), program));

    [Fact]
    public void A_public_type_may_be_made_elsewhere() => Assert.True(IsHeard(Services, Consumer, "class Program { static void Main() => new Consumer(new Calm()).Go(); }"));

    [Fact]
    public void By_hand_and_by_a_container() => Assert.True(IsHeard(
        Services, Consumer, Registering("services.AddSingleton<IAsk, Loud>();"), "class Program { static void Main() => new Consumer(new Calm()).Go(); }"));

    [Fact]
    public void A_decorator_runs_what_it_wraps()
    {
        const string decorator = "class Logged(IAsk inner) : IAsk { public string Ask() => inner.Ask(); }";
        Assert.True(IsHeard(Services, Consumer, decorator, Registering("services.AddSingleton<Loud>(); services.AddSingleton<IAsk>(sp => new Logged(sp.GetRequiredService<Loud>()));")));
        Assert.False(IsHeard(Services, Consumer, decorator, Registering("services.AddSingleton<Calm>(); services.AddSingleton<IAsk>(sp => new Logged(sp.GetRequiredService<Calm>()));")));
    }

    [Fact]
    public void Generic_services()
    {
        const string services = """
            public interface IAsk<T> { string Ask(); }
            public class Loud<T>(IChat chat) : IAsk<T> { public string Ask() => chat.Answer("x"); }
            public class Calm<T> : IAsk<T> { public string Ask() => "calm"; }
            """;
        const string consumer = "public class Consumer(IAsk<int> ask) { public void Go() => Examine(ask.Ask()); }";
        Assert.False(IsHeard(services, consumer, Registering("services.AddSingleton(typeof(IAsk<>), typeof(Calm<>));")));
        Assert.True(IsHeard(services, consumer, Registering("services.AddSingleton(typeof(IAsk<>), typeof(Loud<>));")));
        Assert.False(IsHeard(services, consumer, Registering("services.AddSingleton<IAsk<int>, Calm<int>>(); services.AddSingleton<IAsk<long>, Loud<long>>();")));
    }

    /// <summary>More implementations than a call is joined over.</summary>
    private static readonly string Many = string.Concat(Enumerable.Range(0, 10).Select(i => $"public class Calm{i} : IAsk {{ public string Ask() => \"calm\"; }} "));

    [Fact]
    public void A_registration_is_followed_where_there_are_too_many_to_join()
    {
        Assert.False(IsHeard(Services, Many, Consumer));
        Assert.True(IsHeard(Services, Many, Consumer, Registering("services.AddSingleton<IAsk, Loud>();")));
        Assert.Equal("ModelOutput(IChat.Answer)", EngineProgram.Of(Services, Many, Consumer, Registering("services.AddSingleton<IAsk, Loud>();")).Seen);
    }

    [Fact]
    public void An_editor_sees_what_a_scan_sees() => Assert.Equal("ModelOutput(IChat.Answer)", EngineProgram.Of(Services, Consumer, Registering("services.AddSingleton<IAsk, Loud>();")).Seen);

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        string[] sources = [Services, Consumer, Registering("services.AddSingleton<IAsk>(sp => new Calm());"), "class Program { static void Main() => new Consumer(new Calm()).Go(); }"];
        Assert.False(IsHeard(sources));
        Assert.False(IsHeard([.. sources.Reverse()]));
    }

    [Fact]
    public void Reach_goes_the_same_way()
    {
        const string services = "interface IDo { void Do(); } class X : IDo { public void Do() => File.Delete(\"x\"); } class Y : IDo { public void Do() => Environment.Exit(1); } class A(IDo it) { void Go() => it.Do(); }";
        Assert.Equal("env! A.Go > Y.Do > Environment.Exit", Reach.ReachProgram.Of(services, Registering("services.AddSingleton<IDo, Y>();")));
    }
}
