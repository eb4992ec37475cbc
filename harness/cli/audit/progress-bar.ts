import type {Progress} from '../../audit/options.ts';

/** Makes a progress bar for a terminal. It does nothing if the output goes elsewhere. */
export function progressBar(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>): {
  show: (progress: Progress) => void;
  clear: () => void;
} {
  if (!stream.isTTY) return {show: () => {}, clear: () => {}};
  return {
    show: (progress) => stream.write(`\r${barOf(progress, stream.columns)}\u{1B}[K`),
    clear: () => stream.write('\r\u{1B}[K'),
  };
}

export function barOf({done, of, case: id}: Progress, columns: number): string {
  const filled = Math.round((done / Math.max(1, of)) * WIDTH);
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${String(done).padStart(String(of).length)}/${of} ${id}`.slice(
    0,
    columns - 1,
  );
}

const WIDTH = 24;
