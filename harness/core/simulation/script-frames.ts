/** A frame of a stack, by the URL of its script. */
export interface ScriptFrame {
  readonly url: URL;
  readonly line: number;
  readonly column: number;
}

/** Reads the frames of a stack that a browser wrote, the innermost first. */
export function scriptFrames(stack: string): ScriptFrame[] {
  return [...stack.matchAll(/(https?:\/\/[^\s()]+):(\d+):(\d+)\)?$/gm)].flatMap(
    ([, url = '', line, column]) =>
      URL.canParse(url) ? [{url: new URL(url), line: Number(line), column: Number(column)}] : [],
  );
}

/** Names a line of a script as it was served: `/app.js:12:7`, or with its host if that is another one. */
export function servedPosition({url, line, column}: ScriptFrame, origin: string): string {
  return `${url.origin === origin ? '' : url.host}${url.pathname}:${line}:${column}`;
}
