#!/usr/bin/env node
/** `npx embedded-mongo --port P --dir D`: the embedded MongoDB alone, on the Node that the packages bring along. */
process.argv.splice(2, 0, 'packages/embedded-mongo/src/main.ts');
await import('./bootstrap.mjs');
