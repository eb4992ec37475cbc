import {escape} from '../../../../wire/markup.ts';
import {adminDocument} from './admin-document.ts';

/** The things that a page asks the merchant to approve. */
export interface GrantPage {
  readonly appName: string;
  readonly shopName: string;
  readonly isInstalled: boolean;
  /** The scopes that the app would have. */
  readonly scopes: readonly string[];
}

/** Returns the page on which a merchant installs an app, or gives it more access. The page is ours. */
export function grantPage({appName, shopName, isInstalled, scopes}: GrantPage): Response {
  const title = isInstalled ? `Update data access for ${appName}` : `Install ${appName}`;
  const items = scopes.map((scope) => `<li>${escape(scope)}</li>`).join('');
  return adminDocument(
    title,
    `<p>${escape(appName)} gets this access to ${escape(shopName)}:</p>
<ul aria-label="Access scopes">${items}</ul>
<form method="post">
  <button name="answer" value="approve">${isInstalled ? 'Update' : 'Install'}</button>
  <button name="answer" value="decline">Cancel</button>
</form>`,
  );
}

/** Reads the merchant's answer. A form of another origin is not an answer of the merchant. */
export async function isApproved(request: Request): Promise<boolean | null> {
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== new URL(request.url).origin) return null;
  return new URLSearchParams(await request.text()).get('answer') === 'approve';
}
