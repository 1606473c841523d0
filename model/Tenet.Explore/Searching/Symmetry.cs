namespace Tenet.Explore;
internal sealed unsafe class Symmetry { private int n; public void Represent(ulong* state) { n++; } }
