namespace Xvma.Spec;

/// <summary>The text of a chapter before it is read.</summary>
/// <param name="File">Its file name, without a folder.</param>
/// <param name="Text">Markdown.</param>
public sealed record ChapterSource(string File, string Text);
