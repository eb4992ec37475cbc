/** An error that only simhost answers: the platform would have answered. */
export class NotSimulated extends Error {
  readonly extensions = {code: 'SIMHOST_NOT_SIMULATED'};
}
