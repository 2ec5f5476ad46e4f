import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';

interface Received {
  head: string;
  body: Buffer;
}

/** Answers the n-th request (from 0) on its raw socket. */
export type Behaviour = (socket: Socket, request: Received, n: number) => void;

export interface Peer {
  url: string;
  received: Received[];
  close: () => Promise<void>;
}

/** A peer on 127.0.0.1 that does to a connection whatever a test wants, below HTTP where needed. */
export async function startPeer(behaviour: Behaviour): Promise<Peer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let data = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      data = Buffer.concat([data, chunk]);
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = data.subarray(0, end).toString('latin1');
      const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
      if (data.length < end + 4 + length) return;
      const request = { head, body: data.subarray(end + 4) };
      received.push(request);
      behaviour(socket, request, received.length - 1);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/mdes`,
    received,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A whole answer, then the end of the connection. */
export function answer(status: number, body: string, headers: Record<string, string> = {}): Behaviour {
  const bytes = Buffer.from(body, 'utf8');
  const lines = Object.entries({ 'content-length': String(bytes.length), ...headers });
  const head = [`HTTP/1.1 ${status} X`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join(
    '\r\n',
  );
  return (socket) => socket.end(Buffer.concat([Buffer.from(head), bytes]));
}

/** One behaviour after the other; the last one repeats. */
export function inTurn(...behaviours: Behaviour[]): Behaviour {
  return (socket, request, n) => behaviours[Math.min(n, behaviours.length - 1)]?.(socket, request, n);
}
