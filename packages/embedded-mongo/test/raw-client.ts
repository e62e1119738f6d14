import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Binary, type Document, deserialize, Long, serialize } from 'bson';

const OP_MSG = 2013;

/** An OP_MSG frame with one body section. */
export function messageFrame(body: Uint8Array, requestId = 1, flags = 0): Buffer {
  const frame = Buffer.alloc(21 + body.length);
  frame.writeInt32LE(frame.length, 0);
  frame.writeInt32LE(requestId, 4);
  frame.writeInt32LE(OP_MSG, 12);
  frame.writeUInt32LE(flags, 16);
  frame.set(body, 21);
  return frame;
}

/** A client without any of the driver's help: frames out, frames in. */
export class RawClient {
  readonly socket: Socket;
  closed = false;
  private received = Buffer.alloc(0);
  private wake: (() => void) | undefined;
  private requestId = 1;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk) => {
      this.received = Buffer.concat([this.received, chunk]);
      this.wake?.();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.closed = true;
      this.wake?.();
    });
  }

  static async connect(uri: string): Promise<RawClient> {
    const { hostname, port } = new URL(uri);
    const socket = connect({ host: hostname, port: Number(port || 27017) });
    await once(socket, 'connect');
    return new RawClient(socket);
  }

  static session(): Document {
    return { id: new Binary(crypto.getRandomValues(new Uint8Array(16)), 4) };
  }

  /** The next reply as it came; undefined when the server closed the connection, or nothing came in time. */
  async nextFrame(timeoutMs = 10_000): Promise<Buffer | undefined> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      if (this.received.length >= 4) {
        const size = this.received.readInt32LE(0);
        if (this.received.length >= size) {
          const frame = this.received.subarray(0, size);
          this.received = this.received.subarray(size);
          return frame;
        }
      }
      if (this.closed || Date.now() >= deadline) return undefined;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deadline - Date.now());
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Sends a command and returns the reply, whether it is an error or not. */
  async run(db: string, command: Document): Promise<Document> {
    this.socket.write(messageFrame(serialize({ ...command, $db: db }), this.requestId++));
    const frame = await this.nextFrame();
    if (!frame) throw new Error('the server did not answer');
    return deserialize(frame.subarray(21));
  }

  /** A retryable write: the same number means the same write. */
  runNumbered(db: string, command: Document, lsid: Document, number: number): Promise<Document> {
    return this.run(db, { ...command, lsid, txnNumber: Long.fromNumber(number) });
  }

  close(): void {
    this.socket.destroy();
  }
}
