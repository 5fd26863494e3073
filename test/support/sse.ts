/** One message of an event stream. */
export type StreamEvent = {
  id: string;
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of an event, and fails where it is not so.
  data: any;
};

export type EventReader = {
  status: number;
  headers: Headers;
  /** What has arrived so far, oldest first, without `ready`. */
  events: StreamEvent[];
  /** Where a reader goes on who has lost the connection now. */
  lastEventId(): string | undefined;
  /** Hangs up, as a lost connection does. */
  close(): void;
  /** Resolves when either side has hung up. */
  ended: Promise<void>;
};

/** Follows a server-sent event stream from `lastEventId` on, or from now; resolves once the server has said from where. */
export async function openEvents(
  baseUrl: string,
  { token, lastEventId }: { token: string; lastEventId?: string | undefined },
): Promise<EventReader> {
  const hangUp = new AbortController();
  const response = await fetch(`${baseUrl}/v1/events`, {
    headers: { authorization: `Bearer ${token}`, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
    signal: hangUp.signal,
  });
  if (!response.body) throw new Error('The answer has no body');
  const events: StreamEvent[] = [];
  let last: string | undefined;
  const reader = messages(response.body);
  const take = ({ done, value }: IteratorResult<StreamEvent>): boolean => {
    if (done) return false;
    last = value.id;
    if (value.event !== 'ready') events.push(value);
    return true;
  };
  if (response.ok) take(await reader.next());
  const follow = async () => {
    while (take(await reader.next()));
  };
  const ended = follow().catch((error: unknown) => {
    // Either side may hang up in the middle; fetch then says "terminated".
    if (!hangUp.signal.aborted && !(error instanceof TypeError)) throw error;
  });
  return {
    status: response.status,
    headers: response.headers,
    events,
    lastEventId: () => last,
    close: () => hangUp.abort(),
    ended,
  };
}

async function* messages(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent, void> {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream() as never) as unknown as AsyncIterable<string>) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: ?(.*)/s, 2)));
      if (fields.data !== undefined) yield { id: fields.id, event: fields.event, data: JSON.parse(fields.data) };
    }
  }
}
