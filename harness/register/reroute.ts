/** The path on simhost's server that a request takes instead of going to its own URL. */
export interface Reroute {
  /** Path and query. */
  readonly path: string;
  /** Headers that are added. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Finds the reroute of a request to a URL; `null` if the request goes to the URL itself. */
export type FindReroute = (url: URL) => Reroute | null;
