/** Where progress is written; `isTTY` decides between one live line and now and then a line. */
export interface ProgressStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Shows that work is going on. */
export interface Progress {
  /** Begins a stretch of work. @param total in rows; null when it is not known */
  begin(title: string, total: number | null): void;
  /** @param done rows so far */
  at(done: number, note?: string): void;
  end(note?: string): void;
  /** A line that stays. */
  say(line: string): void;
}

const LIVE_EVERY_MS = 80;
const LINE_EVERY_MS = 5_000;
const BAR_WIDTH = 24;

const number = (value: number) => Math.round(value).toLocaleString('en-US');

export function createProgress(stream: ProgressStream, now: () => number = Date.now): Progress {
  const live = stream.isTTY === true;
  let title = '';
  let total: number | null = null;
  let done = 0;
  let note = '';
  let startedAt = 0;
  let shownAt = 0;

  const rate = () => {
    const seconds = (now() - startedAt) / 1000;
    return seconds > 0.5 && done > 0 ? ` ${number(done / seconds)}/s` : '';
  };
  const bar = () => {
    if (!total) return '';
    const filled = Math.round(BAR_WIDTH * Math.min(1, done / total));
    return `[${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}] `;
  };
  const counts = () => (total === null ? number(done) : `${number(done)} of ${number(total)}`);
  const line = () => `  ${title.padEnd(26)} ${live ? bar() : ''}${counts()}${rate()}${note ? ` · ${note}` : ''}`;
  const clear = () => live && stream.write('\r\x1b[2K');
  const show = () => {
    shownAt = now();
    if (live) stream.write(`\r\x1b[2K${line().slice(0, (stream.columns ?? 100) - 1)}`);
    else stream.write(`${line()}\n`);
  };

  return {
    begin(nextTitle, nextTotal) {
      [title, total, done, note, startedAt] = [nextTitle, nextTotal, 0, '', now()];
      shownAt = now();
      if (live) show();
    },
    at(nextDone, nextNote = '') {
      [done, note] = [nextDone, nextNote];
      if (now() - shownAt >= (live ? LIVE_EVERY_MS : LINE_EVERY_MS)) show();
    },
    end(lastNote = '') {
      note = lastNote;
      if (title === '') return;
      show();
      if (live) stream.write('\n');
      title = '';
    },
    say(text) {
      clear();
      stream.write(`${text}\n`);
      if (live && title !== '') show();
    },
  };
}
