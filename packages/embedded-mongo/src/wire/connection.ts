import type { Socket } from 'node:net';
import type { Doc, Value } from '../bson/values.ts';
import { MongoError } from '../errors.ts';
import { MAX_MESSAGE_BYTES, ProtocolError, type Request, readRequest, writeReply } from './frames.ts';

/** Answers one command; never rejects. */
export type Handler = (command: Doc, connection: ClientConnection) => Promise<Doc>;

/** One client: cuts the stream into frames and answers them one after the other. */
export class ClientConnection {
  readonly id: number;
  /** Called when the client is gone. */
  onClose: (() => void) | undefined;
  /** The `appName` that the client gave. */
  application: Value;
  private readonly socket: Socket;
  private readonly handler: Handler;
  private readonly onError: (error: unknown) => Doc;
  private chunks: Buffer[] = [];
  private buffered = 0;
  private working = false;
  private ended = false;
  private isCut = false;

  constructor(id: number, socket: Socket, handler: Handler, onError: (error: unknown) => Doc) {
    this.id = id;
    this.socket = socket;
    this.handler = handler;
    this.onError = onError;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.chunks.push(chunk);
      this.buffered += chunk.length;
      // A client that sends without waiting for answers is held back.
      if (this.working && this.buffered > MAX_MESSAGE_BYTES) socket.pause();
      void this.work();
    });
    socket.on('error', () => socket.destroy());
  }

  get busy(): boolean {
    return this.working;
  }

  /** Stops reading and closes once the current command is answered. */
  end(): void {
    this.ended = true;
    if (!this.working) this.socket.destroy();
  }

  /** The current command is not answered any more, and the connection closes. */
  cut(): void {
    this.isCut = true;
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    try {
      for (;;) {
        const frame = this.nextFrame();
        if (!frame || this.ended) break;
        if (!(await this.answer(frame))) return void this.socket.destroy();
      }
    } catch (error) {
      // A frame that breaks the protocol ends the connection: what follows it cannot be trusted.
      if (!(error instanceof ProtocolError)) console.error(error);
      this.socket.destroy();
    } finally {
      this.working = false;
      if (this.ended) this.socket.end();
      else this.socket.resume();
    }
  }

  private nextFrame(): Buffer | undefined {
    if (this.buffered < 16) return undefined;
    if (this.chunks[0].length < 16) this.chunks = [Buffer.concat(this.chunks)];
    const size = this.chunks[0].readInt32LE(0);
    if (size < 16 || size > MAX_MESSAGE_BYTES) throw new ProtocolError(`bad message length ${size}`);
    if (this.buffered < size) return undefined;
    const all = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    this.buffered -= size;
    this.chunks = this.buffered > 0 ? [all.subarray(size)] : [];
    return all.subarray(0, size);
  }

  private async answer(frame: Buffer): Promise<boolean> {
    let request: Request;
    try {
      request = readRequest(frame);
    } catch (error) {
      if (!(error instanceof MongoError)) throw error;
      const failed = { id: frame.readInt32LE(4), opCode: frame.readInt32LE(12) };
      this.socket.write(writeReply(failed, this.onError(error)));
      return true;
    }
    const reply = await this.handler(request.command, this);
    if (this.isCut) return false;
    if (!request.silent && !this.socket.destroyed) {
      // Waiting for a slow reader keeps replies from piling up in memory.
      if (!this.socket.write(writeReply(request, reply))) await drained(this.socket);
    }
    return true;
  }
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
  });
}
