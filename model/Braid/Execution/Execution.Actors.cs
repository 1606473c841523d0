namespace Braid;

internal abstract partial class Execution
{
    private ActorState?[] actors = [];
    private CellIdentity? creations;
    private int declared;

    /// <summary>Movers there can be at most: threads, actors, and their store buffers if they have any.</summary>
    public int ThreadCapacity => pending.Length;

    public void Send(ActorAddress to, object message)
    {
        var id = to.Mailbox.Id;
        var key = LogEntry.KeyOf(OperationKind.Send, id);
        if (Replays(key, out _)) return;
        if (mode != Mode.Scheduled)
        {
            AtOnce(OperationKind.Send, id, isRead: false);
            Deliver(to, message);
            return;
        }

        var thread = current;
        if (turn == thread)
        {
            CheckPending(thread, OperationKind.Send, id);
            pending[thread].Reference = message;
        }
        else
        {
            SetPending(thread, OperationKind.Send, id, MemoryOrder.Release);
            pending[thread].Reference = message;
            if (!Arrive(thread, canBlock: false))
            {
                Replayed(key);
                return;
            }
        }

        Take(thread);
        Deliver(to, message);
        Append(key, 0);
        if (watching) AfterStep(thread, 0, 0, 0);
    }

    public ActorAddress CreateActor(string name, Func<Actor> create)
    {
        if (mode != Mode.Scheduled) throw OutOfPlace("Creating an actor");
        var id = creations?.Id ?? throw RuleBroken("Actors are created by a program that declares none.");
        var key = LogEntry.KeyOf(OperationKind.CreateActor, id);
        if (!IsCaughtUp) return (ActorAddress)ReplayReference(key)!;
        var thread = current;
        if (turn == thread)
        {
            CheckPending(thread, OperationKind.CreateActor, id);
        }
        else
        {
            SetPending(thread, OperationKind.CreateActor, id, MemoryOrder.Full);
            if (!Arrive(thread, canBlock: false)) return (ActorAddress)ReplayReference(key)!;
        }

        if (names.Count == bodies.Count) throw RuleBroken($"More than {bodies.Count - declared} actors are created; Stage.MaxCreatedActors says how many may be.");
        Take(thread);
        var address = Sharing((this, name, create), static what => what.Item1.Enrol(what.name, what.create()));
        waiting |= 1UL << address.Thread;
        SetPending(address.Thread, OperationKind.Receive, address.Mailbox.Id, MemoryOrder.Acquire);
        pending[thread].Reference = address;
        Append(key, 0, address);
        if (watching) AfterStep(thread, 0, 0, 0);
        return address;
    }

    /// <summary>Gives an actor a mailbox and a thread; while arranging or making it.</summary>
    private ActorAddress Enrol(string name, Actor actor)
    {
        var thread = names.Count;
        var address = new ActorAddress(name, thread, NewIdentity(new(new("mailbox of " + name), -1)));
        actor.Address = address;
        names.Add(name);
        actors[thread] = new(actor, address);
        return address;
    }

    private void Deliver(ActorAddress to, object message)
    {
        ref var state = ref values[to.Mailbox.Id];
        actors[to.Thread]!.Put(MailboxState.Sent(state), message);
        state += MailboxState.OneSent;
    }

    /// <summary>The body of an actor: the handler under way, then message after message.</summary>
    protected void RunActor(int thread)
    {
        var own = actors[thread]!;
        do
        {
            if (!own.IsHandling) continue;
            var run = own.Run;
            own.Actor.Handle(own.Message);

            // This execution of the handler may have run out on its log, while another one has ended it long ago.
            if (IsUnwinding || !own.IsHandling || own.Run != run || turn == Done) return;
            if (!IsCaughtUp || turn == thread) throw RuleBroken(Impure(thread, "ended a handler before an operation that it had performed"));
            own.IsHandling = false;
            logs[thread].Start = Length;
            if (!own.Actor.IsStopping) continue;
            logs[thread].Length = Length;
            NoteEnded(thread);
            return;
        }
        while (Receive(thread, own));
    }

    /// <returns>Whether this execution is the one that goes on with a message.</returns>
    private bool Receive(int thread, ActorState own)
    {
        var id = own.Address.Mailbox.Id;
        if (turn == thread)
        {
            CheckPending(thread, OperationKind.Receive, id);
        }
        else
        {
            SetPending(thread, OperationKind.Receive, id, MemoryOrder.Acquire);
            if (!Arrive(thread, canBlock: true) || turn == Done) return false;
        }

        Take(thread);
        ref var state = ref values[id];
        own.Message = own.Take(MailboxState.Received(state));
        own.Run++;
        own.IsHandling = true;
        state += MailboxState.OneReceived;
        Append(LogEntry.KeyOf(OperationKind.Receive, id), 0);
        logs[thread].Start = logs[thread].Length = Length;
        pending[thread].Reference = own.Message;
        if (watching) AfterStep(thread, 0, 0, 0);
        return true;
    }

    private void SetPending(int thread, OperationKind kind, int location, MemoryOrder order)
    {
        ref var operation = ref pending[thread];
        operation.Kind = kind;
        operation.Order = order;
        operation.Location = location;
        operation.Low = 0;
        operation.High = 1;
    }

    private void BeginActors()
    {
        if (creations is null) return;
        names.RemoveRange(declared, names.Count - declared);
        for (var thread = 0; thread < declared; thread++) actors[thread]?.Begin();
    }

    protected bool IsActor(int thread) => actors[thread] is not null;
}
