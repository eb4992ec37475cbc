/** A way in which the Admin API fails to answer a query. */
export type AdminApiFault =
  /**
   * - `token revoked`: the access token of the query is revoked, and stays so
   * - `app uninstalled`: the shop uninstalls the app before the query
   * - `no scope`: the token has no scope for this query
   */
  | {readonly gives: 'token revoked' | 'app uninstalled' | 'no scope'}
  | {readonly gives: 'throttled by cost' | 'internal error' | 'no connection'}
  /** A right answer, after that many simulated milliseconds. */
  | {readonly gives: 'answer'; readonly after: number};

/** A fault of the next query, and the case that it belongs to. */
export interface ArmedAdminFault {
  readonly case: string;
  readonly fault: AdminApiFault;
}
