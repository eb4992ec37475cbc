/** Finds the offset of the error in malformed JSON. V8 reports it in some of its messages. */
export function jsonErrorOffset(text: string): number {
  let at = 0;

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found !== undefined;
  };

  const space = (): boolean => take(/[ \t\r\n]*/y);
  const string = (): boolean => take(/"(?:[ !#-[\]-\u{10FFFF}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/uy);
  const pair = (): boolean => string() && space() && take(/:/y) && value();

  const list = (end: RegExp, item: () => boolean): boolean => {
    space();
    if (take(end)) return true;
    for (;;) {
      space();
      if (!item()) return false;
      space();
      if (take(end)) return true;
      if (!take(/,/y)) return false;
    }
  };

  const value = (): boolean => {
    space();
    if (take(/\{/y)) return list(/\}/y, pair);
    if (take(/\[/y)) return list(/\]/y, value);
    return string() || take(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y);
  };

  if (value()) space();
  return at;
}
