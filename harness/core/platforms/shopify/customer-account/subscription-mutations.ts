import {billingCycle, cycleIndexAt} from '../../../world/billing-cycles.ts';
import type {SubscriptionContract} from '../../../world/subscriptions.ts';
import {UserError, withUserErrors} from '../graphql/user-error.ts';
import type {CustomerAccount} from './account-state.ts';
import {resolveCycle} from './subscription-resolver.ts';

/** The last cycle that can be selected; later ones have dates beyond those of any calendar in use. */
const LAST_CYCLE = 10_000;

interface ContractArguments {
  readonly subscriptionContractId: string;
}

interface CycleArguments {
  readonly billingCycleInput: {
    readonly contractId: string;
    readonly selector: {readonly index?: number | null; readonly date?: string | null};
  };
}

/** Resolves a contract after a change. */
export type ResolveContract = (contract: SubscriptionContract) => object;

/**
 * Resolves the mutations of a contract's status, billing cycles and payment method. Later queries show the change.
 *
 * @see https://shopify.dev/docs/api/customer/latest/mutations/subscriptionContractPause
 */
export function subscriptionMutations(account: () => CustomerAccount, resolve: ResolveContract): object {
  const setStatus =
    (status: SubscriptionContract['status']) =>
    ({subscriptionContractId}: ContractArguments): object =>
      withUserErrors(() => ({contract: resolve(changeStatus(account(), subscriptionContractId, status))}), {
        contract: null,
      });

  const setSkipped =
    (isSkipped: boolean) =>
    ({billingCycleInput}: CycleArguments): object =>
      withUserErrors(() => skipCycle(account(), billingCycleInput, isSkipped), {billingCycle: null});

  return {
    subscriptionContractActivate: setStatus('ACTIVE'),
    subscriptionContractPause: setStatus('PAUSED'),
    subscriptionContractCancel: setStatus('CANCELLED'),
    subscriptionBillingCycleSkip: setSkipped(true),
    subscriptionBillingCycleUnskip: setSkipped(false),
    subscriptionContractChangePaymentInstrument: (given: ContractArguments & {paymentInstrumentId: string}) =>
      withUserErrors(() => ({contract: resolve(changeInstrument(account(), given))}), {contract: null}),
  };
}

/**
 * Finds a contract that can be changed.
 *
 * @throws {UserError} for one that does not exist, or that has ended
 */
export function openContract(
  account: CustomerAccount,
  id: string,
  terminated: {readonly code: string; readonly field?: readonly string[]},
): SubscriptionContract {
  const field = terminated.field ?? ['subscriptionContractId'];
  const contract = account.records().subscriptions.find((known) => known.id === id);
  if (contract === undefined)
    throw new UserError(
      'SUBSCRIPTION_CONTRACT_DOES_NOT_EXIST',
      'Subscription contract does not exist.',
      field,
    );
  if (contract.status === 'CANCELLED')
    throw new UserError(terminated.code, 'The subscription contract has ended.', field);

  return contract;
}

/** Stores a changed contract, and returns it with its new time and revision. */
export function saveContract(account: CustomerAccount, changed: SubscriptionContract): SubscriptionContract {
  const saved = {
    ...changed,
    updatedAt: new Date(account.now()).toISOString(),
    revision: changed.revision + 1,
  };

  const {subscriptions} = account.records();
  account.changeRecords({
    subscriptions: subscriptions.map((known) => (known.id === saved.id ? saved : known)),
  });
  return saved;
}

/** Changes the status. A contract that has it already stays as it is. */
function changeStatus(
  account: CustomerAccount,
  id: string,
  status: SubscriptionContract['status'],
): SubscriptionContract {
  const contract = openContract(account, id, {code: 'CONTRACT_TERMINATED'});
  return contract.status === status ? contract : saveContract(account, {...contract, status});
}

function changeInstrument(
  account: CustomerAccount,
  {subscriptionContractId, paymentInstrumentId}: ContractArguments & {readonly paymentInstrumentId: string},
): SubscriptionContract {
  const contract = openContract(account, subscriptionContractId, {code: 'INVALID'});
  const isKnown = account.records().wallet.some(({id}) => id === paymentInstrumentId);
  if (!isKnown)
    throw new UserError('PAYMENT_INSTRUMENT_DOES_NOT_EXIST', 'Payment instrument does not exist.', [
      'paymentInstrumentId',
    ]);

  return saveContract(account, {...contract, paymentInstrumentId});
}

/** Skips a cycle that is not over, or takes that back. The only code of the schema is `INVALID`. */
function skipCycle(
  account: CustomerAccount,
  {contractId, selector}: CycleArguments['billingCycleInput'],
  isSkipped: boolean,
): object {
  const now = account.now();
  const contract = account.records().subscriptions.find(({id}) => id === contractId);
  if (contract === undefined)
    throw invalid('Subscription contract does not exist.', ['billingCycleInput', 'contractId']);
  if (contract.status === 'CANCELLED')
    throw invalid('The subscription contract has ended.', ['billingCycleInput', 'contractId']);

  const index = selectedIndex(contract, selector);
  if (index === 0) throw invalid('Billing cycle does not exist.', ['billingCycleInput', 'selector']);

  const cycle = billingCycle(contract, index, now);
  if (Date.parse(cycle.endAt) <= now)
    throw invalid('The billing cycle is over.', ['billingCycleInput', 'selector']);
  if (cycle.isSkipped === isSkipped)
    throw invalid(`The billing cycle is ${isSkipped ? 'already' : 'not'} skipped.`, [
      'billingCycleInput',
      'selector',
    ]);

  const others = contract.skipped.filter((known) => known !== index);
  const saved = saveContract(account, {...contract, skipped: isSkipped ? [...others, index] : others});
  return {billingCycle: resolveCycle(billingCycle(saved, index, now))};
}

/** Returns the index of the cycle that a selector names, by index or by a date within it; 0 if none is. */
function selectedIndex(
  contract: SubscriptionContract,
  {index, date}: CycleArguments['billingCycleInput']['selector'],
): number {
  if ((index == null) === (date == null))
    throw invalid('Give either an index or a date.', ['billingCycleInput', 'selector']);

  const chosen = index ?? cycleIndexAt(contract, Date.parse(date ?? ''));
  return chosen >= 1 && chosen <= LAST_CYCLE ? chosen : 0;
}

function invalid(message: string, field: readonly string[]): UserError {
  return new UserError('INVALID', message, field);
}
