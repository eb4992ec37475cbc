import {decoded} from '../../decoded.ts';

/** A request that cannot be carried out because of its form. The sender gets the status and the reason. */
export class BadRequest extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Decodes a part of a path. */
export function decodePart(part: string): string {
  const read = decoded(part);
  if (read === null) throw new BadRequest(400, `The path has invalid percent-encoding: "${part}".`);
  return read;
}
