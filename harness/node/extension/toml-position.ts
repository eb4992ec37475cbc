import {positionAt, type Position} from './display-path.ts';

/** Finds the beginning of each value of valid TOML, by dotted path with indexes: `extensions.0.targeting.1.module`. */
export function tomlPositions(text: string): ReadonlyMap<string, Position> {
  return new Scanner(text).document();
}

class Scanner {
  readonly #text: string;
  readonly #positions = new Map<string, Position>();
  /** The number of tables so far in each array of tables. */
  readonly #counts = new Map<string, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): ReadonlyMap<string, Position> {
    let table: readonly string[] = [];
    for (this.#skipSpace(); this.#at < this.#text.length; this.#skipSpace()) {
      if (this.#peek('[')) table = this.#header();
      else this.#pair(table);
    }
    return this.#positions;
  }

  #header(): readonly string[] {
    const start = this.#at;
    const isArray = this.#peek('[[');
    this.#at += isArray ? 2 : 1;
    const keys = this.#keys();
    this.#at += isArray ? 2 : 1;
    const path: string[] = [];

    keys.forEach((key, depth) => {
      path.push(key);
      const name = path.join('.');
      if (isArray && depth === keys.length - 1) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
      const count = this.#counts.get(name);
      if (count !== undefined) path.push(String(count - 1));
    });

    this.#mark(path, start);
    return path;
  }

  #pair(table: readonly string[]): void {
    const path = [...table, ...this.#keys()];
    this.#at++;
    this.#inline();
    this.#value(path);
  }

  #keys(): string[] {
    const keys: string[] = [];
    do {
      if (this.#peek('.')) this.#at++;
      this.#inline();
      keys.push(this.#peek('"') || this.#peek("'") ? this.#string().slice(1, -1) : this.#take(/[\w-]+/y));
      this.#inline();
    } while (this.#peek('.'));

    return keys;
  }

  #value(path: readonly string[]): void {
    this.#mark(path, this.#at);
    if (this.#peek('"') || this.#peek("'")) this.#string();
    else if (this.#peek('[')) this.#list(']', (index) => this.#value([...path, String(index)]));
    else if (this.#peek('{')) this.#list('}', () => this.#pair(path));
    else this.#take(/[^,\]}#\r\n]+/y);
  }

  #list(end: string, item: (index: number) => void): void {
    this.#at++;
    for (let index = 0; ; index++) {
      this.#skipSpace();
      if (this.#peek(end)) break;
      item(index);
      this.#skipSpace();
      if (this.#peek(',')) this.#at++;
    }

    this.#at++;
  }

  #string(): string {
    return this.#take(/"""(?:\\[^]|[^\\])*?"{3,5}|'''[^]*?'{3,5}|"(?:\\.|[^"\\])*"|'[^']*'/y);
  }

  #mark(path: readonly string[], offset: number): void {
    this.#positions.set(path.join('.'), positionAt(this.#text, offset));
  }

  #peek(expected: string): boolean {
    return this.#text.startsWith(expected, this.#at);
  }

  #inline(): void {
    this.#take(/[ \t]*/y);
  }

  #skipSpace(): void {
    this.#take(/(?:[ \t\r\n]|#[^\n]*)*/y);
  }

  /** Advances always, so that TOML which smol-toml reads differently cannot hang this scanner. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found === undefined ? 1 : found.length;
    return found ?? '';
  }
}
