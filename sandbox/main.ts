import { createServer, type ServerType } from './listen';
import { loadSettings, SettingsProblem } from './load-settings';

const DRAIN_MS = 2_000;

function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function stopOn(signal: NodeJS.Signals, server: ServerType, close: () => Promise<void>): void {
  process.once(signal, () => {
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
    void close().then(() => server.close(() => process.exit(0)));
  });
}

function start(): void {
  try {
    const { port, options } = loadSettings(process.env);
    const { server, sandbox } = createServer({
      ...options,
      onRefusal: (line) => process.stdout.write(`${line}\n`),
    });
    server.on('error', (error: NodeJS.ErrnoException) =>
      end(
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken; set SANDBOX_PORT to a free one.`
          : `The sandbox cannot listen on port ${port} (${error.code ?? error.name}); set SANDBOX_PORT.`,
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      process.stdout.write(
        [
          '*** SANDBOX: simulates MDES Token Connect and Click to Pay. Never expose it, never use real cards. ***',
          `Token Connect  ${options.origin}/mdes`,
          `Click to Pay   ${options.origin}/provision`,
          `Journal        ${options.origin}/__sandbox/`,
          '',
        ].join('\n'),
      );
    });
    stopOn('SIGINT', server, sandbox.close);
    stopOn('SIGTERM', server, sandbox.close);
  } catch (error) {
    if (error instanceof SettingsProblem) end(error.message);
    throw error;
  }
}

start();
