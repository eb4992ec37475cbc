import type {Exchange, RequestMutation, Sender, TokenMutation} from './case.ts';
import type {NameAndValue, OutgoingRequest} from './outgoing-request.ts';
import {jsonFields, withHeaders, withJsonBody, withQuery} from './request-parts.ts';

/** A forged part that is sent in addition to a token. */
export interface Forged {
  readonly change: (request: OutgoingRequest) => OutgoingRequest;
  /** Values that the answer must not be about. Default: none. */
  readonly values?: readonly string[];
  /** Default: a good token. */
  readonly mutation?: TokenMutation;
  /** The request whose answer is compared. Default: the one with nothing forged. */
  readonly control?: (request: OutgoingRequest) => OutgoingRequest;
}

/** Sends a token, and in addition something forged that the answer must not follow. */
export async function forged(
  given: OutgoingRequest,
  sender: Sender,
  {change, values = [], mutation, control}: Forged,
): Promise<OutgoingRequest> {
  const carried = async (): Promise<OutgoingRequest> => sender.carry(given, await sender.token(mutation));
  const plain = await carried();

  return {...change(await carried()), forged: values, control: control?.(plain) ?? plain};
}

/**
 * Names somebody else in the query.
 *
 * @param unused a value that belongs to nobody, for the request whose answer is compared
 */
export function forgedQuery(
  names: readonly string[],
  value: (sender: Sender) => string,
  unused?: string,
): RequestMutation {
  return (given, sender) => {
    const other = value(sender);
    return forged(given, sender, {
      values: [other],
      change: (sent) => withQuery(sent, ...each(names, other)),
      ...(unused === undefined
        ? {}
        : {control: (sent: OutgoingRequest) => withQuery(sent, ...each(names, unused))}),
    });
  };
}

/** Names somebody else in a JSON body; otherwise like `forgedQuery`. */
export function forgedBody(
  names: readonly string[],
  value: (sender: Sender) => string,
  unused?: string,
): Exchange {
  return async (given, sender) => {
    const other = value(sender);
    const own = jsonFields(given.body);
    const withFields = (sent: OutgoingRequest, forgedValue: string): OutgoingRequest => ({
      ...sent,
      body: JSON.stringify({...own, ...Object.fromEntries(each(names, forgedValue))}),
    });

    const request = await forged(withJsonBody(given, own), sender, {
      values: [other],
      change: (sent) => withFields(sent, other),
      ...(unused === undefined ? {} : {control: (sent: OutgoingRequest) => withFields(sent, unused)}),
    });

    return [{request}];
  };
}

/** Names somebody else in headers. */
export function forgedHeaders(names: readonly string[], value: (sender: Sender) => string): RequestMutation {
  return (given, sender) => {
    const other = value(sender);
    return forged(given, sender, {
      values: [other],
      change: (sent) => withHeaders(sent, ...each(names, other)),
    });
  };
}

function each(names: readonly string[], value: string): readonly NameAndValue[] {
  return names.map((name) => [name, value]);
}
