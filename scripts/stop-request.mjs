const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const LOOK_MS = 500;

/**
 * Calls `listener` whenever this process is told to stop. npm does not always pass a signal on: the shell it started us
 * with dies of it and leaves us behind, so under npm a parent that is gone counts as SIGTERM.
 * @param {(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => void} listener
 * @returns {() => void} stops listening
 */
export function onStopRequest(listener) {
  const handlers = SIGNALS.map((name) => {
    const handler = () => listener(name);
    process.on(name, handler);
    return () => process.off(name, handler);
  });
  const parent = process.ppid;
  const look = () => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    listener('SIGTERM');
  };
  const timer =
    process.env.npm_lifecycle_event === undefined ? undefined : setInterval(look, LOOK_MS).unref();
  return () => {
    clearInterval(timer);
    for (const remove of handlers) remove();
  };
}
