import {HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import {escape} from '../../../../../wire/markup.ts';
import {numberOf} from '../../../../world/gid.ts';
import type {Money} from '../../../../world/money.ts';
import {http} from '../../../platform-http.ts';
import {problemHeader} from '../../../problem.ts';
import {plainPage} from '../../plain-page.ts';
import type {AdminDeps} from '../admin-state.ts';
import type {AnyCharge} from './app-billing.ts';
import type {SubscriptionLine} from './charges.ts';
import {signatureOf} from './confirmation-url.ts';

/**
 * The page on which the merchant accepts or declines a charge. The page is ours, and its address is the platform's.
 *
 * @see https://shopify.dev/docs/apps/launch/billing
 */
export function confirmationPage(deps: AdminDeps): readonly HttpHandler[] {
  const url = `https://${deps.shop.domain}/admin/charges/:app/:charge/:type/:action`;
  return [
    http.get(url, ({request, params}) => withCharge(request, params['charge'], deps, ask)),
    http.post(url, ({request, params}) =>
      withCharge(request, params['charge'], deps, async (charge) => {
        const decision = new URLSearchParams(await request.text()).get('decision');
        return decision === 'approve' ? accept(charge, deps) : decline(charge, deps);
      }),
    ),
  ];
}

function withCharge(
  request: Request,
  number: unknown,
  {records, queries}: AdminDeps,
  answer: (charge: AnyCharge) => Response | Promise<Response>,
): Response | Promise<Response> {
  const {billing} = records;
  const all = [...billing.subscriptions, ...billing.purchases];
  const signature = new URL(request.url).searchParams.get('signature');
  const found = all.find((charge) => numberOf(charge.id) === number);
  if (found !== undefined && signatureOf(found, queries.seed) === signature) return answer(found);

  const reason = {
    cause: 'no charge of this simulation has this confirmation URL',
    turn: 'backend',
    fix: 'Send the merchant to the confirmationUrl of the mutation, as it is.',
  } as const;
  const headers = problemHeader(reason);
  return plainPage('Page not found', '<p role="alert">This charge does not exist.</p>', {
    status: 404,
    headers,
  });
}

function ask(charge: AnyCharge): Response {
  const rows = charge.kind === 'one-time' ? [priceOf(charge.price)] : charge.lineItems.map(lineText);
  const test = charge.test ? '<p>This is a test charge. You will not be billed.</p>' : '';
  return plainPage(
    `Approve ${charge.name}`,
    `<ul>${rows.map((row) => `<li>${escape(row)}</li>`).join('')}</ul>${test}
<form method="post"><p>
  <button name="decision" value="approve">Approve</button>
  <button name="decision" value="decline">Decline</button>
</p></form>`,
  );
}

function accept(charge: AnyCharge, {records}: AdminDeps): Response {
  records.billing.accept(charge);
  const target = new URL(charge.returnUrl);
  target.searchParams.set('charge_id', numberOf(charge.id));
  return new HttpResponse(null, {status: 302, headers: {location: target.href}});
}

/** The merchant stays in the admin, and does not return to the app. */
function decline(charge: AnyCharge, {records}: AdminDeps): Response {
  records.billing.decline(charge);
  return plainPage('Charge declined', `<p role="status">${escape(charge.name)} was declined.</p>`);
}

function lineText({plan}: SubscriptionLine): string {
  if (plan.kind === 'usage') return `${plan.terms}, up to ${priceOf(plan.requestedCap ?? plan.cappedAmount)}`;
  return `${priceOf(plan.price)} ${plan.interval === 'ANNUAL' ? 'every year' : 'every 30 days'}`;
}

function priceOf({amount, currencyCode}: Money): string {
  return new Intl.NumberFormat('en', {style: 'currency', currency: currencyCode}).format(amount);
}
