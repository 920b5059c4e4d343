namespace TrustBot.Dialogs.Locales;

/// <summary>One locale or policy file as text; <see cref="Path"/> is relative to <c>locales/</c>, with forward slashes.</summary>
public sealed record LocaleFile(string Path, string Text);

/// <summary>How bad a fault is.</summary>
public enum FaultLevel
{
    /// <summary>The operator should know; the set is usable.</summary>
    Warning,
    /// <summary>The set must not be used.</summary>
    Error,
}

/// <summary>Something wrong in a locale file, for the designer who wrote it: where, what, and how to mend it.</summary>
/// <param name="Level">Error or warning.</param>
/// <param name="Path">The file, relative to <c>locales/</c>.</param>
/// <param name="Line">Line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column, from 1; 0 when the whole line is meant.</param>
/// <param name="Key">The key it stands under, for example <c>phrases.disclosure.polite</c>.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Mend">How to mend it.</param>
public sealed record LocaleFault(FaultLevel Level, string Path, int Line, int Column, string Key, string Problem, string Mend)
{
    /// <summary><c>path:line:column: error: key: problem. mend</c></summary>
    public override string ToString() =>
        $"{Path}:{Line}:{Column}: {(Level == FaultLevel.Error ? "error" : "warning")}: {Key}: {Problem}. {Mend}";
}
