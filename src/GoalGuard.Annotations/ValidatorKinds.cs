namespace GoalGuard.Annotations;

/// <summary>What a check can make sure of: the words of <see cref="ValidatorAttribute"/>.</summary>
public static class ValidatorKinds
{
    /// <summary>The value is one of a closed set that the program chose.</summary>
    public const string Membership = "membership";

    /// <summary>The value carries no text: a number, a date, a truth.</summary>
    public const string Number = "number";

    /// <summary>The value is a full path below a directory that the program chose.</summary>
    public const string Path = "path";

    /// <summary>The value is a bare file name without directories.</summary>
    public const string FileName = "file name";

    /// <summary>The value is an address whose host the program allows.</summary>
    public const string Host = "host";

    /// <summary>The whole value matches a pattern without free parts, so that it holds no syntax of a shell.</summary>
    public const string Pattern = "regex";

    /// <summary>The value is encoded as a part of an address.</summary>
    public const string Encoding = "encode";
}
