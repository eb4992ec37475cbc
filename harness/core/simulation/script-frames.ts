/** A frame of a stack, by the URL of its script. */
export interface ScriptFrame {
  readonly url: URL;
  readonly line: number;
  readonly column: number;
}

/** Reads the frames of a stack that a browser wrote, the innermost first. */
export function scriptFrames(stack: string): ScriptFrame[] {
  return stack.split(/[\n\r\u2028\u2029]/).flatMap((line) => frameOf(line) ?? []);
}

/**
 * Reads a line of a stack, or returns `null`. A stack starts with the error's message, which can be very long. One regular
 * expression for the whole line would try each URL in it up to the end.
 */
function frameOf(line: string): ScriptFrame | null {
  const position = /:(\d+):(\d+)\)?$/.exec(line);
  if (position === null) return null;

  const before = line.slice(0, position.index);
  const word = before.slice(1 + Math.max(...ENDS_OF_WORDS.map((end) => before.lastIndexOf(end))));
  const start = word.search(/https?:\/\//);
  const url = start === -1 ? '' : word.slice(start);
  if (!URL.canParse(url)) return null;
  return {url: new URL(url), line: Number(position[1]), column: Number(position[2])};
}

const ENDS_OF_WORDS = [' ', '\t', '(', ')'];

/** Names a line of a script as it was served: `/app.js:12:7`, or with its host if that is another one. */
export function servedPosition({url, line, column}: ScriptFrame, origin: string): string {
  return `${url.origin === origin ? '' : url.host}${url.pathname}:${line}:${column}`;
}
