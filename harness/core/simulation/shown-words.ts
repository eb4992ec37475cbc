import {isRecord} from '../../records.ts';
import type {Checkout} from '../../wire/checkout.ts';
import type {Localization} from '../../wire/localization.ts';
import type {Money, Order} from '../../wire/order.ts';
import type {ShownWords} from '../../wire/shown-words.ts';

/** The formatters so far, because creating one takes milliseconds. */
const formatters = new Map<string, Formatter>();

type Formatter = Intl.DateTimeFormat | Intl.NumberFormat;

/** Writes all days and amounts of orders and a checkout in the language and the time zone of a page. */
export function shownWords(
  shown: {readonly orders: readonly Order[]; readonly checkout: Checkout},
  {language, timezone}: Pick<Localization, 'language' | 'timezone'>,
): ShownWords {
  const days = kept(
    `days ${language} ${timezone}`,
    () => new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: timezone}),
  );

  const written = (money: Money): string =>
    kept(
      `amounts ${language} ${money.currencyCode}`,
      () => new Intl.NumberFormat(language, {style: 'currency', currency: money.currencyCode}),
    ).format(money.amount);

  const instants = shown.orders.flatMap(({processedAt, cancelledAt}) => [processedAt, cancelledAt]);
  return {
    days: Object.fromEntries(
      instants
        .filter((instant) => instant !== null)
        .map((instant) => [instant, days.format(new Date(instant))]),
    ),
    amounts: Object.fromEntries(
      amountsIn(shown).map((money) => [`${money.currencyCode} ${money.amount}`, written(money)]),
    ),
  };
}

/** Finds the amounts in a value, at any depth. */
function amountsIn(value: unknown): readonly Money[] {
  if (Array.isArray(value)) return value.flatMap(amountsIn);
  if (!isRecord(value)) return [];
  return isMoney(value) ? [value] : Object.values(value).flatMap(amountsIn);
}

function isMoney(value: object): value is Money {
  return (
    'amount' in value &&
    typeof value.amount === 'number' &&
    'currencyCode' in value &&
    typeof value.currencyCode === 'string'
  );
}

function kept<Kind extends Formatter>(key: string, make: () => Kind): Kind {
  const formatter = (formatters.get(key) as Kind | undefined) ?? make();
  formatters.set(key, formatter);
  return formatter;
}
