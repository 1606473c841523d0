using Xvma.Sync;

namespace Xvma;

/// <summary>The message instructions (chapter 16).</summary>
internal static class MessageOperations<TSync>
    where TSync : struct, ISync
{
    internal readonly struct Create(int lines) : IMessageOperation
    {
        public MessageStatus Perform(long memory, ulong room) => QueueMemory<TSync>.Create(memory, room, lines);
    }

    /// <summary>Takes lines for itself by one change of the head, writes the message, and marks it whole.</summary>
    /// <remarks>
    /// A store of the seam releases and a load acquires: the mark is written after the message, and whoever reads the mark reads the message after
    /// it. Known bug published-before-written has it the other way round.
    /// </remarks>
    internal readonly ref struct Send(ReadOnlySpan<ulong> message) : IMessageOperation
    {
        private readonly ReadOnlySpan<ulong> message = message;

        public MessageStatus Perform(long memory, ulong room)
        {
            var opened = QueueMemory<TSync>.Open(memory, room, out var queue);
            if (opened != MessageStatus.Done) return opened;
            var lines = MessageQueue.LinesOf(message.Length);
            QueueHead now, after;
            int slot;
            do
            {
                now = queue.LoadHead();
                if (!now.IsOf(queue.Lines)) return MessageStatus.NotAQueue;
                if (now.IsStopped) return MessageStatus.Nacked;
                if (!now.TryTake(lines, queue.Lines, out slot, out after)) return MessageStatus.Full;
            }
            while (!queue.TryChangeHead(now, after));

            // Who turns to the other half fills this one up, so that the receiver passes over the line that is left.
            if (slot != now.Next && now.Next != now.Limit) queue.StoreMark(now.Next, QueueMemory<TSync>.Pad);
            queue.Write(slot, message);
            queue.StoreMark(slot, message.Length);
            return MessageStatus.Done;
        }
    }

    /// <summary>Reads the message whose turn it is, then gives its lines back.</summary>
    internal ref struct Receive(Span<ulong> into) : IMessageOperation
    {
        private readonly Span<ulong> into = into;

        /// <summary>Words received.</summary>
        public int Words { get; private set; }

        public MessageStatus Perform(long memory, ulong room)
        {
            var opened = QueueMemory<TSync>.Open(memory, room, out var queue);
            if (opened != MessageStatus.Done) return opened;
            while (true)
            {
                var turn = queue.LoadTurn();
                if (turn >= (ulong)(2 * queue.Lines)) return MessageStatus.NotAQueue;
                var line = (int)turn;
                var mark = queue.LoadMark(line);
                if (mark == 0) return MessageStatus.Empty;
                var isPad = mark == QueueMemory<TSync>.Pad;
                var lines = isPad ? 1 : MessageQueue.LinesOf((int)Math.Min(mark, MessageQueue.MostWords));
                if (mark > QueueMemory<TSync>.Pad || line + lines > EndOfHalf(line, queue.Lines)) return MessageStatus.NotAQueue;
                if (!isPad) queue.Read(line, into[..(int)mark]);
                GiveBack(queue, line, lines);
                if (isPad) continue;
                Words = (int)mark;
                return MessageStatus.Done;
            }
        }

        /// <summary>
        /// Clears the marks of both lines: the second one's is a word of the message, and would be taken for a mark when two shorter ones come to these
        /// lines. Then frees the half with its last line; the change of the head is a full fence, so nobody turns to it before it is clear.
        /// </summary>
        private static void GiveBack(in QueueMemory<TSync> queue, int line, int lines)
        {
            for (var each = line; each < line + lines; each++) queue.StoreMark(each, 0);
            var next = line + lines;
            if (next == EndOfHalf(line, queue.Lines))
            {
                queue.Free(line / queue.Lines);
                next %= 2 * queue.Lines;
            }

            queue.StoreTurn(next);
        }

        private static int EndOfHalf(int line, int lines) => line < lines ? lines : 2 * lines;
    }

    /// <summary>Lets the queue take messages, or not.</summary>
    internal readonly struct SetStop(bool isStopped) : IMessageOperation
    {
        public MessageStatus Perform(long memory, ulong room)
        {
            var opened = QueueMemory<TSync>.Open(memory, room, out var queue);
            if (opened == MessageStatus.Done) queue.SetStop(isStopped);
            return opened;
        }
    }
}
