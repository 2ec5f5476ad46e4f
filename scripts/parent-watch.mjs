// Loaded before a program that `npm start` runs (node --import). When the starter is gone, killed even, the channel to
// it closes, and the program stops in its own orderly way instead of holding the port and the database for ever.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 20_000).unref();
});
process.channel?.unref();
