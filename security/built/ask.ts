import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  setCookies: string[];
}

export interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** One request to a program on this machine, with exactly these headers and no redirect followed. */
export function askPort(port: number, target: string, question: Question = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port,
        path: target,
        method: question.method ?? 'GET',
        headers: question.headers ?? {},
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
            setCookies: response.headers['set-cookie'] ?? [],
          }),
        );
      },
    );
    call.setTimeout(30_000, () => call.destroy(new Error(`no answer to ${target} within 30 s`)));
    call.once('error', reject);
    call.end(question.body);
  });
}

/** Bytes as they are, and what comes back until the other side closes or two seconds have passed in silence. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    let received = '';
    const end = () => {
      socket.destroy();
      resolve(received);
    };
    socket.setTimeout(2_000, end);
    socket.on('data', (chunk) => (received += chunk.toString('latin1')));
    socket.once('error', end);
    socket.once('close', end);
    socket.write(text);
  });
}
