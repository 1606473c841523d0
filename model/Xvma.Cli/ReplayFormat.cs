namespace Xvma.Cli;

/// <summary>What <c>xvma replay --format</c> writes.</summary>
internal enum ReplayFormat
{
    /// <summary>The page: columns of text and sentences.</summary>
    Columns,

    /// <summary>A Mermaid sequence diagram.</summary>
    Mermaid,

    /// <summary>Trace events for Perfetto.</summary>
    Perfetto,

    /// <summary>A SARIF 2.1.0 log.</summary>
    Sarif,

    /// <summary>Plain JSON.</summary>
    Json,
}
