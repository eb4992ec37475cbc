import type {AccountRecords} from '../../../world/account-records.ts';
import {UserError, withUserErrors} from '../graphql/user-error.ts';
import type {CustomerAccount} from './account-state.ts';

interface RemoveArguments {
  readonly paymentInstrumentId: string;
  readonly replacementPaymentInstrumentId?: string | null;
}

/**
 * Resolves the mutations of payment methods that need nothing from the outside of the platform. A new card would come
 * from a vault that simhost does not simulate.
 *
 * @see https://shopify.dev/docs/api/customer/latest/mutations/paymentInstrumentRemove
 */
export function walletMutations(account: () => CustomerAccount): object {
  return {
    paymentInstrumentRemove: (given: RemoveArguments) =>
      withUserErrors(() => remove(account(), given), {deletedPaymentInstrumentId: null}),
    businessLocationPaymentInstrumentRemove: (given: RemoveArguments & {companyLocationId: string}) =>
      withUserErrors(() => removeOfBranch(account(), given), {deletedPaymentInstrumentId: null}),
    paymentInstrumentUpdateDefault: (given: {paymentInstrumentId: string; default: boolean}) =>
      withUserErrors(() => updateDefault(account(), given), {updatedPaymentInstrumentId: null}),
    shopPayCreditCardGetUpdateUrl: (given: {paymentMethodId: string}) =>
      withUserErrors(() => updateUrl(account(), given), {updateShopPayCreditCardUrl: null}),
  };
}

function remove(account: CustomerAccount, given: RemoveArguments): object {
  refuseUnknown(account, given.paymentInstrumentId, 'paymentInstrumentId');
  refuseBadReplacement(account, given);
  account.changeRecords(without(account.records(), given));
  return {deletedPaymentInstrumentId: given.paymentInstrumentId};
}

function removeOfBranch(
  account: CustomerAccount,
  {companyLocationId, ...given}: RemoveArguments & {readonly companyLocationId: string},
): object {
  if (account.customer?.company?.location.id !== companyLocationId)
    throw new UserError('COMPANY_LOCATION_ID_DOES_NOT_EXIST', 'Company location does not exist.', [
      'companyLocationId',
    ]);

  return remove(account, given);
}

function refuseBadReplacement(
  account: CustomerAccount,
  {paymentInstrumentId, replacementPaymentInstrumentId}: RemoveArguments,
): void {
  if (replacementPaymentInstrumentId == null) return;

  refuseUnknown(account, replacementPaymentInstrumentId, 'replacementPaymentInstrumentId');
  if (replacementPaymentInstrumentId === paymentInstrumentId)
    throw new UserError(
      'CANNOT_REPLACE_PAYMENT_INSTRUMENT_WITH_ITSELF',
      'A payment instrument cannot replace itself.',
      ['replacementPaymentInstrumentId'],
    );
}

/** Removes a payment method. Contracts that it paid, and the default, go to its replacement. */
function without(
  {wallet, subscriptions, defaultInstrumentId}: AccountRecords,
  {paymentInstrumentId: removed, replacementPaymentInstrumentId = null}: RemoveArguments,
): Pick<AccountRecords, 'wallet' | 'subscriptions' | 'defaultInstrumentId'> {
  const moved = (id: string | null): string | null => (id === removed ? replacementPaymentInstrumentId : id);

  return {
    wallet: wallet.filter(({id}) => id !== removed),
    subscriptions: subscriptions.map((contract) => ({
      ...contract,
      paymentInstrumentId: moved(contract.paymentInstrumentId),
    })),
    defaultInstrumentId: moved(defaultInstrumentId),
  };
}

function updateDefault(
  account: CustomerAccount,
  {
    paymentInstrumentId,
    default: isDefault,
  }: {readonly paymentInstrumentId: string; readonly default: boolean},
): object {
  refuseUnknown(account, paymentInstrumentId, 'paymentInstrumentId');

  const {defaultInstrumentId} = account.records();
  if (isDefault) account.changeRecords({defaultInstrumentId: paymentInstrumentId});
  else if (defaultInstrumentId === paymentInstrumentId) account.changeRecords({defaultInstrumentId: null});
  return {updatedPaymentInstrumentId: paymentInstrumentId};
}

/** Refuses every card: none of the world belongs to Shop Pay. */
function updateUrl(account: CustomerAccount, {paymentMethodId}: {readonly paymentMethodId: string}): never {
  refuseUnknown(account, paymentMethodId, 'paymentMethodId');
  throw new UserError('CANNOT_REDIRECT_TO_SHOP_PAY', 'The card does not belong to Shop Pay.', [
    'paymentMethodId',
  ]);
}

function refuseUnknown(account: CustomerAccount, id: string, argument: string): void {
  const isKnown = account.records().wallet.some((known) => known.id === id);
  if (!isKnown)
    throw new UserError('PAYMENT_INSTRUMENT_ID_DOES_NOT_EXIST', 'Payment instrument does not exist.', [
      argument,
    ]);
}
