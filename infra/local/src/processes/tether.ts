/**
 * Loaded into every process of the house (`node --import`): when the launcher is gone, however it ended, the process
 * drains as on SIGTERM, and ends outright if that takes too long.
 */
const DRAIN_MS = 10_000;

if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
  });
}
