using Linearity;

namespace Xvma.Tests.Linearity;

/// <summary>
/// Pages that are mapped and unmapped, each with one word: a register that is there, zero at first, as long as the page is mapped. Its state is the word, or
/// null while there is no page.
/// </summary>
internal sealed class MappedWordModel(ulong? initial = null) : DeterministicModel<ulong?, WordCall, WordAnswer>
{
    public override ulong? Initial => initial;

    public override (WordAnswer Result, ulong? After) Apply(ulong? before, WordCall argument) => (argument.Verb, before) switch
    {
        (WordVerb.Map, null) => (new(true, 0), 0),
        (WordVerb.Map, _) or (_, null) => (new(false, 0), before),
        (WordVerb.Unmap, _) => (new(true, 0), null),
        (WordVerb.Load, { } word) => (new(true, word), word),
        (WordVerb.Store, _) => (new(true, 0), argument.Value),
        (WordVerb.FetchAdd, { } word) => (new(true, word), word + argument.Value),
        (WordVerb.Swap, { } word) => (new(true, word), argument.Value),
        (WordVerb.FetchAnd, { } word) => (new(true, word), word & argument.Value),
        (WordVerb.FetchOr, { } word) => (new(true, word), word | argument.Value),
        (WordVerb.FetchXor, { } word) => (new(true, word), word ^ argument.Value),
        (_, { } word) => (new(true, word), word == argument.Expected ? argument.Value : word),
    };

    public override object PartitionOf(WordCall argument) => argument.Page;
}
