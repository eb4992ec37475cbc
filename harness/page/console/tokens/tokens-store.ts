import {type Signal, signal} from '@preact/signals';
import type {TokenRow, TokenView} from '../../../wire/token-row.ts';
import {ask} from '../state/console-client.ts';

/** The tokens that were given out, in order of issue; null before they are known. */
export const tokenRows: Signal<readonly TokenRow[] | null> = signal(null);

/** The selected token in full; null before it is known. */
export const tokenView: Signal<TokenView | null> = signal(null);

/** Asks for the tokens. */
export async function loadTokens(): Promise<void> {
  const rows = (await ask('given-tokens', null)) as readonly TokenRow[] | null;
  if (rows != null) tokenRows.value = rows;
}

/** Asks for a token in full. A number that is gone shows nothing. */
export async function loadToken(number: number): Promise<void> {
  tokenView.value = ((await ask('token', number)) ?? null) as TokenView | null;
}
