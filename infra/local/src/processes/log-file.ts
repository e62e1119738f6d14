import { createWriteStream, existsSync, renameSync, statSync, type WriteStream } from 'node:fs';
import type { Readable } from 'node:stream';

const LARGEST_LOG = 5 * 1024 * 1024;
const LINES_KEPT = 40;

/** Values that look like secrets wherever they stand. */
const PATTERNS: [RegExp, string][] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [redacted]'],
  [/([a-z][a-z0-9+]*:\/\/)[^\s/@:"']*:[^\s/@"']+@/gi, '$1[redacted]@'],
  [
    /((?:"|\\")?(?:password|passwd|secret|authorization|cookie|api_?key)(?:"|\\")?\s*[:=]\s*(?:"|\\")?)[^\s"\\,}]+/gi,
    '$1[redacted]',
  ],
];

/** Takes tokens, passwords and credentials in addresses out of a line of a log. */
export function redact(line: string): string {
  let text = line;
  for (const [pattern, replacement] of PATTERNS) text = text.replace(pattern, replacement);
  return text;
}

/** The log of one process: what it prints, line by line, without secrets. Rotated once when it has grown. */
export class LogFile {
  readonly path: string;
  readonly #stream: WriteStream;
  readonly #last: string[] = [];

  constructor(path: string) {
    this.path = path;
    if (existsSync(path) && statSync(path).size > LARGEST_LOG) renameSync(path, `${path}.1`);
    this.#stream = createWriteStream(path, { flags: 'a' });
    this.#stream.on('error', () => {
      // A full disk must not end the house; the services say so themselves.
    });
  }

  /** Takes everything that comes out of `source`, whole lines at a time. */
  take(source: Readable): void {
    let rest = '';
    source.setEncoding('utf8');
    source.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.write(line);
    });
    source.on('end', () => {
      if (rest) this.write(rest);
    });
  }

  write(line: string): void {
    const text = redact(line);
    this.#last.push(text);
    if (this.#last.length > LINES_KEPT) this.#last.shift();
    this.#stream.write(`${text}\n`);
  }

  /** The line that most likely says why a process ended: the last error, else the last line. */
  reason(): string {
    const error = this.#last.findLast(
      (line) => /error|fatal|cannot|refus|fault|EADDRINUSE|"level":(50|60)/i.test(line) && !/^\s+at /.test(line),
    );
    const line = error ?? this.#last.findLast((each) => each.trim() !== '') ?? 'it printed nothing';
    try {
      const entry = JSON.parse(line) as { msg?: string; err?: { message?: string } };
      return [entry.msg, entry.err?.message].filter(Boolean).join(': ') || line;
    } catch {
      return line.trim().slice(0, 300);
    }
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#stream.end(() => resolve()));
  }
}
