namespace GoalGuard.Analysis.Flow;

/// <summary>What has been made sure of a value on every path to here. Some guards are near-misses, kept to say so in the message.</summary>
[Flags]
public enum Guard
{
    None = 0,

    /// <summary>A number, date, Guid, enum or boolean: carries no path, host or command.</summary>
    NotText = 1 << 0,

    /// <summary>Member of a closed set, equal to a value the model did not choose, or matched by a regex that spells out whole texts.</summary>
    AllowListed = 1 << 1,

    /// <summary>A bare file name, without directory parts.</summary>
    FileName = 1 << 2,

    /// <summary>A full path: dots resolved. No precaution by itself.</summary>
    Resolved = 1 << 3,

    /// <summary>A full path below a root that ends in a separator.</summary>
    Confined = 1 << 4,

    /// <summary>A full path that begins like the root, which may lack its separator: <c>/root-evil</c> passes.</summary>
    WeaklyConfined = 1 << 5,

    /// <summary>Follows a constant host in the same text, so that the model chooses only path or query.</summary>
    HostFixed = 1 << 6,

    /// <summary>The host was compared with an allow-list.</summary>
    HostChecked = 1 << 7,

    /// <summary>A person agreed.</summary>
    Approved = 1 << 8,

    /// <summary>Runs in isolation.</summary>
    Sandboxed = 1 << 9,

    /// <summary>Private addresses are refused: lowers the level of GG6004.</summary>
    PublicHost = 1 << 10,

    /// <summary>Matched by an anchored regex without free parts: no shell syntax, but perhaps any path.</summary>
    Matched = 1 << 11,

    /// <summary>Begins like a root that ends in a separator: with <see cref="Resolved"/>, <see cref="Confined"/>. Whether it is a full path, a caller knows.</summary>
    Prefixed = 1 << 12,

    /// <summary>Begins like a root that may lack its separator: with <see cref="Resolved"/>, <see cref="WeaklyConfined"/>.</summary>
    WeaklyPrefixed = 1 << 13,

    /// <summary>An identifier that the service made, not the model: carries no path, host or command. What is fetched by it may.</summary>
    Opaque = 1 << 14,

    /// <summary>Ends in a directory separator, so that what begins with it lies below it.</summary>
    EndsInSeparator = 1 << 15,

    /// <summary>Percent-encoded: holds no separator of an address. No precaution by itself, but it cannot change the host around it.</summary>
    Encoded = 1 << 16,

    /// <summary>Sent by a client that follows no redirects, or that checks whenever it connects: what is sure of the address is sure of each hop.</summary>
    EveryHop = 1 << 17,

    /// <summary>Follows the image on the command line of a sandbox: with a container engine as the program, <see cref="Sandboxed"/>.</summary>
    InContainer = 1 << 18,

    /// <summary>Begins with a word that the program chose: with <see cref="SingleStatement"/>, an allow-list of statements.</summary>
    AllowedVerb = 1 << 19,

    /// <summary>Holds no semicolon but perhaps at its end, so that no second statement follows the first.</summary>
    SingleStatement = 1 << 20,

    /// <summary>Code, or a part of it, that was compiled from the text or loaded by it: reported where that was done.</summary>
    Compiled = 1 << 21,

    /// <summary>Stands in the file that the text names, and has no part in naming it. Silences every rule but that about running the file.</summary>
    Stored = 1 << 23,

    /// <summary>A type that was tested to derive from a known one: lowers the level of GG6006.</summary>
    Derived = 1 << 22,

    /// <summary>Given to a service, which gave back something else: that what went in was an <see cref="Opaque"/> identifier no longer counts.</summary>
    Fetched = 1 << 24,

    /// <summary>Belongs to a process that this program started: it may end it, too.</summary>
    Started = 1 << 25,

    /// <summary>The act is told only to say what it would do.</summary>
    DryRun = 1 << 26,

    /// <summary>Describes a server whose provider was told to ask nobody before it calls a tool.</summary>
    Unasked = 1 << 27,
}
